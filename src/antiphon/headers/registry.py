# Written by `nox -s generate`; do not edit.
"""Which class types which field; classes are imported when they are asked for."""

from __future__ import annotations

import functools
import importlib

from antiphon.headers.field import Field

#: The name of each typed field, in lower case, and its class; the module is called by the name, with underscores.
FIELDS = {
    "accept-ch": "AcceptCH",
    "accept-patch": "AcceptPatch",
    "accept-post": "AcceptPost",
    "accept-ranges": "AcceptRanges",
    "access-control-allow-credentials": "AccessControlAllowCredentials",
    "access-control-allow-headers": "AccessControlAllowHeaders",
    "access-control-allow-methods": "AccessControlAllowMethods",
    "access-control-allow-origin": "AccessControlAllowOrigin",
    "access-control-expose-headers": "AccessControlExposeHeaders",
    "access-control-max-age": "AccessControlMaxAge",
    "age": "Age",
    "allow": "Allow",
    "alt-svc": "AltSvc",
    "cache-control": "CacheControl",
    "cdn-cache-control": "CDNCacheControl",
    "clear-site-data": "ClearSiteData",
    "content-digest": "ContentDigest",
    "content-disposition": "ContentDisposition",
    "content-encoding": "ContentEncoding",
    "content-language": "ContentLanguage",
    "content-location": "ContentLocation",
    "content-range": "ContentRange",
    "content-security-policy": "ContentSecurityPolicy",
    "content-security-policy-report-only": "ContentSecurityPolicyReportOnly",
    "critical-ch": "CriticalCH",
    "cross-origin-embedder-policy": "CrossOriginEmbedderPolicy",
    "cross-origin-embedder-policy-report-only": "CrossOriginEmbedderPolicyReportOnly",
    "cross-origin-opener-policy": "CrossOriginOpenerPolicy",
    "cross-origin-opener-policy-report-only": "CrossOriginOpenerPolicyReportOnly",
    "cross-origin-resource-policy": "CrossOriginResourcePolicy",
    "deprecation": "Deprecation",
    "etag": "ETag",
    "expires": "Expires",
    "last-modified": "LastModified",
    "link": "Link",
    "location": "Location",
    "origin-agent-cluster": "OriginAgentCluster",
    "permissions-policy": "PermissionsPolicy",
    "priority": "Priority",
    "ratelimit": "RateLimit",
    "ratelimit-policy": "RateLimitPolicy",
    "referrer-policy": "ReferrerPolicy",
    "reporting-endpoints": "ReportingEndpoints",
    "repr-digest": "ReprDigest",
    "retry-after": "RetryAfter",
    "server-timing": "ServerTiming",
    "strict-transport-security": "StrictTransportSecurity",
    "sunset": "Sunset",
    "timing-allow-origin": "TimingAllowOrigin",
    "vary": "Vary",
    "www-authenticate": "Challenge",
    "x-content-type-options": "XContentTypeOptions",
    "x-frame-options": "XFrameOptions",
}


def field_class(name: str) -> type[Field] | None:
    """The class of a field, by its name in any case; None for a field that has no type."""
    return _load(name.lower())


@functools.cache
def _load(name: str) -> type[Field] | None:
    if name not in FIELDS:
        return None
    module = importlib.import_module(f"antiphon.headers.{name.replace('-', '_')}")
    found: type[Field] = getattr(module, FIELDS[name])
    return found
