"""Litestar 2: `litestar.response`, `Cookie`, and its exceptions."""

from __future__ import annotations

from typing import Final
from urllib.parse import quote

from antiphon.sources.tables import COOKIE_PARAMETERS, CookieCall, FieldCall, Framework, ResponseCall

#: Where a response does not say its status or media type, the handler's decorator does.
_RESPONSE: Final = ResponseCall(
    parameters=("content",), status=None, content="unless none", headers_from="headers", cookies_from="cookies",
    fields=("Content-Type",), complete=False,
)  # fmt: skip
_REDIRECT: Final = ResponseCall(
    parameters=("path",),
    status=302,
    content="never",
    content_from=None,
    media_type_from=(),
    location_from="path",
    writes_location=lambda url: quote(url, safe="/#%[]=:;$&()+,!?*@'~"),
    cookies_from="cookies",
)
_STREAM: Final = ResponseCall(
    parameters=("content",), status=None, content="unknown", cookies_from="cookies", complete=False
)
_FILE: Final = ResponseCall(
    parameters=("path",),
    status=None,
    content="unknown",
    content_from=None,
    cookies_from="cookies",
    fields=("Content-Type", "Content-Disposition", "ETag", "Last-Modified", "Content-Length"),
    complete=False,
)
_TEMPLATE: Final = ResponseCall(
    parameters=("template_name",),
    content="unknown",
    content_from=None,
    cookies_from="cookies",
    fields=("Content-Type",),
    complete=False,
)
#: A handler's decorator: what it says holds for each of the handler's responses.
_HANDLER: Final = ResponseCall(
    parameters=(),
    status=None,
    content="unknown",
    content_from=None,
    headers_from="response_headers",
    cookies_from="response_cookies",
    complete=False,
)


def _exception(status: int | None) -> ResponseCall:
    return ResponseCall(
        is_exception=True,
        status=status,
        content="always",
        content_from=None,
        media_type="application/json",
        media_type_from=(),
    )


_EXCEPTIONS: Final = {
    "HTTPException": 500,
    "ClientException": 400,
    "ValidationException": 400,
    "NotAuthorizedException": 401,
    "PermissionDeniedException": 403,
    "NotFoundException": 404,
    "MethodNotAllowedException": 405,
    "TooManyRequestsException": 429,
    "InternalServerException": 500,
    "ServiceUnavailableException": 503,
}
_ATTRIBUTES: Final = {name: known for name, known in COOKIE_PARAMETERS.items() if name != "partitioned"}
_DEFAULTS: Final = {"path": "/", "samesite": "lax", "value": ""}
_RESPONSES: Final = {
    "Response": _RESPONSE, "Redirect": _REDIRECT, "Stream": _STREAM, "ServerSentEvent": _STREAM, "File": _FILE,
    "Template": _TEMPLATE,
}  # fmt: skip
_COOKIE: Final = CookieCall(
    parameters=("key", "path", "value", "max_age", "expires", "domain", "secure", "httponly", "samesite"),
    attributes=_ATTRIBUTES,
    defaults=_DEFAULTS,
)
_MEDIA_TYPES: Final = {
    "JSON": "application/json",
    "MESSAGEPACK": "application/vnd.msgpack",
    "HTML": "text/html",
    "TEXT": "text/plain",
    "CSS": "text/css",
    "XML": "application/xml",
}

FRAMEWORK: Final = Framework(
    name="litestar",
    roots=("litestar",),
    responses={
        **{f"litestar.response.{name}": row for name, row in _RESPONSES.items()},
        "litestar.Response": _RESPONSE,
        **{f"litestar.exceptions.{name}": _exception(status) for name, status in _EXCEPTIONS.items()},
        **{
            f"litestar.{package}{method}": _HANDLER
            for package in ("", "handlers.")
            for method in ("get", "post", "put", "patch", "delete", "head", "route")
        },
    },
    cookies={
        "set_cookie": CookieCall(
            parameters=("key", "value", "max_age", "expires", "path", "domain", "secure", "httponly", "samesite"),
            attributes=_ATTRIBUTES,
            defaults=_DEFAULTS,
        ),
        "delete_cookie": CookieCall(
            parameters=("key", "path", "domain"),
            attributes={
                name: _ATTRIBUTES[name] for name in ("name", "value", "max_age", "path", "domain", "same_site")
            },
            defaults=_DEFAULTS,
            deletes=True,
        ),
    },
    cookie_classes=dict.fromkeys(("litestar.datastructures.Cookie", "litestar.datastructures.cookie.Cookie"), _COOKIE),
    fields={"set_header": FieldCall(parameters=("key", "value"))},
    header_fields={"setdefault": FieldCall(parameters=("key", "default"))},
    attributes={"status_code": "status"},
    constants={f"litestar.MediaType.{name}": value for name, value in _MEDIA_TYPES.items()}
    | {f"litestar.enums.MediaType.{name}": value for name, value in _MEDIA_TYPES.items()},
)
