"""Django 5.2 and Django REST framework: HttpResponse and its subclasses, `render`, `redirect`, and DRF's Response."""

from __future__ import annotations

import dataclasses
from typing import Final
from urllib.parse import quote

from antiphon.diagnostics.source_faults import WRONG_ARGUMENT
from antiphon.sources import kinds
from antiphon.sources.literals import UNKNOWN
from antiphon.sources.tables import COOKIE_PARAMETERS, CookieCall, FieldCall, Framework, Handlers, ResponseCall
from antiphon.sources.wrong import NOT_IN_ANY_JSON, NOT_IN_LENIENT_JSON, PIECES, TWICE, Wrong, fails, sent

_HTML: Final = "text/html; charset=utf-8"
_TAIL: Final = ("content_type", "status", "reason", "charset", "headers")
_NUMBERED: Final = sent("it is sent as the Content-Type, and not as the status", (kinds.NUMBER,))
_RESPONSE: Final = ResponseCall(
    parameters=("content", *_TAIL),
    status_from="status",
    media_type=_HTML,
    media_type_from=("content_type",),
    keywords=("content", *_TAIL),
    wrong={"content": sent("its keys are sent, without the values", (kinds.DICT,)), "content_type": _NUMBERED},
)
_UNSAFE: Final = Wrong(WRONG_ARGUMENT, "without safe=False that is a TypeError at the request", unless="safe")
_JSON: Final = dataclasses.replace(
    _RESPONSE,
    parameters=("data", "encoder", "safe", "json_dumps_params"),
    content="always",
    content_from=None,
    media_type="application/json",
    keywords=("data", "encoder", "safe", "json_dumps_params", *_TAIL),
    wrong={"data": {**TWICE, **dict.fromkeys((kinds.LIST, kinds.TUPLE), _UNSAFE)}},
    json_from="data",
    json_lacks=NOT_IN_LENIENT_JSON,
)
_STREAM: Final = dataclasses.replace(
    _RESPONSE,
    parameters=("streaming_content", *_TAIL),
    content="unknown",
    content_from=None,
    keywords=("streaming_content", *_TAIL),
    wrong={
        "streaming_content": {
            **PIECES,
            **fails(kinds.GENERATOR, kinds.NUMBER, kinds.TRUTH),
            **sent("the number of each octet is sent", (kinds.OCTETS,)),
            **sent("its keys are sent, without the values", (kinds.DICT,)),
        }
    },
)
_FILE: Final = dataclasses.replace(
    _STREAM,
    parameters=("streaming_content",),
    media_type=None,
    fields=("Content-Type", "Content-Disposition", "Content-Length"),
    complete=False,
    keywords=("streaming_content", "as_attachment", "filename", *_TAIL),
)


def target(url: str) -> str:
    """As `iri_to_uri` of Django writes it."""
    return quote(url, safe="/#%[]=:;$&()+,!?*@'~")


def _plain_target(url: str) -> str | None:
    """A URL, rather than the name of a view."""
    return target(url) if url.startswith("/") or "://" in url else None


def _redirect(status: int) -> ResponseCall:
    return ResponseCall(
        parameters=("redirect_to",),
        status=status,
        status_from="status",
        content="never",
        content_from=None,
        media_type=_HTML,
        media_type_from=("content_type",),
        location_from="redirect_to",
        writes_location=target,
    )


def _settled(attributes: dict[str, object]) -> None:
    """As `delete_cookie` of Django decides on Secure."""
    name, same_site = attributes["name"], attributes["same_site"]
    if name is UNKNOWN or same_site is UNKNOWN:
        attributes["secure"] = UNKNOWN
        return
    prefixed = isinstance(name, str) and name.startswith(("__Secure-", "__Host-"))
    attributes["secure"] = prefixed or (isinstance(same_site, str) and same_site.lower() == "none")


ATTRIBUTES: Final = {name: known for name, known in COOKIE_PARAMETERS.items() if name != "partitioned"}
_COOKIE_KEYWORDS: Final = (*("key", "value", "max_age", "expires", "path", "domain", "secure", "httponly", "samesite"),)
_SET: Final = CookieCall(
    parameters=_COOKIE_KEYWORDS,
    attributes=ATTRIBUTES,
    defaults={"path": "/", "secure": False, "httponly": False, "value": ""},
    keywords=_COOKIE_KEYWORDS,
)
_CLASSES: Final = {
    "HttpResponse": _RESPONSE,
    "HttpResponseBase": dataclasses.replace(
        _RESPONSE, parameters=_TAIL, content="unknown", content_from=None, keywords=_TAIL, wrong={}
    ),
    "HttpResponseBadRequest": dataclasses.replace(_RESPONSE, status=400),
    "HttpResponseForbidden": dataclasses.replace(_RESPONSE, status=403),
    "HttpResponseNotFound": dataclasses.replace(_RESPONSE, status=404),
    "HttpResponseGone": dataclasses.replace(_RESPONSE, status=410),
    "HttpResponseServerError": dataclasses.replace(_RESPONSE, status=500),
    "HttpResponseNotAllowed": dataclasses.replace(
        _RESPONSE,
        parameters=("permitted_methods",),
        status=405,
        allow_from="permitted_methods",
        keywords=("permitted_methods", "content", *_TAIL),
    ),
    "HttpResponseNotModified": dataclasses.replace(
        _RESPONSE,
        parameters=(),
        status=304,
        content="never",
        content_from=None,
        media_type=None,
        keywords=_TAIL,
        wrong={},
    ),
    "HttpResponseRedirect": _redirect(302),
    "HttpResponsePermanentRedirect": _redirect(301),
    "JsonResponse": _JSON,
    "StreamingHttpResponse": _STREAM,
    "FileResponse": _FILE,
}
_REST: Final = ResponseCall(
    parameters=("data", "status", "template_name", "headers", "exception", "content_type"),
    status_from="status",
    content="unless none",
    content_from="data",
    media_type_from=("content_type",),
    fields=("Content-Type", "Allow", "Vary"),
    keywords=("data", "status", "template_name", "headers", "exception", "content_type"),
    wrong={"data": TWICE},
    json_lacks=NOT_IN_ANY_JSON,
)
#: The response that comes back from the view behind a middleware.
_GET_RESPONSE: Final = "django.core.handlers.base.BaseHandler().get_response"
_ANY: Final = ResponseCall(status=None, status_from=None, content="unknown", content_from=None, complete=False)

FRAMEWORK: Final = Framework(
    name="django",
    roots=("django", "rest_framework"),
    responses={
        **{f"django.http.{name}": row for name, row in _CLASSES.items()},
        **{f"django.http.response.{name}": row for name, row in _CLASSES.items()},
        "django.template.response.TemplateResponse": dataclasses.replace(
            _RESPONSE,
            parameters=("request", "template", "context", "content_type", "status", "charset", "using", "headers"),
            content="unknown",
            content_from=None,
            keywords=None,
            wrong={},
        ),
        "django.shortcuts.render": ResponseCall(
            parameters=("request", "template_name", "context", "content_type", "status", "using"),
            status_from="status",
            content="unknown",
            content_from=None,
            media_type=_HTML,
            media_type_from=("content_type",),
            headers_from=None,
        ),
        "django.shortcuts.redirect": ResponseCall(
            parameters=("to",),
            status=None,
            status_from=None,
            content="never",
            content_from=None,
            media_type=_HTML,
            media_type_from=(),
            headers_from=None,
            location_from="to",
            writes_location=_plain_target,
        ),
        "rest_framework.response.Response": _REST,
        _GET_RESPONSE: _ANY,
    },
    cookies={
        "set_cookie": _SET,
        "set_signed_cookie": dataclasses.replace(_SET, parameters=("key", "unsigned", "salt"), keywords=None),
        "delete_cookie": CookieCall(
            parameters=("key", "path", "domain", "samesite"),
            attributes={name: parameter for name, parameter in ATTRIBUTES.items() if name != "expires"},
            defaults={"path": "/", "secure": False, "httponly": False, "value": ""},
            deletes=True,
            settles=_settled,
            keywords=("key", "path", "domain", "samesite"),
        ),
    },
    header_fields={"setdefault": FieldCall(parameters=("key", "value"))},
    items_are_fields=True,
    attributes={"status_code": "status"},
    handlers=Handlers(
        decorators=frozenset(
            {
                *("rest_framework.decorators.api_view", "rest_framework.decorators.action"),
                *(
                    f"django.views.decorators.http.{name}"
                    for name in ("require_GET", "require_POST", "require_http_methods")
                ),
            }
        ),
        methods=frozenset(
            {
                *("get", "post", "put", "patch", "delete", "list", "retrieve", "create", "update", "destroy"),
                "partial_update",
            }
        ),
        bases=frozenset(
            {
                *("django.views.View", "django.views.generic.View", "django.views.generic.base.View"),
                *("rest_framework.views.APIView", "rest_framework.generics.GenericAPIView"),
                *("rest_framework.viewsets.ViewSet", "rest_framework.viewsets.GenericViewSet"),
                *("rest_framework.viewsets.ModelViewSet", "rest_framework.viewsets.ReadOnlyModelViewSet"),
            }
        ),
        takes_tuple_for="the request fails, since a tuple is not a response",
    ),
    wrong_fields=sent("Django writes it as Python shows it", (kinds.LIST, kinds.TUPLE, kinds.SET, kinds.DICT)),
    lost_attributes=frozenset({"status"}),
    handed_by_name={"get_response": _GET_RESPONSE},
    handed_by_method={
        ("django.utils.deprecation.MiddlewareMixin", "process_response", 2): "django.http.HttpResponse",
    },
)
