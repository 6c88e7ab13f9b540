"""Starlette 1.10: `starlette.responses`, and what its templates and middleware hand out."""

from __future__ import annotations

import dataclasses
from typing import Final
from urllib.parse import quote

from antiphon.sources import kinds
from antiphon.sources.tables import COOKIE_PARAMETERS, CookieCall, FieldCall, Framework, ResponseCall
from antiphon.sources.wrong import NOT_IN_JSON, PIECES, TWICE, fails, sent

_TAIL: Final = ("status_code", "headers", "media_type", "background")


def _with_charset(media_type: str) -> str:
    """As `Response.init_headers` writes it."""
    plain = media_type.startswith("text/") and "charset=" not in media_type.lower()
    return f"{media_type}; charset=utf-8" if plain else media_type


def _target(url: str) -> str:
    """As `RedirectResponse` writes it."""
    return quote(url, safe=":/%#?=@[]!$&'()*+,;")


#: `render` encodes what is neither None nor octets; `init_headers` compares the status with numbers.
_STATUS: Final = {"status_code": fails(kinds.TEXT)}
_PLAIN: Final = {"content": fails(kinds.DICT, kinds.LIST, kinds.TUPLE, kinds.SET, kinds.NUMBER, kinds.TRUTH), **_STATUS}
RESPONSE: Final = ResponseCall(
    parameters=("content", *_TAIL), writes_media_type=_with_charset, keywords=("content", *_TAIL), wrong=_PLAIN
)
HTML: Final = dataclasses.replace(RESPONSE, media_type="text/html; charset=utf-8")
TEXT: Final = dataclasses.replace(RESPONSE, media_type="text/plain; charset=utf-8")
JSON: Final = ResponseCall(
    parameters=("content", *_TAIL),
    media_type="application/json",
    content="always",
    keywords=("content", *_TAIL),
    wrong={"content": TWICE, **_STATUS},
    json_lacks=NOT_IN_JSON,
)
REDIRECT: Final = ResponseCall(
    parameters=("url", "status_code", "headers", "background"),
    status=307,
    content="never",
    content_from=None,
    media_type_from=(),
    location_from="url",
    writes_location=_target,
    keywords=("url", "status_code", "headers", "background"),
    wrong=_STATUS,
)
STREAM: Final = ResponseCall(
    parameters=("content", *_TAIL),
    content="unknown",
    writes_media_type=_with_charset,
    keywords=("content", *_TAIL),
    wrong={
        "content": {
            **PIECES,
            **fails(kinds.OCTETS, kinds.NUMBER, kinds.TRUTH, kinds.GENERATOR),
            **sent("its keys are sent, without the values", (kinds.DICT,)),
        },
        **_STATUS,
    },
)
FILE: Final = ResponseCall(
    parameters=("path", *_TAIL, "filename"),
    content="unknown",
    content_from=None,
    writes_media_type=_with_charset,
    fields=("Content-Type", "Content-Disposition", "ETag", "Last-Modified", "Content-Length", "Accept-Ranges"),
    complete=False,
    wrong={"path": fails(kinds.OCTETS), **_STATUS},
)
#: Of Jinja2Templates: the request, or in older releases the name, comes first.
TEMPLATE: Final = ResponseCall(
    parameters=("request", "name", "context", *_TAIL),
    content="unknown",
    content_from=None,
    media_type="text/html; charset=utf-8",
    writes_media_type=_with_charset,
)
EXCEPTION: Final = ResponseCall(
    parameters=("status_code", "detail", "headers"),
    status=None,
    content="unknown",
    content_from=None,
    media_type="text/plain; charset=utf-8",
    media_type_from=(),
    keywords=("status_code", "detail", "headers"),
    wrong=_STATUS,
    is_exception=True,
)
#: The response that comes back from the application behind a middleware.
ANY: Final = ResponseCall(status=None, status_from=None, content="unknown", content_from=None, complete=False)
CALL_NEXT: Final = "starlette.middleware.base.RequestResponseEndpoint"

#: `append`, `setdefault` and `[...]` of the fields encode the value.
WRONG_FIELDS: Final = fails(kinds.NUMBER, kinds.TRUTH, kinds.LIST, kinds.TUPLE, kinds.SET, kinds.DICT)
LOST_ATTRIBUTES: Final = frozenset({"status"})

_COOKIE_KEYWORDS: Final = (
    *("key", "value", "max_age", "expires", "path", "domain", "secure", "httponly", "samesite", "partitioned"),
)
_DEFAULTS: Final = {"path": "/", "samesite": "lax", "secure": False, "httponly": False, "value": ""}
COOKIES: Final = {
    "set_cookie": CookieCall(
        parameters=_COOKIE_KEYWORDS,
        attributes=COOKIE_PARAMETERS,
        defaults=_DEFAULTS,
        keywords=_COOKIE_KEYWORDS,
        wrong={"expires": fails(kinds.NAIVE)},
    ),
    "delete_cookie": CookieCall(
        parameters=("key", "path", "domain", "secure", "httponly", "samesite", "partitioned"),
        attributes={name: parameter for name, parameter in COOKIE_PARAMETERS.items() if name != "expires"},
        defaults=_DEFAULTS,
        deletes=True,
        keywords=tuple(name for name in _COOKIE_KEYWORDS if name not in ("value", "max_age", "expires")),
    ),
}
HEADER_FIELDS: Final = {
    "append": FieldCall(parameters=("key", "value"), adds=True),
    "setdefault": FieldCall(parameters=("key", "value")),
}

FRAMEWORK: Final = Framework(
    name="starlette",
    roots=("starlette",),
    responses={
        "starlette.responses.Response": RESPONSE,
        "starlette.responses.HTMLResponse": HTML,
        "starlette.responses.PlainTextResponse": TEXT,
        "starlette.responses.JSONResponse": JSON,
        "starlette.responses.UJSONResponse": JSON,
        "starlette.responses.RedirectResponse": REDIRECT,
        "starlette.responses.StreamingResponse": STREAM,
        "starlette.responses.FileResponse": FILE,
        "starlette.exceptions.HTTPException": EXCEPTION,
        "starlette.templating.Jinja2Templates().TemplateResponse": TEMPLATE,
        f"{CALL_NEXT}()": ANY,
    },
    cookies=COOKIES,
    header_fields=HEADER_FIELDS,
    attributes={"status_code": "status"},
    wrong_fields=WRONG_FIELDS,
    lost_attributes=LOST_ATTRIBUTES,
    handed_by_decorator={("middleware", 1): CALL_NEXT},
    handed_by_method={("starlette.middleware.base.BaseHTTPMiddleware", "dispatch", 2): CALL_NEXT},
)
