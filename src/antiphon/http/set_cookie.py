"""One cookie's plain values -> its Set-Cookie octets, or the reasons why not.

The one writer: the compiler, the drop-in `set_cookie` and the cookie rules all stand on it. http.cookies is not used:
it quotes where it should refuse, and knows `Partitioned` only on Python 3.14.

Section numbers are those of draft-ietf-httpbis-rfc6265bis-22 unless another document is named.
"""

from __future__ import annotations

import dataclasses
import decimal
import re
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from typing import Any, NamedTuple, Protocol

from antiphon.http.dates import format_http_date, parse_http_date
from antiphon.http.grammar import AV_OCTETS, CONTROL, COOKIE_VALUE, DIGITS, HOST_NAME, IPV4, TCHAR, TOKEN

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
        yield "Max-Age", _age_text(cookie.max_age)
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


_LONG = 10**18


def _age_text(age: int | str) -> str:
    # str() refuses an int of more than 4300 digits; such a cookie is refused by CK008, not by a ValueError.
    if isinstance(age, str):
        return age
    return str(age) if -_LONG < age < _LONG else str(decimal.Decimal(age))


def _date_text(moment: datetime | str) -> str:
    if isinstance(moment, str):
        return moment
    try:
        return format_http_date(moment)
    except (ValueError, OverflowError):  # naive, or outside the years 1 to 9999 once it is in GMT
        return moment.isoformat()


#: The attributes that browsers know, in lower case, and the fields that hold them.
FIELDS: dict[str, str] = {
    "domain": "domain",
    "expires": "expires",
    "httponly": "http_only",
    "max-age": "max_age",
    "partitioned": "partitioned",
    "path": "path",
    "samesite": "same_site",
    "secure": "secure",
}
_FLAGS = frozenset(("secure", "httponly", "partitioned"))


def attribute_key(name: str, value: str | None = None) -> str:
    """What a browser takes for the attribute's name: all before the "=", trimmed, in lower case (section 5.6)."""
    text = name if value is None else f"{name}={value}"
    return text.partition("=")[0].strip(" \t").lower()


def folded(cookie: Cookie) -> Cookie:
    """The cookie as a browser reads it: an extension with the name of a known attribute *is* that attribute.

    What no field can hold stays an extension: an attribute for the second time, and a flag with a value.
    """
    if not cookie.extensions:
        return cookie
    fields: dict[str, Any] = {name: getattr(cookie, name) for name in ("name", "value", *FIELDS.values())}
    rest: list[tuple[str, str | None]] = []
    for name, value in cookie.extensions:
        key = attribute_key(name, value)
        _, equals, given = (name if value is None else f"{name}={value}").partition("=")
        field = FIELDS.get(key)
        if field is None or not (fields[field] is None or fields[field] is False) or (key in _FLAGS and equals):
            rest.append((name, value))
        else:
            fields[field] = key in _FLAGS or given
    return PlainCookie(**fields, extensions=tuple(rest)) if len(rest) < len(cookie.extensions) else cookie


def read(line: str) -> Cookie:
    """The cookie of a Set-Cookie field value, octet for octet: nothing is trimmed, so that the checks see it all.

    A line without "=" is a value without a name (section 5.6 step 3).
    """
    pair, *pieces = line.split(";")
    name, equals, value = pair.partition("=")
    extensions: list[tuple[str, str | None]] = []
    for piece in pieces:
        key, given, text = piece.lstrip(" \t").partition("=")
        extensions.append((key, text if given else None))
    return folded(
        PlainCookie(name=name if equals else "", value=value if equals else pair, extensions=tuple(extensions))
    )


_JOINT = re.compile(rf",[ \t]*{TCHAR}+=")
_WIDE_JOINT = re.compile(rf",[ \t]+{TCHAR}+=")


def is_joined(line: str) -> bool:
    """Whether a Set-Cookie field value looks like several, joined with commas: `a=1, b=2`.

    A comma in a date, a path, a quoted value or an unknown attribute is taken for what it is.
    """
    pair, *pieces = line.split(";")
    value = pair.partition("=")[2]
    if _JOINT.search(value) and not (value.startswith('"') and value.endswith('"')):
        return True
    for piece in pieces:
        name, _, _ = piece.partition("=")
        free = "," not in name and attribute_key(name) not in FIELDS.keys() - {"path"}
        if (_WIDE_JOINT if free else _JOINT).search(piece):
            return True
    return False


def is_deletion(cookie: Cookie) -> bool:
    """Whether the cookie's lifetime is over on arrival: Max-Age of zero or less, or a date that has passed.

    `Expires=0` and `Expires=-1`, which are meant to delete and do not, count as well.
    """
    if cookie.max_age is not None:
        age = _age_text(cookie.max_age)
        if DIGITS.fullmatch(age.removeprefix("-")):
            return age.startswith("-") or not age.strip("0")
    expires = cookie.expires
    if isinstance(expires, str):
        if expires in ("0", "-1"):
            return True
        expires = parse_http_date(expires)
    return expires is not None and expires.tzinfo is not None and expires <= datetime.now(UTC)


def _clean(text: str) -> bool:
    """Control octets have a rule of their own (CK005); the others do not repeat its finding."""
    return CONTROL.search(text) is None


def _nameless(cookie: Cookie) -> str | None:
    return None if cookie.name else "the cookie has no name"


def _name_not_a_token(cookie: Cookie) -> str | None:
    if not cookie.name or not _clean(cookie.name) or TOKEN.fullmatch(cookie.name):
        return None
    return f"the cookie name {shown(cookie.name)} is not a token"


def _value_not_cookie_octets(cookie: Cookie) -> str | None:
    value = cookie.value
    if value is None or not _clean(value) or COOKIE_VALUE.fullmatch(value):
        return None
    if COOKIE_VALUE.fullmatch(value.strip()):
        return f"the value of cookie {shown(cookie.name)} has spaces around it, which browsers strip"
    return f"the value of cookie {shown(cookie.name)} holds characters that are not cookie-octets"


def _control_octet(cookie: Cookie) -> str | None:
    if _clean(write(cookie)):
        return None
    parts = [("name", cookie.name), ("value", cookie.value or "")]
    parts += [(f"{name} attribute", value or "") for name, value in attributes(cookie) if _clean(name)]
    part = next((part for part, text in parts if not _clean(text)), "name of an attribute")
    return f"the {part} of the cookie holds a control character"


def _name_and_value_too_long(cookie: Cookie) -> str | None:
    size = len(cookie.name.encode(errors="surrogatepass")) + len((cookie.value or "").encode(errors="surrogatepass"))
    if size <= MAX_NAME_AND_VALUE:
        return None
    return f"name and value of cookie {shown(cookie.name)} are {size} octets long; browsers drop more than 4096"


def _attribute_too_long(cookie: Cookie) -> str | None:
    for name, value in attributes(cookie):
        size = len((value or "").encode(errors="surrogatepass"))
        if size > MAX_ATTRIBUTE_VALUE and name.lower() in FIELDS:
            return f"the {name} attribute is {size} octets long; browsers ignore more than 1024"
    return None


def _attribute_twice(cookie: Cookie) -> str | None:
    if not cookie.extensions:
        return None
    seen: set[str] = set()
    for name, value in attributes(cookie):
        key = attribute_key(name, value)
        if key in seen:
            return f"the {shown(key)} attribute appears twice"
        seen.add(key)
    return None


def _flag_with_value(cookie: Cookie) -> str | None:
    for name, value in cookie.extensions:
        key = attribute_key(name, value)
        if key in _FLAGS and (value is not None or "=" in name):
            return f"{key} is a flag; a value, even `false`, switches it on"
    return None


def _extension_not_grammatical(cookie: Cookie) -> str | None:
    for name, value in cookie.extensions:
        text = name if value is None else f"{name}={value}"
        if not _clean(text):
            continue
        if not attribute_key(text):
            return "an attribute has no name"
        if not AV_OCTETS.fullmatch(text):
            return f"the attribute {shown(attribute_key(text))} holds characters that no attribute may hold"
    return None


def shown(text: str) -> str:
    """A text for a message: quoted, and cut where it is long."""
    return repr(text if len(text) <= 40 else f"{text[:40]}...")


def _max_age_not_digits(cookie: Cookie) -> str | None:
    age = _age_text(cookie.max_age) if cookie.max_age is not None else "0"
    if not _clean(age) or DIGITS.fullmatch(age) or DIGITS.fullmatch(age.removeprefix("-")):
        return None  # a negative one is _deletion_by_invalid_lifetime's
    return f"Max-Age is {shown(age)}, which is not a number of seconds"


def _expires_not_a_date(cookie: Cookie) -> str | None:
    expires = cookie.expires
    if expires is None or expires in ("0", "-1"):
        return None
    if isinstance(expires, str):
        if not _clean(expires):
            return None
        moment = parse_http_date(expires)
        if moment is None:
            return f"Expires is {shown(expires)}, which is not an IMF-fixdate"
        # Section 5.1.1 step 5: a cookie-date has seconds up to 59, unlike HTTP's other dates.
        if format_http_date(moment) != expires:
            return f"Expires is {expires!r}, a leap second, which browsers do not read in a cookie"
    elif expires.tzinfo is None:
        return "Expires is a naive datetime, which names no moment"
    else:
        try:
            moment = expires.astimezone(UTC)
        except OverflowError:
            return "Expires lies outside the years 1601 to 9999, which are all that a date can say"
    return "Expires lies before the year 1601, which browsers do not read" if moment.year < 1601 else None


def _deletion_by_invalid_lifetime(cookie: Cookie) -> str | None:
    age = _age_text(cookie.max_age) if cookie.max_age is not None else ""
    if age.startswith("-") and DIGITS.fullmatch(age[1:]):
        return f"Max-Age is {age[:40]}; a negative number is outside the grammar"
    if cookie.expires in ("0", "-1"):
        return f"Expires is {cookie.expires!r}; browsers ignore it and keep the cookie for the session"
    return None


def _domain_not_a_host_name(cookie: Cookie) -> str | None:
    domain = cookie.domain
    if domain is None or not _clean(domain) or HOST_NAME.fullmatch(domain):
        return None
    return f"Domain is {shown(domain)}, which is not a host name" if domain else "Domain is empty"


def _path_not_absolute(cookie: Cookie) -> str | None:
    path = cookie.path
    if path is None or not _clean(path) or path.startswith("/"):
        return None
    return f"Path is {shown(path)}, which does not begin with '/'"


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
    return f"SameSite is {shown(same_site)}, which is none of Strict, Lax and None"


def _same_site_none_without_secure(cookie: Cookie) -> str | None:
    if (cookie.same_site or "").lower() != "none" or cookie.secure:
        return None
    return f"cookie {shown(cookie.name)} has SameSite=None but not Secure; browsers drop it"


#: Section 4.1.3 and draft-ietf-httpbis-layered-cookies section 4.1.3; the longest first.
PREFIXES: tuple[str, ...] = ("__Host-Http-", "__Host-", "__Secure-", "__Http-")


def prefix_of(cookie: Cookie) -> str:
    """The prefix of the cookie's name, spelt right, or "": browsers compare without regard to case (section 5.4)."""
    if not cookie.name.startswith("__"):
        return ""
    name = cookie.name.lower()
    return next((prefix for prefix in PREFIXES if name.startswith(prefix.lower())), "")


def _secure_prefix_without_secure(cookie: Cookie) -> str | None:
    if prefix_of(cookie) != "__Secure-" or cookie.secure:
        return None
    return f"cookie {shown(cookie.name)} has the __Secure- prefix but not Secure; browsers drop it"


def _host_prefix_faults(cookie: Cookie) -> str:
    lacks = [] if cookie.secure else ["Secure"]
    lacks += [] if cookie.path == "/" else ["Path=/"]
    return " and ".join(lacks)


def _host_prefix_unmet(cookie: Cookie) -> str | None:
    if not prefix_of(cookie).startswith("__Host-"):
        return None
    if lacks := _host_prefix_faults(cookie):
        return f"cookie {shown(cookie.name)} has the __Host- prefix but not {lacks}; browsers drop it"
    if cookie.domain is not None:
        return f"cookie {shown(cookie.name)} has the __Host- prefix and a Domain; browsers drop it"
    return None


def _http_prefix_unmet(cookie: Cookie) -> str | None:
    if prefix_of(cookie) != "__Http-" or (cookie.secure and cookie.http_only):
        return None
    return f"cookie {shown(cookie.name)} has the __Http- prefix but not both Secure and HttpOnly; browsers drop it"


def _host_http_prefix_unmet(cookie: Cookie) -> str | None:
    if prefix_of(cookie) != "__Host-Http-" or cookie.http_only:
        return None
    return f"cookie {shown(cookie.name)} has the __Host-Http- prefix but not HttpOnly; browsers drop it"


def _partitioned_without_secure(cookie: Cookie) -> str | None:
    if not cookie.partitioned or cookie.secure:
        return None
    return f"cookie {shown(cookie.name)} is Partitioned but not Secure; browsers drop it"


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
    read_as = folded(cookie)
    found = ((code, part, check(read_as)) for code, (part, check) in CHECKS.items())
    return tuple(Reason(code, part, message) for code, part, message in found if message)


def is_ip_address(host: str) -> bool:
    """Whether a host is an IP address, which no Domain attribute can widen (section 5.1.3)."""
    return bool(IPV4.fullmatch(host)) or ":" in host
