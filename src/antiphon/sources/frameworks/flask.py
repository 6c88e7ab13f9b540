"""Flask 3.1 and Werkzeug: their response classes, `make_response`, `redirect` and the like."""

from __future__ import annotations

from typing import Final
from urllib.parse import quote, urlsplit, urlunsplit

from antiphon.sources.literals import UNKNOWN
from antiphon.sources.tables import COOKIE_PARAMETERS, CookieCall, FieldCall, Framework, ResponseCall
from antiphon.sources.wrong import NOT_IN_LENIENT_JSON, TWICE

_WITH_CHARSET: Final = frozenset({"application/xml", "application/javascript", "application/ecmascript"})


def _mimetype(value: str) -> str:
    """As `get_content_type` of Werkzeug writes it; a whole Content-Type stays as it is."""
    if ";" in value:
        return value
    texts = value.startswith("text/") or value in _WITH_CHARSET or value.endswith("+xml")
    return f"{value}; charset=utf-8" if texts else value


def _target(url: str) -> str | None:
    """As `iri_to_uri` of Werkzeug writes a Location or a Content-Location; None where that fails."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    if not parts.netloc.isascii():
        return None  # it is written in punycode
    path, query, fragment = (
        quote(part, safe="%!$&'()*+,/:;=?@#") for part in (parts.path, parts.query, parts.fragment)
    )
    return urlunsplit((parts.scheme, parts.netloc, path, query, fragment))


def _settled(attributes: dict[str, object]) -> None:
    """As `dump_cookie` of Werkzeug changes what it is given."""
    domain, path, same_site = (attributes[name] for name in ("domain", "path", "same_site"))
    if isinstance(domain, str) and domain:
        attributes["domain"] = domain.partition(":")[0].lstrip(".")
    if isinstance(path, str):
        attributes["path"] = quote(path, safe="%!$&'()*+,/:=@")
    if isinstance(same_site, str):
        attributes["same_site"] = same_site.title()
    partitioned = attributes["partitioned"]
    if partitioned is UNKNOWN:
        attributes["secure"] = attributes["secure"] if attributes["secure"] is True else UNKNOWN
    elif partitioned:
        attributes["secure"] = True


_RESPONSE: Final = ResponseCall(
    parameters=("response", "status", "headers", "mimetype", "content_type", "direct_passthrough"),
    status_from="status",
    content_from="response",
    media_type="text/html; charset=utf-8",
    media_type_from=("content_type", "mimetype"),
    writes_media_type=_mimetype,
)
_WERKZEUG: Final = ResponseCall(
    parameters=_RESPONSE.parameters,
    status_from="status",
    content_from="response",
    media_type="text/plain; charset=utf-8",
    media_type_from=("content_type", "mimetype"),
    writes_media_type=_mimetype,
)
#: A response whose content and media type its arguments may hold in any form.
_MADE: Final = ResponseCall(
    parameters=("rv",), status=None, status_from=None, content="unknown", content_from=None, complete=False
)
_JSON: Final = ResponseCall(
    parameters=("args",),
    status_from=None,
    content="always",
    content_from=None,
    media_type="application/json",
    headers_from=None,
    wrong={"args": TWICE},
    json_from="args",
    json_lacks=NOT_IN_LENIENT_JSON,
)
_REDIRECT: Final = ResponseCall(
    parameters=("location", "code"),
    status=302,
    status_from="code",
    content="unknown",
    content_from=None,
    media_type="text/html; charset=utf-8",
    media_type_from=(),
    headers_from=None,
    location_from="location",
)
_FILE: Final = ResponseCall(
    parameters=("path_or_file", "mimetype"),
    content="unknown",
    content_from=None,
    status_from=None,
    headers_from=None,
    media_type_from=("mimetype",),
    writes_media_type=_mimetype,
    fields=("Content-Type", "Content-Disposition", "ETag", "Last-Modified", "Content-Length", "Cache-Control"),
    complete=False,
)
_DEFAULTS: Final = {"path": "/", "secure": False, "httponly": False, "partitioned": False, "value": ""}

FRAMEWORK: Final = Framework(
    name="flask",
    roots=("flask", "werkzeug"),
    responses={
        "flask.Response": _RESPONSE,
        "flask.wrappers.Response": _RESPONSE,
        "werkzeug.Response": _WERKZEUG,
        "werkzeug.wrappers.Response": _WERKZEUG,
        "werkzeug.wrappers.response.Response": _WERKZEUG,
        "werkzeug.wrappers.BaseResponse": _WERKZEUG,
        "flask.make_response": _MADE,
        "flask.helpers.make_response": _MADE,
        "flask.jsonify": _JSON,
        "flask.json.jsonify": _JSON,
        "flask.redirect": _REDIRECT,
        "flask.helpers.redirect": _REDIRECT,
        "werkzeug.utils.redirect": _REDIRECT,
        "flask.send_file": _FILE,
        "flask.send_from_directory": ResponseCall(
            parameters=("directory", "path"),
            content="unknown",
            content_from=None,
            status_from=None,
            headers_from=None,
            media_type_from=("mimetype",),
            writes_media_type=_mimetype,
            fields=_FILE.fields,
            complete=False,
        ),
    },
    cookies={
        "set_cookie": CookieCall(
            parameters=(
                *("key", "value", "max_age", "expires", "path", "domain"),
                *("secure", "httponly", "samesite", "partitioned"),
            ),
            attributes=COOKIE_PARAMETERS,
            defaults=_DEFAULTS,
            quoting="werkzeug",
            settles=_settled,
        ),
        "delete_cookie": CookieCall(
            parameters=("key", "path", "domain", "secure", "httponly", "samesite", "partitioned"),
            attributes={name: parameter for name, parameter in COOKIE_PARAMETERS.items() if name != "expires"},
            defaults=_DEFAULTS,
            deletes=True,
            quoting="werkzeug",
            settles=_settled,
        ),
    },
    header_fields={
        "add": FieldCall(parameters=("_key", "_value"), adds=True),
        "add_header": FieldCall(parameters=("_key", "_value"), adds=True),
        "set": FieldCall(parameters=("_key", "_value")),
        "setdefault": FieldCall(parameters=("key", "default")),
    },
    tuples_returned_by=frozenset(
        f"flask.{owner}().{method}"
        for owner in ("Flask", "Blueprint")
        for method in ("route", "get", "post", "put", "delete", "patch", "errorhandler", "app_errorhandler")
    ),
    texts=frozenset({"flask.render_template", "flask.render_template_string"}),
    writes_fields={"location": _target, "content-location": _target},
    attributes={"status_code": "status", "content_type": "media_type"},
    handed_by_decorator={
        (decorator, 0): "flask.Response" for decorator in ("after_request", "after_app_request", "after_this_request")
    },
)
