# Written by `nox -s generate`; do not edit.
"""Which class types which field; classes are imported when they are asked for."""

from __future__ import annotations

import functools
import importlib

from antiphon.headers.field import Field
from antiphon.headers.plugins import own_field

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
    "content-type": "ContentType",
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
    "refresh": "Refresh",
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

#: Where each typed field is defined, by its name in lower case.
CITATIONS = {
    "accept-ch": "RFC 8942 section 3.1",
    "accept-patch": "RFC 5789 section 3.1",
    "accept-post": "Linked Data Platform section 7.1",
    "accept-ranges": "RFC 9110 section 14.3",
    "access-control-allow-credentials": 'Fetch, "CORS check"',
    "access-control-allow-headers": 'Fetch, "CORS protocol"',
    "access-control-allow-methods": 'Fetch, "CORS protocol"',
    "access-control-allow-origin": 'Fetch, "CORS check"',
    "access-control-expose-headers": 'Fetch, "CORS protocol"',
    "access-control-max-age": 'Fetch, "CORS protocol"',
    "age": "RFC 9111 section 5.1",
    "allow": "RFC 9110 section 10.2.1",
    "alt-svc": "RFC 7838 section 3",
    "cache-control": "RFC 9111 section 5.2.2",
    "cdn-cache-control": "RFC 9213 section 3.1",
    "clear-site-data": "Clear Site Data section 3.1",
    "content-digest": "RFC 9530 section 2",
    "content-disposition": "RFC 6266",
    "content-encoding": "RFC 9110 section 8.4",
    "content-language": "RFC 9110 section 8.5",
    "content-location": "RFC 9110 section 8.7",
    "content-range": "RFC 9110 section 14.4",
    "content-security-policy": "CSP3 section 3.1",
    "content-security-policy-report-only": "CSP3 section 3.2",
    "content-type": "RFC 9110 section 8.3",
    "critical-ch": "Client Hints Reliability section 3",
    "cross-origin-embedder-policy": "HTML section 7.1.4",
    "cross-origin-embedder-policy-report-only": "HTML section 7.1.4",
    "cross-origin-opener-policy": "HTML section 7.1.3",
    "cross-origin-opener-policy-report-only": "HTML section 7.1.3",
    "cross-origin-resource-policy": 'Fetch, "cross-origin resource policy check"',
    "deprecation": "RFC 9745 section 2",
    "etag": "RFC 9110 section 8.8.3",
    "expires": "RFC 9111 section 5.3",
    "last-modified": "RFC 9110 section 8.8.2",
    "link": "RFC 8288 section 3",
    "location": "RFC 9110 section 10.2.2",
    "origin-agent-cluster": "HTML section 7.1.2",
    "permissions-policy": "Permissions Policy section 5.2",
    "priority": "RFC 9218 section 4",
    "ratelimit": "draft-ietf-httpapi-ratelimit-headers section 4",
    "ratelimit-policy": "draft-ietf-httpapi-ratelimit-headers section 3",
    "referrer-policy": "Referrer Policy section 4.1",
    "refresh": "HTML, shared declarative refresh steps",
    "reporting-endpoints": "Reporting API section 3.3",
    "repr-digest": "RFC 9530 section 3",
    "retry-after": "RFC 9110 section 10.2.3",
    "server-timing": "Server Timing section 3.1",
    "strict-transport-security": "RFC 6797 section 6.1",
    "sunset": "RFC 8594 section 3",
    "timing-allow-origin": "Resource Timing section 4.5.1",
    "vary": "RFC 9110 section 12.5.5",
    "www-authenticate": "RFC 9110 section 11.6.1",
    "x-content-type-options": 'Fetch, "determine nosniff"',
    "x-frame-options": "HTML section 7.6",
}


def field_class(name: str) -> type[Field] | None:
    """The class of a field, by its name in any case; None for a field that has no type."""
    name = name.lower()
    return _load(name) if name in FIELDS else own_field(name)


@functools.cache
def _load(name: str) -> type[Field]:
    module = importlib.import_module(f"antiphon.headers.{name.replace('-', '_')}")
    found: type[Field] = getattr(module, FIELDS[name])
    return found
