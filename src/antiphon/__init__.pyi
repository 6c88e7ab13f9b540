"""A response, declared once: checked at build time, typed at the call, rendered in microseconds.

Written by `nox -s generate`; do not edit.
"""

from antiphon.builder import (
    BodilessDraft,
    Draft,
    Fragment,
    RedirectDraft,
    ResponseDraft,
    fragment,
    method_not_allowed,
    no_content,
    redirect,
    respond,
    respond_unregistered,
    unauthorized,
)
from antiphon.builder.params import Params, cookie, header, host_cookie, insecure_cookie, placeholder
from antiphon.captures.check import check_wire
from antiphon.captures.error import WireError
from antiphon.diagnostics.diagnostic import Diagnostic
from antiphon.errors import ParamError, SpecError
from antiphon.headers.allow import Allow
from antiphon.headers.cache_control import CacheControl
from antiphon.headers.content_disposition import ContentDisposition
from antiphon.headers.content_range import ContentRange
from antiphon.headers.etag import ETag
from antiphon.headers.link import Link
from antiphon.headers.location import Location
from antiphon.headers.retry_after import RetryAfter
from antiphon.headers.vary import Vary
from antiphon.headers.www_authenticate import Challenge
from antiphon.reply import Bodiless, Created, MethodNotAllowed, PartialContent, Redirect, Reply, Unauthorized
from antiphon.rules.check import check
from antiphon.runtime.content.problem import Problem
from antiphon.spec import CookieSpec, HeaderSpec, ResponseSpec, SiteSpec

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
