"""django-modern-rest 0.16: `to_response` and `to_error` of a controller, `modify`, `NewCookie`, and its exceptions.

`ResponseSpec`, `HeaderSpec` and `CookieSpec` are not here: they describe what another call makes, and have no values.
"""

from __future__ import annotations

import dataclasses
from typing import Final

from antiphon.sources.frameworks import django
from antiphon.sources.tables import CookieCall, Framework, Handlers, ResponseCall

_PARTS: Final = ("status_code", "headers", "cookies")
#: Its status is that of the request's method where none is given. The renderer decides the media type, and what it
#: writes: what is a fault in JSON may be right in another form.
_MADE: Final = ResponseCall(
    parameters=("raw_data",),
    status=None,
    content="unless none",
    content_from="raw_data",
    media_type_from=(),
    cookies_from="cookies",
    fields=("Content-Type",),
    keywords=("raw_data", *_PARTS, "renderer"),
    is_class=False,
)
_ERROR: Final = dataclasses.replace(_MADE, keywords=("raw_data", *_PARTS), is_exception=True, is_class=True)
_PROBLEM: Final = dataclasses.replace(
    _ERROR,
    parameters=("detail",),
    content="always",
    content_from=None,
    keywords=("detail", *_PARTS, "type", "title", "instance", "extra", "show_status", "show_detail"),
)
_REDIRECT: Final = dataclasses.replace(
    _ERROR,
    parameters=("redirect_to",),
    status=302,
    content="never",
    content_from=None,
    location_from="redirect_to",
    writes_location=django.target,
    cookies_from=None,
    keywords=("redirect_to", "status_code", "headers"),
)
#: It speaks of each answer of the endpoint but the errors.
_MODIFIED: Final = dataclasses.replace(
    _MADE, parameters=(), content="unknown", content_from=None, complete=False, keywords=None
)
_BUILT: Final = dataclasses.replace(
    _MADE, parameters=("serializer",), keywords=("serializer", "raw_data", "method", *_PARTS, "renderer")
)
_COOKIE_KEYWORDS: Final = ("value", "path", "max_age", "expires", "domain", "secure", "httponly", "samesite")
_COOKIE: Final = CookieCall(
    parameters=(),
    attributes={name: known for name, known in django.ATTRIBUTES.items() if name != "name"},
    defaults={"path": "/", "secure": False, "httponly": False, "samesite": "lax"},
    keywords=_COOKIE_KEYWORDS,
)
_CONTROLLERS: Final = ("dmr.Controller", "dmr.controller.Controller")

FRAMEWORK: Final = Framework(
    name="dmr",
    roots=("dmr",),
    responses={
        "dmr.controller.Controller().to_response": _MADE,
        "dmr.controller.Controller().to_error": _MADE,
        "dmr.response.build_response": _BUILT,
        **dict.fromkeys(("dmr.modify", "dmr.endpoint.modify"), _MODIFIED),
        **dict.fromkeys(("dmr.APIError", "dmr.response.APIError"), _ERROR),
        **dict.fromkeys(("dmr.RedirectTo", "dmr.response.RedirectTo"), _REDIRECT),
        "dmr.problem_details.ProblemDetailsError": _PROBLEM,
    },
    cookies=django.FRAMEWORK.cookies,
    cookie_classes=dict.fromkeys(("dmr.NewCookie", "dmr.cookies.NewCookie"), _COOKIE),
    header_fields=django.FRAMEWORK.header_fields,
    field_classes=dict.fromkeys(("dmr.NewHeader", "dmr.headers.NewHeader"), "value"),
    items_are_fields=True,
    attributes=django.FRAMEWORK.attributes,
    handlers=Handlers(
        methods=frozenset({"get", "post", "put", "patch", "delete", "options", "head", "trace", "meta"}),
        bases=frozenset(_CONTROLLERS),
        takes_tuple_for="the pair is the content, a JSON array or a 422",
    ),
    # The renderer's own media type comes behind the fields that are given.
    writes_fields={"content-type": lambda _: None},
    wrong_fields=django.FRAMEWORK.wrong_fields,
    lost_attributes=django.FRAMEWORK.lost_attributes,
    methods_of_self={
        (base, method): f"dmr.controller.Controller().{method}"
        for base in _CONTROLLERS
        for method in ("to_response", "to_error")
    },
)
