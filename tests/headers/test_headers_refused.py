"""The values that fields refuse, and in which words."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import pytest

from antiphon.headers.accept_ch import AcceptCH
from antiphon.headers.access_control_allow_origin import AccessControlAllowOrigin
from antiphon.headers.age import Age
from antiphon.headers.alt_svc import AltSvc
from antiphon.headers.cache_control import CacheControl
from antiphon.headers.cdn_cache_control import CDNCacheControl
from antiphon.headers.clear_site_data import ClearSiteData
from antiphon.headers.content_digest import ContentDigest
from antiphon.headers.content_disposition import ContentDisposition
from antiphon.headers.content_language import ContentLanguage
from antiphon.headers.content_location import ContentLocation
from antiphon.headers.content_range import ContentRange
from antiphon.headers.content_security_policy import ContentSecurityPolicy
from antiphon.headers.cross_origin_opener_policy import CrossOriginOpenerPolicy
from antiphon.headers.deprecation import Deprecation
from antiphon.headers.etag import ETag
from antiphon.headers.expires import Expires
from antiphon.headers.field import FieldError
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
from antiphon.headers.retry_after import RetryAfter
from antiphon.headers.server_timing import ServerTiming
from antiphon.headers.strict_transport_security import StrictTransportSecurity
from antiphon.headers.timing_allow_origin import TimingAllowOrigin
from antiphon.headers.values.conversion import convert
from antiphon.headers.vary import Vary
from antiphon.headers.www_authenticate import Challenge
from antiphon.headers.x_content_type_options import XContentTypeOptions
from antiphon.headers.x_frame_options import XFrameOptions

#: Values that are not a field.
NEVER = ("a\r\nX-Evil: 1", "\0", "a\nb", "\x7f", "\u20ac", "\ud800", " ", "\t")

#: Wire texts that a recipient reads otherwise than they look, or not at all. One row a field.
WIRE: dict[str, tuple[str, ...]] = {
    "Accept-CH": ("", "A B", "A,", '"A"', "A,,B", "(A)", "1A"),
    "Accept-Patch": ("", "text", "*/*", "text/plain,", "text/plain;charset"),
    "Accept-Post": ("", "json", "a/b c/d"),
    "Accept-Ranges": ("", "bytes,", "by tes"),
    "Access-Control-Allow-Credentials": ("", "True", "TRUE", "false", "1", '"true"'),
    "Access-Control-Allow-Headers": ("", "A B", '"A"', "A,,B"),
    "Access-Control-Allow-Methods": ("", "PUT PATCH", '"PUT"'),
    "Access-Control-Allow-Origin": ("", "https://a.example/", "https://A.example", "a.example", "*, *", "https://a, b"),
    "Access-Control-Expose-Headers": ("", "A;B", "A, "),
    "Access-Control-Max-Age": ("", "-1", "1.5", "+1", "60s", "1 "),
    "Age": ("", "9" * 641, "-1", "1, 2", "\u0661"),
    "Allow": ("GET,", "GET HEAD", ",", "(GET)"),
    "Alt-Svc": (
        "",
        "h3",
        "h3=:443",
        'h3=":443";',
        'h3=":99999"',
        'h3="443"',
        "Clear",
        'clear, h3=":1"',
        'h3=":1"; ma',
        'h3=":1"; ma=1.5',
    ),
    "Cache-Control": (
        "",
        "public max-age=60",
        "public; max-age=60",
        'max-age="60"',
        "max-age",
        "max-age=",
        "max-age=-1",
        "max-age=1.5",
        "max-age = 60",
        "max-age=1, max-age=2",
        "no-store=1",
        "no-store,",
        "no store",
        '"no-store"',
        'private=""',
        'private="a b"',
    ),
    "CDN-Cache-Control": ("", "No-Store", "max-age=-1", "max-age=1.0", "max-age", "no-store=1", "private=x"),
    "Clear-Site-Data": ("", "cookies", "'cookies'", '"Cookies"', '"cookies";a', '"cookies",'),
    "Content-Digest": ("", "sha-256=abc", "sha-256=:YWJj:", "sha-256=:a b:", "sha-256"),
    "Content-Disposition": (
        "",
        'filename="a"',
        "attachment; filename=a b.txt",
        "attachment; filename=a,b.txt",
        "attachment; filename = a",
        'attachment; filename="../a"',
        'attachment; filename="a\\\\b"',
        'attachment; filename="a"; filename="b"',
        "attachment; filename*=\"UTF-8''a\"",
        "attachment; filename*=UTF-8'a",
        "attachment; filename*=ISO-8859-1''a",
        "attachment; filename*=UTF-8''%E4",
        "attachment; filename*=UTF-8''a%2Fb",
        "attachment; filename*=UTF-8''a%00",
        "attachment; filename*=UTF-8''fdp.%E2%80%AEexe",
        'attachment; filename=""',
        "attachment; filename=..",
        "attachment;",
        "attachment; a",
    ),
    "Content-Encoding": ("", "gzip;", "gzip br"),
    "Content-Type": (
        "",
        " text/plain",
        "text/plain ",
        # RFC 9110 section 5.6.6: parameter = parameter-name "=" parameter-value; browsers ignore any other.
        "text/plain; charset = utf-8",
        "text/plain; charset= utf-8",
        "html",
        "text/*",
        "*/*",
        "text/plain; charset=utf-7",
        "text/plain; charset=utf-8; charset=utf-8",
        "application/json; charset=latin1",
        "multipart/mixed",
        "application/unknown",
        "text/plain, text/html",
    ),
    "Content-Language": ("", "en_US", "e", "en-", "x", "abcdefghi"),
    "Content-Location": ("/a b", "/a#b", "1:2", "/\u00e9", "<a>"),
    "Content-Range": (
        "",
        "bytes",
        "bytes 0-1",
        "bytes 5-4/10",
        "bytes 0-10/10",
        "bytes */*",
        "bytes 0-1/2 ",
        "bytes=0-1/2",
        "bytes  0-1/2",
        "bytes -1/2",
    ),
    "Content-Security-Policy": (
        "",
        ";",
        "script-src: 'self'",
        "script_src 'self'",
        "default-src ",
        "default-src \u00e9",
        "a,",
        "a b\x0bc",
    ),
    "Content-Security-Policy-Report-Only": ("", "=a"),
    "Critical-CH": ("", "'A'"),
    "Cross-Origin-Embedder-Policy": ("", "Require-Corp", '"require-corp"', "require-corp, require-corp", "true"),
    "Cross-Origin-Embedder-Policy-Report-Only": ("", "corp"),
    "Cross-Origin-Opener-Policy": ("", "Same-Origin", '"same-origin"', "same-origin same-origin", "?1"),
    "Cross-Origin-Opener-Policy-Report-Only": ("", "same_origin"),
    "Cross-Origin-Resource-Policy": ("", "Same-Origin", "same-origin;", "same-origin, same-site"),
    "Deprecation": ("", "true", "1", "@1.5", "@", "Sun, 06 Nov 1994 08:49:37 GMT", "@999999999999999"),
    "ETag": ("", "abc", 'w/"a"', '"a"b"', "'a'", '"a b"', '"a', "*"),
    "Expires": ("", "0", "-1", "Sunday, 06-Nov-94 08:49:37 GMT", "Sun, 06 Nov 1994 08:49:37 UTC"),
    "Last-Modified": ("", "Mon, 06 Nov 1994 08:49:37 GMT", "Sun, 31 Feb 2021 00:00:00 GMT", "now"),
    "Link": (
        "",
        "/x; rel=next",
        "</x>",
        "</x>; rel",
        "</x>; rel=''",
        "</x>; rel = next",
        "</x>; rel=next; rel=prev",
        "</a b>; rel=next",
        "</x>, rel=next",
        "</x>; rel=next,",
        '</x>; rel=next; anchor="a b"',
        "</x>; rel='next'",
    ),
    "Location": ("/a b", "/a\\b", "https://exa mple/", "/\u00e9", "%zz", "a:b:c d"),
    "Origin-Agent-Cluster": ("", "true", "1", "?2", "?1 ?1"),
    "Permissions-Policy": (
        "",
        "geolocation 'none'",
        "camera=(); microphone=(), ",
        "camera=(); microphone=()",
        "Camera=()",
        "camera=(https://a.example)",
        'camera=("self")',
        "camera=none",
        "camera",
        "camera=(self",
    ),
    "Priority": ("", "u=8", "u=-1", "u", "u=1.0", "i=1", "U=1"),
    "RateLimit": ("", "50", '"a"', '"a";r=-1', '"a";r=1.5', "a;r=1", '"a";r=1;t=?1'),
    "RateLimit-Policy": ("", '"a";w=1', '"a";q="1"', '"a";q=1;w=-1', '"a";q=1;qu=b', '"a";q=1;pk=1'),
    "Refresh": ("", "-1", "x", "1.5", "0; uri=/x", "0, url=/x", "0; url=//h.example", "0; url=a b", "0;url="),
    "Referrer-Policy": ("", "never", "none", "no-referrer;", "No-Referrer", "origin,"),
    "Reporting-Endpoints": ("", "main", "main=https://a", 'Main="https://a"', 'main="a b"', "main=1"),
    "Repr-Digest": ("", "sha-512=:YWJj:", "sha-256=?1"),
    "Retry-After": ("", "1.5", "-1", "soon", "60 s", "sat, 29 oct 1994 19:43:31 gmt"),
    "Server-Timing": ("", '"a"', "a;dur = 1", "a b", "a;dur=1;dur=2", "a,", 'a;desc="x'),
    "Strict-Transport-Security": (
        "",
        "includeSubDomains",
        "max-age",
        "max-age=-1",
        "max-age=1.5",
        "max-age=1, includeSubDomains",
        "max-age=1 includeSubDomains",
        "max-age=1; max-age=1",
        "max-age=1; preload=1",
        "max-age = 1",
    ),
    "Sunset": ("", "@1", "2026-01-01"),
    "Timing-Allow-Origin": ("", "https://a.example/", "a.example", "HTTPS://a", "https://a:443"),
    "Vary": ("", "*, Accept", "Accept,", "Accept;q", "Accept Origin"),
    "WWW-Authenticate": (
        "",
        'Basic realm = "a"',
        'Basic realm="a',
        'Basic realm="a", realm="b"',
        'realm="a"',
        'Basic, realm="a"',
        "Bearer a=b c=d",
        'Basic realm="\u00e9"',
    ),
    "X-Content-Type-Options": ("", "no-sniff", '"nosniff"', "nosniff;", "nosniff, nosniff"),
    "X-Frame-Options": ("", "ALLOW-FROM https://a.example", "SAME-ORIGIN", "DENY;", "DENY, SAMEORIGIN"),
}


def test_every_field_refuses_something() -> None:
    """The table leaves no field out."""
    assert sorted(name.lower() for name in WIRE) == sorted(FIELDS)


@pytest.mark.parametrize(("name", "text"), [(name, text) for name, texts in WIRE.items() for text in (*texts, *NEVER)])
def test_wire_text_is_refused(name: str, text: str) -> None:
    """Text that a recipient would ignore, or read otherwise than it looks, is refused."""
    field = field_class(name)
    assert field is not None
    with pytest.raises(FieldError, match=f"^{name}[: ]"):
        field.decode(text)


NAIVE = datetime(2026, 1, 1)  # noqa: DTZ001  # it is what fields refuse

#: A value that cannot be said, and the words that say so.
BUILT: list[tuple[Callable[[], Any], str]] = [
    (lambda: AccessControlAllowOrigin("https://a.example/"), "'https://a.example/' is not one origin"),
    (lambda: Age(-1), "the time is -1, which is not a number of seconds from 0 up"),
    (lambda: Age(True), "the time is True, which is not a number of seconds"),
    (lambda: Age(timedelta(seconds=0.5)), "only whole seconds can be said"),
    (lambda: Age(10**700), "the time has more than 640 digits"),
    (lambda: AltSvc("h3", "443"), "'443' does not end in a port such as ':443'"),
    (lambda: AltSvc("h3", "a b:443"), "'a b' is not a host"),
    (CacheControl, "needs at least one directive"),
    (lambda: CacheControl(max_age=-1), "max-age is -1"),
    (lambda: CacheControl(private=()), "private names no field"),
    (lambda: CacheControl(no_cache=("a b",)), "'a b' is not a field name"),
    (lambda: CacheControl(extensions=("no-store",)), "no-store is not an extension"),
    (lambda: CacheControl(extensions=("a b",)), "'a b' is not a directive"),
    (lambda: CacheControl(extensions=("a", 1)), "1 among the extensions is not text"),  # type: ignore[arg-type]
    (CDNCacheControl, "needs at least one directive"),
    (lambda: CDNCacheControl(max_age=10**16), "is not an integer of up to 15 digits"),
    (lambda: Challenge("Bearer realm"), "'Bearer realm' is not an authentication scheme"),
    (lambda: Challenge("Basic"), "Basic needs a realm"),
    (lambda: Challenge("Negotiate", token68="a b"), "'a b' is not a token68"),
    (lambda: Challenge("Negotiate", token68="a", realm="b"), "parameters or a token68, not both"),
    (lambda: Challenge("Bearer", realm="\r\n"), "a quoted string holds printable ASCII only"),
    (lambda: Challenge("Digest", realm="a", algorithm="a b"), "'a b' is not a value of algorithm"),
    # RFC 9110 section 11.2: "each parameter name MUST only occur once per challenge", in any case.
    (lambda: Challenge("Bearer", realm="a", Realm="b"), "realm appears twice in one challenge"),
    (ClearSiteData, "needs at least one kind of data"),
    (ContentDigest, "needs at least one member"),
    (lambda: ContentDigest(sha_256=b"short"), "sha-256 has 5 octets, and such a hash has 32"),
    (lambda: ContentDigest.of_content("a"), "the content is text; encode it"),  # type: ignore[arg-type]
    (lambda: ContentDisposition.decode('attachment; filename="a/b"'), "the filename 'a/b' has a path separator"),
    (lambda: ContentDisposition.decode("attachment; filename=.."), "the filename '..' has nothing that names a file"),
    (lambda: ContentDisposition.decode('attachment; filename="a\tb"'), "has a control character"),
    (lambda: ContentDisposition.decode("attachment; filename*=UTF-8''a%E2%80%AEb"), "reverses what is shown"),
    (lambda: ContentDisposition("attachment", filename="a", fallback="a/b"), "the fallback 'a/b' has a path separator"),
    (lambda: ContentDisposition("attachment", filename=b"a"), "is bytes where text is needed"),  # type: ignore[arg-type]
    (lambda: ContentDisposition("attachment", filename="é", fallback="é"), "the fallback 'é' is not ASCII"),
    (lambda: ContentDisposition("attachment", fallback="a"), "a fallback goes with a filename"),
    (lambda: ContentDisposition("attachment", extensions=("a",)), "are not parameters of the form name=value"),
    (lambda: ContentDisposition("attachment", extensions=("filename=a",)), "has a parameter of its own"),
    (lambda: ContentLanguage("en_US"), "'en_US' is not a language tag"),
    (lambda: ContentLocation("/a#b"), "'/a#b' has a fragment"),
    # RFC 9110 section 4.2.4: no user information "within a message as a target URI or field value".
    (lambda: ContentLocation("https://user@a.example/"), "has a user name in front of its host"),
    (lambda: ContentLocation("https://a.example:99999/"), "ports end at 65535"),
    (lambda: ContentRange(5, 4, 10), "the first position 5 is after the last position 4"),
    (lambda: ContentRange(0, 10, 10), "the last position 10 is not inside a length of 10"),
    (lambda: ContentRange(-1, 1, None), "the first position is -1"),
    (lambda: ContentRange.unsatisfied(-1), "the length is -1"),
    (ContentSecurityPolicy, "needs at least one directive"),
    (lambda: ContentSecurityPolicy(script_src="self"), "self is a keyword only in single quotes"),
    (lambda: ContentSecurityPolicy(script_src=("'none'", "https:")), "'none' goes alone"),
    (lambda: ContentSecurityPolicy(script_src="a;b"), "'a;b' is not visible ASCII without"),
    (lambda: ContentSecurityPolicy(script_src=()), "names no source"),
    (lambda: ContentSecurityPolicy(script_src="'bogus'"), "in script-src, \"'bogus'\" is not a keyword"),
    (lambda: ContentSecurityPolicy(script_src="'nonce-'"), "is not a nonce or hash in base64"),
    (lambda: ContentSecurityPolicy(script_src="'sha256-YWJj'"), "is not as long as a SHA-256 is"),
    (lambda: ContentSecurityPolicy(img_src='a"b'), "is not a source"),
    (lambda: ContentSecurityPolicy(report_to="a b"), "'a b' is not the name of an endpoint"),
    (lambda: Deprecation(NAIVE), "needs an aware datetime"),
    (lambda: ETag('"v1"'), "has its quotes already"),
    (lambda: ETag.of("\ud800"), "holds a lone surrogate"),
    (lambda: ETag("a b"), "'a b' is not visible ASCII without double quotes"),
    (lambda: Expires(datetime(1, 1, 1, tzinfo=timezone(timedelta(hours=1)))), "is before the year 1"),
    (lambda: Link("/x", rel="a b/c"), "'b/c' is neither a relation type nor a URI"),
    (lambda: Link("/a b", rel="next"), "'/a b' is not a URI-reference"),
    (lambda: Link("/a", rel="next", title="\ud800é"), "holds a lone surrogate"),
    (lambda: Link("/a", rel="alternate", hreflang="en_US"), "has the hreflang 'en_US', which is not a language tag"),
    (lambda: Link("/a", rel="alternate", media_type="html"), "has the type 'html', which is not of the form"),
    (lambda: Location("https://elsewhere.example/"), "leaves its origin"),
    (lambda: Location("//elsewhere.example/"), "leaves its origin"),
    (lambda: Location("\ud800"), "is not a URI-reference"),
    (lambda: Location.untrusted("https://elsewhere.example/"), "leaves its origin"),
    (lambda: Location(""), "is empty"),
    (lambda: Location("#top"), "the same URL again"),
    (lambda: Location("?a\t"), "is not a URI-reference"),
    (lambda: Location("localhost:8000/x"), "leaves its origin"),
    (lambda: Location.decode("//h.example/"), "leads to a host without saying so"),
    (lambda: Location.decode("javascript:alert(1)"), "no browser follows"),
    (lambda: Location.decode("https:///h.example/"), "without saying so"),
    (lambda: Location.external("/here"), "is not an absolute URL"),
    (lambda: Location.external("https://bank.example@evil.example/"), "user information"),
    (lambda: Location.external("https:/evil.example/"), "names no host"),
    (lambda: Location.external("https://a.example:99999/"), "ports end at 65535"),
    (lambda: Location.external("www.shop.example:8000/x"), "names the scheme"),
    (lambda: Location.external("myapp:done"), "which is not allowed here"),
    (lambda: Location.external("https://a.example/", schemes=("myapp",)), "which is not allowed here"),
    (lambda: Location.external("http://a.example/", schemes="https"), "the schemes 'https' are one text"),
    (lambda: Location.external("javascript:alert(1)", schemes=("javascript",)), "no browser follows"),
    (lambda: Refresh(-1), "from 0 up"),
    (lambda: Refresh(1, url="//evil.example"), "leaves its origin"),
    (lambda: Refresh.decode("0; url=myapp:x"), "which no browser follows from a Refresh"),
    (lambda: Refresh.decode("0; url=javascript:x"), "which no browser follows from a Refresh"),
    (lambda: Refresh.untrusted("0; url=https://evil.example/"), "leaves its origin"),
    (lambda: Refresh.decode("0, url=/x"), "is not of the form"),
    (PermissionsPolicy, "needs at least one member"),
    (lambda: PermissionsPolicy(camera=("a.example",)), "camera allows 'a.example', which is not"),
    (lambda: PermissionsPolicy(others={"Camera": ()}), "'Camera' is not a key"),
    (lambda: PermissionsPolicy(camera=("*", "self")), "camera allows everybody and names others as well"),
    (Priority, "needs at least one member"),
    (lambda: RateLimit("é", remaining=1), "'é' is not printable ASCII"),
    (lambda: RateLimit("a", remaining=10**15), "an integer has at most 15 digits"),
    (lambda: RateLimitPolicy("a", quota=1, unit=5), "qu is 5, which is not the name of a unit"),  # type: ignore[arg-type]
    (lambda: RateLimit("a", remaining=1, partition_key="b"), "pk is 'b', which is not octets"),  # type: ignore[arg-type]
    (lambda: ReportingEndpoints(main="a b"), "'a b' is not a URI-reference"),
    (lambda: RetryAfter(NAIVE), "needs an aware datetime"),
    (lambda: ServerTiming("a", duration=timedelta(seconds=-1)), "is not a timedelta from 0 up"),
    (lambda: StrictTransportSecurity(1, include_subdomains=True, extensions=("preload",)), "not a further directive"),
    # Fetch, "serializing a request origin": the port of the scheme is left out, so no request has this origin.
    (lambda: TimingAllowOrigin("https://a.example:443"), "names the port that browsers leave out"),
    (lambda: Vary("*", "Accept"), "'\\*' goes alone"),
    (Vary, "needs at least one member"),
]


@pytest.mark.parametrize(("build", "words"), BUILT)
def test_building_is_refused(build: Callable[[], Any], words: str) -> None:
    """A value that cannot be said is refused when it is built, in words that name the value or its fault."""
    with pytest.raises(FieldError, match=words):
        build()


#: Constructors with arguments of types that a type checker refuses.
MISTYPED: list[tuple[Any, tuple[Any, ...], dict[str, Any]]] = [
    (AcceptCH, (None,), {}),
    (AccessControlAllowOrigin, (1,), {}),
    (Age, ("1",), {}),
    (AltSvc, ("h3", 443), {}),
    (CacheControl, (), {"no_store": "no"}),
    (CacheControl, (), {"max_age": "60"}),
    (CacheControl, (), {"extensions": "a=b"}),
    (CacheControl, (), {"extensions": None}),
    (Challenge, (None,), {}),
    (Challenge, ("Negotiate",), {"token68": 1}),
    (ClearSiteData, ("cookie",), {}),
    (ContentDisposition, ("attachement",), {}),
    (ContentDisposition, ("attachment",), {"filename": 1}),
    (ContentDisposition, ("attachment",), {"extensions": 1}),
    (ContentLocation, (None,), {}),
    (ContentRange, ("0", "1", "2"), {}),
    (ContentSecurityPolicy, (), {"script_src": (1,)}),
    (ContentSecurityPolicy, (), {"script_src": 1}),
    (ContentSecurityPolicy, (), {"upgrade_insecure_requests": 1}),
    (CrossOriginOpenerPolicy, ("same_origin",), {}),
    (ETag, (1,), {}),
    (ETag.of, (1,), {}),
    (Expires, ("tomorrow",), {}),
    (Link, (1,), {"rel": "next"}),
    (Link, ("/",), {"rel": "next", "title": 1}),
    (Link, ("/",), {"rel": "next", "media_type": 1}),
    (Location, (None,), {}),
    (Location.external, (None,), {}),
    (OriginAgentCluster, (), {"requested": 1}),
    (PermissionsPolicy, (), {"camera": 1}),
    (PermissionsPolicy, (), {"others": ("camera",)}),
    (Priority, (), {"urgency": "high"}),
    (Refresh, (1,), {"url": 1}),
    (ReferrerPolicy, ("never",), {}),
    (ReportingEndpoints, (), {"main": 1}),
    (ServerTiming, ("a",), {"duration": 0.5}),
    (StrictTransportSecurity, (1,), {"include_subdomains": "yes"}),
    (StrictTransportSecurity, (1,), {"include_subdomains": True, "extensions": "abc"}),
    (Vary, (1,), {}),
    (Vary.of, (None,), {}),
    (XContentTypeOptions, ("sniff",), {}),
    (XFrameOptions, ("ALLOWALL",), {}),
]


@pytest.mark.parametrize(("field", "arguments", "keywords"), MISTYPED)
def test_wrong_types_are_refused_in_words(field: Any, arguments: tuple[Any, ...], keywords: dict[str, Any]) -> None:
    """Where no type checker looks, a value of the wrong type is a FieldError like any other wrong value."""
    with pytest.raises(FieldError):
        field(*arguments, **keywords)


def test_a_keyword_takes_the_field_its_text_or_what_it_is_of() -> None:
    """`headers(...)` reads text, hands typed values on, and builds the field from a plain value where it says so."""
    assert Age(5) == convert(Age, Age(5)) == convert(Age, "5") == convert(Age, timedelta(seconds=5))
    assert Vary("A", "B") == convert(Vary, ["A", "B"])
    moment = datetime(2026, 1, 1, tzinfo=UTC)
    assert RetryAfter(moment) == convert(RetryAfter, moment)
    assert Expires(moment) == convert(Expires, moment)
    assert OriginAgentCluster(requested=False) == convert(OriginAgentCluster, False)


@pytest.mark.parametrize(("field", "value"), [(ETag, 1), (Vary, 1), (Age, 1.5), (Location, b"/a")])
def test_a_keyword_refuses_any_other_type(field: Any, value: object) -> None:
    """A value that says nothing of the field is refused, and its type is named."""
    with pytest.raises(FieldError, match=field.field_name):
        convert(field, value)
