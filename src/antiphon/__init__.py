"""A response, declared once: checked at build time, typed at the call, rendered in microseconds.

A name is imported when it is first asked for, so that a service that only serves never imports pydantic.
Written by `nox -s generate`; do not edit.
"""
# pyright: reportUnsupportedDunderAll=false
# The names are made by `__getattr__`; type checkers read __init__.pyi.

import importlib
import sys

_MODULES = {
    "Allow": "antiphon.headers.allow",
    "Bodiless": "antiphon.reply",
    "BodilessDraft": "antiphon.builder",
    "CacheControl": "antiphon.headers.cache_control",
    "Challenge": "antiphon.headers.www_authenticate",
    "ContentDisposition": "antiphon.headers.content_disposition",
    "ContentRange": "antiphon.headers.content_range",
    "CookieSpec": "antiphon.spec",
    "Created": "antiphon.reply",
    "Diagnostic": "antiphon.diagnostics.diagnostic",
    "Draft": "antiphon.builder",
    "ETag": "antiphon.headers.etag",
    "Fragment": "antiphon.builder",
    "HeaderSpec": "antiphon.spec",
    "Link": "antiphon.headers.link",
    "Location": "antiphon.headers.location",
    "MethodNotAllowed": "antiphon.reply",
    "ParamError": "antiphon.errors",
    "Params": "antiphon.builder.params",
    "PartialContent": "antiphon.reply",
    "Problem": "antiphon.runtime.content.problem",
    "Redirect": "antiphon.reply",
    "RedirectDraft": "antiphon.builder",
    "Reply": "antiphon.reply",
    "ResponseDraft": "antiphon.builder",
    "ResponseSpec": "antiphon.spec",
    "RetryAfter": "antiphon.headers.retry_after",
    "SiteSpec": "antiphon.spec",
    "SpecError": "antiphon.errors",
    "Unauthorized": "antiphon.reply",
    "Vary": "antiphon.headers.vary",
    "WireError": "antiphon.captures.error",
    "check": "antiphon.rules.check",
    "check_wire": "antiphon.captures.check",
    "cookie": "antiphon.builder.params",
    "fragment": "antiphon.builder",
    "header": "antiphon.builder.params",
    "host_cookie": "antiphon.builder.params",
    "insecure_cookie": "antiphon.builder.params",
    "method_not_allowed": "antiphon.builder",
    "no_content": "antiphon.builder",
    "placeholder": "antiphon.builder.params",
    "redirect": "antiphon.builder",
    "respond": "antiphon.builder",
    "respond_unregistered": "antiphon.builder",
    "unauthorized": "antiphon.builder",
}

__all__ = [
    "Allow",
    "Bodiless",
    "BodilessDraft",
    "CacheControl",
    "Challenge",
    "ContentDisposition",
    "ContentRange",
    "CookieSpec",
    "Created",
    "Diagnostic",
    "Draft",
    "ETag",
    "Fragment",
    "HeaderSpec",
    "Link",
    "Location",
    "MethodNotAllowed",
    "ParamError",
    "Params",
    "PartialContent",
    "Problem",
    "Redirect",
    "RedirectDraft",
    "Reply",
    "ResponseDraft",
    "ResponseSpec",
    "RetryAfter",
    "SiteSpec",
    "SpecError",
    "Unauthorized",
    "Vary",
    "WireError",
    "check",
    "check_wire",
    "cookie",
    "fragment",
    "header",
    "host_cookie",
    "insecure_cookie",
    "method_not_allowed",
    "no_content",
    "placeholder",
    "redirect",
    "respond",
    "respond_unregistered",
    "unauthorized",
]


def __getattr__(name: str) -> object:
    """The name from the module that defines it."""
    module = _MODULES.get(name)
    if module is None:
        raise AttributeError(f"module 'antiphon' has no attribute {name!r}", name=name, obj=sys.modules[__name__])
    value: object = getattr(importlib.import_module(module), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    """Every name, whether or not it has been imported yet."""
    return sorted({*globals(), *_MODULES})
