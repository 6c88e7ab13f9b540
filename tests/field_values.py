"""Hypothesis strategies for fields: a value of each class, built; and texts that are nearly a field value."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import UTC, datetime, timedelta, timezone
from typing import Any

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from antiphon.headers.accept_ch import AcceptCH
from antiphon.headers.accept_patch import AcceptPatch
from antiphon.headers.accept_post import AcceptPost
from antiphon.headers.accept_ranges import AcceptRanges
from antiphon.headers.access_control_allow_credentials import AccessControlAllowCredentials
from antiphon.headers.access_control_allow_headers import AccessControlAllowHeaders
from antiphon.headers.access_control_allow_methods import AccessControlAllowMethods
from antiphon.headers.access_control_allow_origin import AccessControlAllowOrigin
from antiphon.headers.access_control_expose_headers import AccessControlExposeHeaders
from antiphon.headers.access_control_max_age import AccessControlMaxAge
from antiphon.headers.age import Age
from antiphon.headers.allow import Allow
from antiphon.headers.alt_svc import AltSvc
from antiphon.headers.cache_control import CacheControl
from antiphon.headers.cdn_cache_control import CDNCacheControl
from antiphon.headers.clear_site_data import ClearSiteData
from antiphon.headers.content_digest import ContentDigest
from antiphon.headers.content_disposition import ContentDisposition
from antiphon.headers.content_encoding import ContentEncoding
from antiphon.headers.content_language import ContentLanguage
from antiphon.headers.content_location import ContentLocation
from antiphon.headers.content_range import ContentRange
from antiphon.headers.content_security_policy import ContentSecurityPolicy
from antiphon.headers.content_security_policy_report_only import ContentSecurityPolicyReportOnly
from antiphon.headers.content_type import ContentType
from antiphon.headers.critical_ch import CriticalCH
from antiphon.headers.cross_origin_embedder_policy import CrossOriginEmbedderPolicy
from antiphon.headers.cross_origin_embedder_policy_report_only import CrossOriginEmbedderPolicyReportOnly
from antiphon.headers.cross_origin_opener_policy import CrossOriginOpenerPolicy
from antiphon.headers.cross_origin_opener_policy_report_only import CrossOriginOpenerPolicyReportOnly
from antiphon.headers.cross_origin_resource_policy import CrossOriginResourcePolicy
from antiphon.headers.deprecation import Deprecation
from antiphon.headers.etag import ETag
from antiphon.headers.expires import Expires
from antiphon.headers.field import Field, FieldError
from antiphon.headers.last_modified import LastModified
from antiphon.headers.link import Link
from antiphon.headers.location import Location
from antiphon.headers.origin_agent_cluster import OriginAgentCluster
from antiphon.headers.permissions_policy import PermissionsPolicy
from antiphon.headers.priority import Priority
from antiphon.headers.ratelimit import RateLimit
from antiphon.headers.ratelimit_policy import RateLimitPolicy
from antiphon.headers.referrer_policy import ReferrerPolicy
from antiphon.headers.refresh import Refresh
from antiphon.headers.registry import FIELDS, field_class
from antiphon.headers.reporting_endpoints import ReportingEndpoints
from antiphon.headers.repr_digest import ReprDigest
from antiphon.headers.retry_after import RetryAfter
from antiphon.headers.server_timing import ServerTiming
from antiphon.headers.strict_transport_security import StrictTransportSecurity
from antiphon.headers.sunset import Sunset
from antiphon.headers.timing_allow_origin import TimingAllowOrigin
from antiphon.headers.vary import Vary
from antiphon.headers.www_authenticate import Challenge
from antiphon.headers.x_content_type_options import XContentTypeOptions
from antiphon.headers.x_frame_options import XFrameOptions

CLASSES = [found for name in FIELDS if (found := field_class(name))]

TCHARS = "!#$%&'*+-.^_`|~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
VISIBLE = "".join(map(chr, range(0x21, 0x7F)))

tokens = st.text(TCHARS, min_size=1, max_size=8)
token_tuples = st.lists(tokens, min_size=1, max_size=4).map(tuple)
quotable = st.text(VISIBLE + " \t", max_size=12)
# Beside ordinary times, those that need every digit that is promised.
seconds: SearchStrategy[int | timedelta] = st.one_of(
    st.integers(0, 10**12), st.just(10**600), st.integers(0, 10**9).map(lambda count: timedelta(seconds=count))
)
zones = st.integers(-1439, 1439).map(lambda minutes: timezone(timedelta(minutes=minutes)))
_FIRST, _LAST = datetime(2, 1, 1), datetime(9998, 12, 31)  # noqa: DTZ001  # hypothesis gives each a zone
moments = st.datetimes(_FIRST, _LAST, timezones=st.one_of(st.just(UTC), zones))
references = st.sampled_from(["/", "", "?q=1", "#top", "a/b;c=d,e", "https://example.com/%C3%A9?a=(b)", "//h:8/p"])
origins = st.sampled_from(["https://a.example", "http://localhost:8000", "https://[::1]:8443"])
sources = st.lists(st.sampled_from(["'self'", "https:", "*.cdn.example", "'nonce-YWJj'"]), min_size=1).map(tuple)
allowlists = st.one_of(st.sampled_from(["*", "self"]), st.lists(origins, max_size=2).map(tuple))
names_or_flag = st.one_of(st.booleans(), token_tuples)
file_names = st.text(st.characters(), max_size=12) | st.text("/\\:.~- a\u202e", max_size=4)
keys = st.from_regex(r"[a-z*][a-z0-9_.*-]{0,6}", fullmatch=True)
printable = st.text(VISIBLE + " ", max_size=8)


#: Media types of every kind, with parameters that change how content is read.
media_types = st.builds(
    "{}{}".format,
    st.sampled_from(
        (
            *("image/png", "TEXT/csv", "text/html", "image/svg+xml", "application/json", "text/event-stream", "a/b"),
            *("*/*", "multipart/mixed", "application/unknown", "application/vnd.x+json", "text/javascript"),
        )
    ),
    st.sampled_from(
        (
            *("", "; charset=utf-8", ";charset=Latin1", '; charset="utf-8"', "; charset=x", "; a=b; a=c"),
            *("; charset=hz-gb-2312", "; boundary=a", "; boundary=", ';x="charset=a"', " ;x=y", "; charset"),
        )
    ),
)


def _maybe(values: SearchStrategy[Any]) -> SearchStrategy[Any]:
    return st.none() | values


def _accepted(make: Callable[[Any], Any], values: SearchStrategy[Any]) -> SearchStrategy[Any]:
    """The fields that a function makes of values, where it takes them."""

    def made(value: Any) -> Any:
        try:
            return make(value)
        except FieldError:
            return None

    return values.map(made).filter(lambda field: field is not None)


def _optional(values: SearchStrategy[Any], *names: str) -> dict[str, SearchStrategy[Any]]:
    return dict.fromkeys(names, _maybe(values))


def _listed(field: Any, members: SearchStrategy[Any], least: int = 1) -> SearchStrategy[Any]:
    return st.lists(members, min_size=least, max_size=4).map(lambda chosen: field(*chosen))


_directives: dict[str, SearchStrategy[Any]] = {
    **dict.fromkeys(("public", "no_store", "must_understand", "must_revalidate", "immutable"), st.booleans()),
    **_optional(seconds, "max_age", "stale_while_revalidate", "stale_if_error"),
    "private": names_or_flag,
    "no_cache": names_or_flag,
    "proxy_revalidate": st.just(True),  # so that something is said
}
_policies: dict[str, SearchStrategy[Any]] = {
    **_optional(sources, "default_src", "script_src", "frame_ancestors"),
    **_optional(tokens, "report_to"),
    "sandbox": st.one_of(st.booleans(), st.just("allow-forms allow-scripts")),
    "upgrade_insecure_requests": st.just(True),
}
_digests = st.binary(min_size=32, max_size=32)
_opener = st.sampled_from(["same-origin", "same-origin-allow-popups", "noopener-allow-popups", "unsafe-none"])
_embedder = st.sampled_from(["require-corp", "credentialless", "unsafe-none"])

#: A strategy for each field, by its class.
BUILT: dict[type[Field], SearchStrategy[Any]] = {
    AcceptCH: _listed(AcceptCH, st.from_regex(r"[A-Za-z*][A-Za-z0-9:/-]{0,6}", fullmatch=True)),
    AcceptPatch: _listed(AcceptPatch, st.sampled_from(["text/plain", 'a/b;c="d,e"', "application/json-patch+json"])),
    AcceptPost: _listed(AcceptPost, st.sampled_from(["*/*", "image/*", "text/turtle; charset=utf-8"])),
    AcceptRanges: _listed(AcceptRanges, tokens),
    AccessControlAllowCredentials: st.builds(AccessControlAllowCredentials),
    AccessControlAllowHeaders: _listed(AccessControlAllowHeaders, tokens),
    AccessControlAllowMethods: _listed(AccessControlAllowMethods, tokens),
    AccessControlAllowOrigin: st.builds(AccessControlAllowOrigin, origins | st.sampled_from(["*", "null"])),
    AccessControlExposeHeaders: _listed(AccessControlExposeHeaders, tokens),
    AccessControlMaxAge: st.builds(AccessControlMaxAge, seconds),
    Age: st.builds(Age, seconds),
    # Codes of rules in Allow are refused on purpose (AN033).
    Allow: _listed(Allow, tokens.filter(lambda token: not re.fullmatch(r"[A-Z]{2}\d{3}", token)), least=0),
    AltSvc: st.just(AltSvc.clear())
    | st.builds(
        AltSvc,
        tokens,
        st.sampled_from([":443", "alt.example:8443", "[::1]:443"]),
        max_age=_maybe(seconds),
        persist=st.booleans(),
    ),
    CDNCacheControl: st.builds(
        CDNCacheControl,
        no_store=st.booleans(),
        private=names_or_flag,
        must_revalidate=st.just(True),
        max_age=_maybe(st.integers(0, 10**15 - 1)),
    ),
    CacheControl: st.builds(CacheControl, **_directives, extensions=st.just(()) | tokens.map(lambda t: (f"x-{t}",))),
    Challenge: st.one_of(
        st.builds(Challenge, tokens, token68=st.from_regex(r"[A-Za-z0-9+/._~-]{1,9}={0,2}", fullmatch=True)),
        st.builds(
            lambda scheme, parameters: Challenge(scheme, realm="r", **parameters),
            tokens,
            st.dictionaries(tokens.map(lambda t: f"x{t.lower()}"), quotable, max_size=3),
        ),
    ),
    ClearSiteData: _listed(ClearSiteData, st.sampled_from(["*", "cache", "executionContexts"])),
    ContentDigest: st.builds(ContentDigest, sha_256=_digests),
    ContentDisposition: st.builds(
        ContentDisposition, st.sampled_from(["attachment", "inline"]), filename=_maybe(file_names)
    ),
    ContentEncoding: _listed(ContentEncoding, tokens),
    ContentLanguage: _listed(ContentLanguage, st.sampled_from(["en", "zh-Hant-TW", "de-1996", "x-klingon", "i-lux"])),
    ContentLocation: st.builds(ContentLocation, references.filter(lambda target: "#" not in target)),
    ContentRange: st.one_of(
        st.builds(ContentRange.unsatisfied, st.integers(0, 10**18), unit=tokens),
        st.tuples(st.integers(0, 9), st.integers(0, 9), _maybe(st.integers(1, 9))).map(
            lambda gaps: ContentRange(gaps[0], sum(gaps[:2]), gaps[2] and sum(gaps))
        ),
    ),
    ContentSecurityPolicy: st.builds(ContentSecurityPolicy, **_policies),
    ContentSecurityPolicyReportOnly: st.builds(ContentSecurityPolicyReportOnly, **_policies),
    ContentType: _accepted(ContentType, media_types) | _accepted(ContentType.active, media_types),
    CriticalCH: _listed(CriticalCH, st.just("Sec-CH-UA-Arch")),
    CrossOriginEmbedderPolicy: st.builds(CrossOriginEmbedderPolicy, _embedder, report_to=_maybe(printable)),
    CrossOriginEmbedderPolicyReportOnly: st.builds(CrossOriginEmbedderPolicyReportOnly, _embedder),
    CrossOriginOpenerPolicy: st.builds(CrossOriginOpenerPolicy, _opener, report_to=_maybe(printable)),
    CrossOriginOpenerPolicyReportOnly: st.builds(CrossOriginOpenerPolicyReportOnly, _opener),
    CrossOriginResourcePolicy: st.builds(
        CrossOriginResourcePolicy, st.sampled_from(["same-origin", "same-site", "cross-origin"])
    ),
    Deprecation: st.builds(Deprecation, moments),
    ETag: st.builds(ETag, st.text(VISIBLE.replace('"', ""), max_size=12), weak=st.booleans()),
    Expires: st.builds(Expires, moments),
    LastModified: st.builds(LastModified, moments),
    Link: st.builds(
        Link,
        references,
        rel=st.sampled_from(["next", "https://rel.example/x", "preload prefetch"]),
        title=_maybe(st.text(st.characters(exclude_categories=["Cc", "Cs"]), max_size=8)),
        anchor=_maybe(references),
        as_=st.just("style"),
        **{"x-more": quotable},
    ),
    Location: _accepted(Location.decode, references) | _accepted(Location, references) | st.just(Location("/a")),
    OriginAgentCluster: st.builds(OriginAgentCluster, requested=st.booleans()),
    PermissionsPolicy: st.builds(
        PermissionsPolicy,
        camera=allowlists,
        xr_spatial_tracking=_maybe(allowlists),
        others=_maybe(st.dictionaries(keys.map(lambda key: f"x{key}"), allowlists, max_size=2)),
    ),
    Priority: st.builds(Priority, urgency=st.integers(0, 7), incremental=_maybe(st.booleans())),
    RateLimit: st.builds(
        RateLimit,
        printable,
        remaining=st.integers(0, 10**15 - 1),
        reset=_maybe(st.integers(0, 9)),
        partition_key=_maybe(st.binary(max_size=4)),
    ),
    RateLimitPolicy: st.builds(
        RateLimitPolicy,
        printable,
        quota=st.integers(0, 10**15 - 1),
        window=_maybe(st.integers(0, 9)),
        unit=_maybe(printable),
        partition_key=_maybe(st.binary(max_size=4)),
    ),
    ReferrerPolicy: _listed(ReferrerPolicy, st.sampled_from(["no-referrer", "origin", "unsafe-url"])),
    ReportingEndpoints: st.dictionaries(keys, references, min_size=1, max_size=3).map(
        lambda endpoints: ReportingEndpoints(**endpoints)
    ),
    ReprDigest: st.builds(ReprDigest, sha_256=_maybe(_digests), sha_512=st.binary(min_size=64, max_size=64)),
    Refresh: _accepted(lambda pair: Refresh(pair[0], url=pair[1]), st.tuples(st.integers(0, 9999), _maybe(references))),
    RetryAfter: st.builds(RetryAfter, seconds | moments),
    ServerTiming: st.builds(
        ServerTiming,
        tokens,
        duration=_maybe(st.timedeltas(timedelta(), timedelta(days=99))),
        description=_maybe(quotable),
    ),
    StrictTransportSecurity: st.builds(
        StrictTransportSecurity, seconds, include_subdomains=st.booleans(), preload=st.booleans()
    ),
    Sunset: st.builds(Sunset, moments),
    TimingAllowOrigin: _listed(TimingAllowOrigin, origins | st.just("*")),
    Vary: st.just(Vary("*")) | _listed(Vary, tokens.filter(lambda name: name != "*")),
    XContentTypeOptions: st.builds(XContentTypeOptions),
    XFrameOptions: st.builds(XFrameOptions, st.sampled_from(["DENY", "SAMEORIGIN"])),
}

#: Characters that field values may hold, and characters that they must not hold.
_PIECES = st.sampled_from(
    [*'"\\ ,;=/*<>()?@:%\t\r\n\0\x7f-0aZ', "\xe9", "\ud800", "\u2028", "9" * 700, "''", "max-age=1"]
)


@st.composite
def nearly(draw: st.DrawFn, field: type[Field]) -> str:
    """An example of the field with a few pieces put in, taken out or said again; now and then any text at all."""
    if draw(st.integers(0, 9)) == 0:
        return draw(st.text())
    text = draw(st.sampled_from(field.examples))
    for _ in range(draw(st.integers(0, 3))):
        start, end = sorted((draw(st.integers(0, len(text))), draw(st.integers(0, len(text)))))
        added = draw(st.one_of(_PIECES, st.just(text[start:end]), st.just("")))
        text = text[:start] + added + text[draw(st.sampled_from([start, end])) :]
    return text
