"""One cookie's plain values -> its Set-Cookie octets, or the reasons why not.

The one writer: the compiler, the drop-in `set_cookie` and the cookie rules all stand on it. http.cookies is not used:
it quotes where it should refuse, and knows `Partitioned` only on Python 3.14.

Section numbers are those of draft-ietf-httpbis-rfc6265bis-22 unless another document is named.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterator
from datetime import datetime
from typing import NamedTuple, Protocol

from antiphon.grammar import AV_OCTETS, CONTROL, COOKIE_VALUE, DIGITS, HOST_NAME, IPV4, TOKEN
from antiphon.http_date import format_http_date, parse_http_date

#: Section 5.6 step 5: name and value together, in octets. The "=" does not count.
MAX_NAME_AND_VALUE = 4096
#: Section 5.6, attribute step 6: a longer attribute value is ignored.
MAX_ATTRIBUTE_VALUE = 1024


class Cookie(Protocol):
    """What the writer needs to know of a cookie. Attributes that are None or False are not written."""

    @property
    def name(self) -> str: ...
    @property
    def value(self) -> str | None: ...
    @property
    def domain(self) -> str | None: ...
    @property
    def path(self) -> str | None: ...
    @property
    def max_age(self) -> int | str | None: ...
    @property
    def expires(self) -> datetime | str | None: ...
    @property
    def secure(self) -> bool: ...
    @property
    def http_only(self) -> bool: ...
    @property
    def same_site(self) -> str | None: ...
    @property
    def partitioned(self) -> bool: ...
    @property
    def extensions(self) -> tuple[tuple[str, str | None], ...]: ...


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class PlainCookie:
    """A cookie without pydantic, for the run-time part."""

    name: str
    value: str | None = None
    domain: str | None = None
    path: str | None = None
    max_age: int | str | None = None
    expires: datetime | str | None = None
    secure: bool = False
    http_only: bool = False
    same_site: str | None = None
    partitioned: bool = False
    extensions: tuple[tuple[str, str | None], ...] = ()


class Reason(NamedTuple):
    """Why a cookie is refused: the rule's code, the part at fault, and a sentence without the cookie's value."""

    code: str
    part: str
    message: str


_SAME_SITE = {"lax": "Lax", "strict": "Strict", "none": "None"}


def attributes(cookie: Cookie) -> Iterator[tuple[str, str | None]]:
    """The attributes in the order in which they are written; a value of None is a flag."""
    if cookie.domain is not None:
        yield "Domain", cookie.domain
    if cookie.expires is not None:
        yield "Expires", _date_text(cookie.expires)
    if cookie.http_only:
        yield "HttpOnly", None
    if cookie.max_age is not None:
        yield "Max-Age", str(cookie.max_age)
    if cookie.partitioned:
        yield "Partitioned", None
    if cookie.path is not None:
        yield "Path", cookie.path
    if cookie.same_site is not None:
        yield "SameSite", _SAME_SITE.get(cookie.same_site.lower(), cookie.same_site)
    if cookie.secure:
        yield "Secure", None
    yield from cookie.extensions


def attribute_text(cookie: Cookie) -> str:
    """Everything after the value: `; Path=/; Secure` and so on, empty where there are no attributes."""
    return "".join(f"; {name}" if value is None else f"; {name}={value}" for name, value in attributes(cookie))


def write(cookie: Cookie) -> str:
    """The field value of one Set-Cookie line. Check `reasons` first: this writes what it is told."""
    return f"{cookie.name}={cookie.value or ''}{attribute_text(cookie)}"


def _date_text(moment: datetime | str) -> str:
    if isinstance(moment, str):
        return moment
    return format_http_date(moment) if moment.tzinfo else moment.isoformat()


def is_deletion(cookie: Cookie) -> bool:
    """Whether the cookie's lifetime is over on arrival: Max-Age of zero or less, or a date that has passed."""
    age = str(cookie.max_age).removeprefix("-") if cookie.max_age is not None else ""
    if DIGITS.fullmatch(age):
        return str(cookie.max_age).startswith("-") or not age.strip("0")
    if isinstance(cookie.expires, str):
        if cookie.expires in ("0", "-1"):
            return True
        moment = parse_http_date(cookie.expires)
    else:
        moment = cookie.expires if cookie.expires and cookie.expires.tzinfo else None
    return moment is not None and moment.timestamp() <= 1


def _clean(text: str) -> bool:
    """Control octets have a rule of their own (CK005); the others do not repeat its finding."""
    return CONTROL.search(text) is None


def _nameless(cookie: Cookie) -> str | None:
    return None if cookie.name else "the cookie has no name"


def _name_not_a_token(cookie: Cookie) -> str | None:
    if not cookie.name or not _clean(cookie.name) or TOKEN.fullmatch(cookie.name):
        return None
    return f"the cookie name {cookie.name!r} is not a token"


def _value_not_cookie_octets(cookie: Cookie) -> str | None:
    value = cookie.value
    if value is None or not _clean(value) or COOKIE_VALUE.fullmatch(value):
        return None
    if COOKIE_VALUE.fullmatch(value.strip()):
        return f"the value of cookie {cookie.name!r} has spaces around it, which browsers strip"
    return f"the value of cookie {cookie.name!r} holds characters that are not cookie-octets"


def _control_octet(cookie: Cookie) -> str | None:
    parts = [("name", cookie.name), ("value", cookie.value or "")]
    parts += [(name, value or "") for name, value in attributes(cookie)]
    parts += [("attribute name", name) for name, _ in cookie.extensions]
    for part, text in parts:
        if not _clean(text):
            return f"the {part} of the cookie holds a control character"
    return None


def _name_and_value_too_long(cookie: Cookie) -> str | None:
    size = len(cookie.name.encode(errors="surrogatepass")) + len((cookie.value or "").encode(errors="surrogatepass"))
    if size <= MAX_NAME_AND_VALUE:
        return None
    return f"name and value of cookie {cookie.name[:40]!r} are {size} octets long; browsers drop more than 4096"


def _attribute_too_long(cookie: Cookie) -> str | None:
    for name, value in attributes(cookie):
        size = len((value or "").encode(errors="surrogatepass"))
        if size > MAX_ATTRIBUTE_VALUE and name.lower() in _KNOWN:
            return f"the {name} attribute is {size} octets long; browsers ignore more than 1024"
    return None


def _attribute_twice(cookie: Cookie) -> str | None:
    seen: set[str] = set()
    for name, _ in attributes(cookie):
        if name.lower() in seen:
            return f"the {name} attribute appears twice"
        seen.add(name.lower())
    return None


_FLAGS = frozenset(("secure", "httponly", "partitioned"))
_KNOWN = _FLAGS | {"domain", "expires", "max-age", "path", "samesite"}


def _flag_with_value(cookie: Cookie) -> str | None:
    for name, value in cookie.extensions:
        if name.lower() in _FLAGS and value is not None:
            return f"{name} is a flag; a value, even `false`, switches it on"
    return None


def _extension_not_grammatical(cookie: Cookie) -> str | None:
    for name, value in cookie.extensions:
        text = name if value is None else f"{name}={value}"
        if _clean(text) and (not name.strip() or not AV_OCTETS.fullmatch(text)):
            return f"the attribute {text!r} holds characters that no attribute may hold"
    return None


def _max_age_not_digits(cookie: Cookie) -> str | None:
    age = str(cookie.max_age) if cookie.max_age is not None else "0"
    if not _clean(age) or DIGITS.fullmatch(age) or DIGITS.fullmatch(age.removeprefix("-")):
        return None  # a negative one is _deletion_by_invalid_lifetime's
    return f"Max-Age is {age!r}, which is not a number of seconds"


def _expires_not_a_date(cookie: Cookie) -> str | None:
    expires = cookie.expires
    if expires is None or expires in ("0", "-1"):
        return None
    if isinstance(expires, str):
        if not _clean(expires):
            return None
        moment = parse_http_date(expires)
        if moment is None:
            return f"Expires is {expires!r}, which is not an IMF-fixdate"
    elif expires.tzinfo is None:
        return "Expires is a naive datetime, which names no moment"
    else:
        moment = expires
    return "Expires lies before the year 1601, which browsers do not read" if moment.year < 1601 else None


def _deletion_by_invalid_lifetime(cookie: Cookie) -> str | None:
    age = cookie.max_age
    if age is not None and str(age).startswith("-") and DIGITS.fullmatch(str(age)[1:]):
        return f"Max-Age is {age}; a negative number is outside the grammar"
    if cookie.expires in ("0", "-1"):
        return f"Expires is {cookie.expires!r}; browsers ignore it and keep the cookie for the session"
    return None


def _domain_not_a_host_name(cookie: Cookie) -> str | None:
    domain = cookie.domain
    if domain is None or not _clean(domain) or HOST_NAME.fullmatch(domain):
        return None
    return f"Domain is {domain!r}, which is not a host name" if domain else "Domain is empty"


def _path_not_absolute(cookie: Cookie) -> str | None:
    path = cookie.path
    if path is None or not _clean(path) or path.startswith("/"):
        return None
    return f"Path is {path!r}, which does not begin with '/'"


#: URL Standard section 1.3: what a browser percent-encodes in a path; a request path never holds these as they are.
_PATH_ENCODED = frozenset(' "#<>?\\^`{|}')
_DOT_SEGMENTS = frozenset((".", "..", "%2e", ".%2e", "%2e.", "%2e%2e"))


def _path_never_sent(cookie: Cookie) -> str | None:
    path = cookie.path
    if path is None or not _clean(path) or not path.startswith("/"):
        return None
    if ";" in path:
        return "Path holds ';', which ends the attribute and begins another"
    bad = sorted({c for c in path if c in _PATH_ENCODED or not c.isascii()})
    if bad:
        return f"Path holds {bad[0]!r}, which no browser's request path holds as it is"
    if any(segment.lower() in _DOT_SEGMENTS for segment in path.split("/")):
        return "Path holds a dot segment, which no request path keeps"
    return None


def _same_site_unknown(cookie: Cookie) -> str | None:
    same_site = cookie.same_site
    if same_site is None or not _clean(same_site) or same_site.lower() in _SAME_SITE:
        return None
    return f"SameSite is {same_site!r}"


def _same_site_none_without_secure(cookie: Cookie) -> str | None:
    if (cookie.same_site or "").lower() != "none" or cookie.secure:
        return None
    return f"cookie {cookie.name!r} has SameSite=None but not Secure; browsers drop it"


def _prefix(cookie: Cookie) -> str:
    """The name prefix, in lower case: browsers compare without regard to case (section 5.4)."""
    name = cookie.name.lower()
    for prefix in ("__host-http-", "__host-", "__secure-", "__http-"):
        if name.startswith(prefix):
            return prefix
    return ""


def _secure_prefix_without_secure(cookie: Cookie) -> str | None:
    if _prefix(cookie) != "__secure-" or cookie.secure:
        return None
    return f"cookie {cookie.name!r} has the __Secure- prefix but not Secure; browsers drop it"


def _host_prefix_faults(cookie: Cookie) -> str:
    lacks = [] if cookie.secure else ["Secure"]
    lacks += [] if cookie.path == "/" else ["Path=/"]
    return " and ".join(lacks)


def _host_prefix_unmet(cookie: Cookie) -> str | None:
    if not _prefix(cookie).startswith("__host-"):
        return None
    if lacks := _host_prefix_faults(cookie):
        return f"cookie {cookie.name!r} has the __Host- prefix but not {lacks}; browsers drop it"
    if cookie.domain is not None:
        return f"cookie {cookie.name!r} has the __Host- prefix and a Domain; browsers drop it"
    return None


def _http_prefix_unmet(cookie: Cookie) -> str | None:
    if _prefix(cookie) != "__http-" or (cookie.secure and cookie.http_only):
        return None
    return f"cookie {cookie.name!r} has the __Http- prefix but not both Secure and HttpOnly; browsers drop it"


def _host_http_prefix_unmet(cookie: Cookie) -> str | None:
    if _prefix(cookie) != "__host-http-" or cookie.http_only:
        return None
    return f"cookie {cookie.name!r} has the __Host-Http- prefix but not HttpOnly; browsers drop it"


def _partitioned_without_secure(cookie: Cookie) -> str | None:
    if not cookie.partitioned or cookie.secure:
        return None
    return f"cookie {cookie.name!r} is Partitioned but not Secure; browsers drop it"


#: Every error that one cookie can have by itself: the rule's code, the part at fault, and the check.
CHECKS: dict[str, tuple[str, Callable[[Cookie], str | None]]] = {
    "CK001": ("name", _nameless),
    "CK002": ("name", _name_not_a_token),
    "CK003": ("value", _value_not_cookie_octets),
    "CK005": ("", _control_octet),
    "CK006": ("extensions", _extension_not_grammatical),
    "CK007": ("value", _name_and_value_too_long),
    "CK008": ("", _attribute_too_long),
    "CK009": ("extensions", _attribute_twice),
    "CK010": ("extensions", _flag_with_value),
    "CK020": ("max_age", _max_age_not_digits),
    "CK022": ("expires", _expires_not_a_date),
    "CK026": ("", _deletion_by_invalid_lifetime),
    "CK030": ("domain", _domain_not_a_host_name),
    "CK040": ("path", _path_not_absolute),
    "CK041": ("path", _path_never_sent),
    "CK051": ("same_site", _same_site_unknown),
    "CK052": ("same_site", _same_site_none_without_secure),
    "CK060": ("secure", _secure_prefix_without_secure),
    "CK061": ("name", _host_prefix_unmet),
    "CK062": ("name", _http_prefix_unmet),
    "CK063": ("http_only", _host_http_prefix_unmet),
    "CK070": ("partitioned", _partitioned_without_secure),
}


def reasons(cookie: Cookie) -> tuple[Reason, ...]:
    """Why a cookie must not be sent, in the order of the codes; empty where it may."""
    found = ((code, part, check(cookie)) for code, (part, check) in CHECKS.items())
    return tuple(Reason(code, part, message) for code, part, message in found if message)


def is_ip_address(host: str) -> bool:
    """Whether a host is an IP literal, which no Domain attribute can widen (section 5.1.3)."""
    return bool(IPV4.fullmatch(host)) or host.startswith("[")
