"""aiohttp 3.12: `aiohttp.web`'s responses and its exceptions, which are responses."""

from __future__ import annotations

import re
from typing import Final
from urllib.parse import quote

from antiphon.sources.tables import COOKIE_PARAMETERS, CookieCall, FieldCall, Framework, ResponseCall
from antiphon.sources.wrong import NOT_IN_JSON, TWICE

_RESPONSE: Final = ResponseCall(
    status_from="status",
    content_from="text",
    content="unknown",
    media_type_from=("content_type",),
    complete=True,
    fields=("Content-Type",),
)
_STREAM: Final = ResponseCall(
    status_from="status", content="unknown", content_from=None, media_type_from=(), fields=("Content-Type",)
)
_FILE: Final = ResponseCall(
    parameters=("path", "chunk_size", "status", "reason", "headers"),
    status_from="status",
    content="unknown",
    content_from=None,
    media_type_from=(),
    fields=("Content-Type", "ETag", "Last-Modified", "Content-Length", "Accept-Ranges"),
    complete=False,
)
_JSON: Final = ResponseCall(
    parameters=("data",),
    status_from="status",
    content="always",
    content_from="data",
    media_type="application/json; charset=utf-8",
    media_type_from=("content_type",),
    wrong={"data": TWICE},
    json_lacks=NOT_IN_JSON,
)
_PLAIN: Final = {
    "HTTPOk": 200,
    "HTTPCreated": 201,
    "HTTPAccepted": 202,
    "HTTPNonAuthoritativeInformation": 203,
    "HTTPPartialContent": 206,
    "HTTPBadRequest": 400,
    "HTTPUnauthorized": 401,
    "HTTPPaymentRequired": 402,
    "HTTPForbidden": 403,
    "HTTPNotFound": 404,
    "HTTPNotAcceptable": 406,
    "HTTPProxyAuthenticationRequired": 407,
    "HTTPRequestTimeout": 408,
    "HTTPConflict": 409,
    "HTTPGone": 410,
    "HTTPLengthRequired": 411,
    "HTTPPreconditionFailed": 412,
    "HTTPUnsupportedMediaType": 415,
    "HTTPRequestRangeNotSatisfiable": 416,
    "HTTPExpectationFailed": 417,
    "HTTPMisdirectedRequest": 421,
    "HTTPUnprocessableEntity": 422,
    "HTTPFailedDependency": 424,
    "HTTPUpgradeRequired": 426,
    "HTTPPreconditionRequired": 428,
    "HTTPTooManyRequests": 429,
    "HTTPRequestHeaderFieldsTooLarge": 431,
    "HTTPInternalServerError": 500,
    "HTTPNotImplemented": 501,
    "HTTPBadGateway": 502,
    "HTTPServiceUnavailable": 503,
    "HTTPGatewayTimeout": 504,
    "HTTPVersionNotSupported": 505,
    "HTTPVariantAlsoNegotiates": 506,
    "HTTPInsufficientStorage": 507,
    "HTTPNotExtended": 510,
    "HTTPNetworkAuthenticationRequired": 511,
}
_EMPTY: Final = {"HTTPNoContent": 204, "HTTPResetContent": 205, "HTTPNotModified": 304}
_REDIRECTS: Final = {
    "HTTPMultipleChoices": 300,
    "HTTPMovedPermanently": 301,
    "HTTPFound": 302,
    "HTTPSeeOther": 303,
    "HTTPTemporaryRedirect": 307,
    "HTTPPermanentRedirect": 308,
}


def _target(url: str) -> str | None:
    """As yarl writes it: without control characters, and quoted. None for a host that it writes in punycode."""
    plain = re.sub(r"[\t\r\n]", "", url)
    return quote(plain, safe="%:/?#[]@!$&'()*+,;=~") if plain.isascii() or plain.startswith("/") else None


def _exception(status: int, *, location: bool = False, empty: bool = False) -> ResponseCall:
    """An exception writes its status and reason as its content, if it may have any."""
    return ResponseCall(
        parameters=("location",) if location else (),
        is_exception=True,
        status=status,
        status_from=None,
        content="never" if empty else "unknown",
        content_from=None,
        media_type_from=("content_type",),
        location_from="location" if location else None,
        writes_location=_target,
        fields=() if empty else ("Content-Type",),
    )


_CLASSES: Final = {
    "Response": _RESPONSE,
    "StreamResponse": _STREAM,
    "FileResponse": _FILE,
    "json_response": _JSON,
    **{name: _exception(status) for name, status in _PLAIN.items()},
    **{name: _exception(status, empty=True) for name, status in _EMPTY.items()},
    **{name: _exception(status, location=True) for name, status in _REDIRECTS.items()},
}
_MODULES: Final = ("aiohttp.web.", "aiohttp.web_response.", "aiohttp.web_exceptions.", "aiohttp.web_fileresponse.")
_ATTRIBUTES: Final = {**COOKIE_PARAMETERS, "name": "name"}

FRAMEWORK: Final = Framework(
    name="aiohttp",
    roots=("aiohttp",),
    responses={f"{module}{name}": row for module in _MODULES for name, row in _CLASSES.items()},
    cookies={
        "set_cookie": CookieCall(parameters=("name", "value"), attributes=_ATTRIBUTES, defaults={"path": "/"}),
        "del_cookie": CookieCall(
            parameters=("name",),
            attributes={name: parameter for name, parameter in _ATTRIBUTES.items() if name != "expires"},
            defaults={"path": "/", "value": ""},
            deletes=True,
        ),
    },
    header_fields={
        "add": FieldCall(parameters=("key", "value"), adds=True),
        "setdefault": FieldCall(parameters=("key", "default")),
    },
    attributes={"content_type": "media_type"},
)
