"""Checks of one cookie by itself. Each returns None, or a sentence that never contains the cookie's value.

Section numbers are those of draft-ietf-httpbis-rfc6265bis-22 unless another document is named.
"""

from __future__ import annotations

from datetime import UTC, datetime

from antiphon.http.cookie_dates import cookie_date, other_zone
from antiphon.http.dates import format_http_date, names_moment, parse_http_date
from antiphon.http.grammar import AV_OCTETS, CONTROL, COOKIE_VALUE, DIGITS, HOST_NAME, IPV4, TOKEN
from antiphon.http.set_cookie import (
    FIELDS,
    FIRST_YEAR,
    FLAGS,
    MAX_ATTRIBUTE_VALUE,
    MAX_NAME_AND_VALUE,
    SAME_SITE,
    Cookie,
    age_text,
    attribute_key,
    attribute_shown,
    attributes,
    shown,
    write,
)


def _clean(text: str) -> bool:
    """Control octets have a rule of their own (CK005); the others do not repeat its finding."""
    return CONTROL.search(text) is None


def nameless(cookie: Cookie) -> str | None:
    """A name that is empty."""
    return None if cookie.name else "the cookie has no name"


def name_not_a_token(cookie: Cookie) -> str | None:
    """A name that is not a token."""
    if not cookie.name or not _clean(cookie.name) or TOKEN.fullmatch(cookie.name):
        return None
    name, equals, _ = cookie.name.partition("=")  # behind it there may be a value
    return f"the cookie name {shown(f'{name}=...' if equals else name)} is not a token"


def value_not_cookie_octets(cookie: Cookie) -> str | None:
    """A value outside the grammar of cookie-value."""
    value = cookie.value
    if value is None or not _clean(value) or COOKIE_VALUE.fullmatch(value):
        return None
    if COOKIE_VALUE.fullmatch(value.strip()):
        return f"the value of cookie {shown(cookie.name)} has spaces around it, which browsers strip"
    return f"the value of cookie {shown(cookie.name)} holds characters that are not cookie-octets"


def _named(cookie: Cookie, name: str) -> str:
    return name if name.lower() in FIELDS else attribute_shown(cookie, attribute_key(name))


def control_octet(cookie: Cookie) -> str | None:
    """A control octet in any part."""
    if _clean(write(cookie)):
        return None
    parts = [("name", cookie.name), ("value", cookie.value or "")]
    parts += [(f"{_named(cookie, name)} attribute", value or "") for name, value in attributes(cookie) if _clean(name)]
    part = next((part for part, text in parts if not _clean(text)), "name of an attribute")
    return f"the {part} of the cookie holds a control character"


def name_and_value_too_long(cookie: Cookie) -> str | None:
    """More octets than browsers keep."""
    size = len(cookie.name.encode(errors="surrogatepass")) + len((cookie.value or "").encode(errors="surrogatepass"))
    if size <= MAX_NAME_AND_VALUE:
        return None
    limit = f"browsers drop more than {MAX_NAME_AND_VALUE}"
    return f"name and value of cookie {shown(cookie.name)} are {size} octets long; {limit}"


def attribute_too_long(cookie: Cookie) -> str | None:
    """An attribute whose value browsers ignore for its length."""
    for name, value in attributes(cookie):
        size = len((value or "").encode(errors="surrogatepass"))
        if size > MAX_ATTRIBUTE_VALUE and name.lower() in FIELDS:
            return f"the {name} attribute is {size} octets long; browsers ignore more than {MAX_ATTRIBUTE_VALUE}"
    return None


def attribute_twice(cookie: Cookie) -> str | None:
    """An attribute that is given a second time."""
    if not cookie.extensions:
        return None
    seen: set[str] = set()
    for name, value in attributes(cookie):
        key = attribute_key(name, value)
        if key in seen:
            return f"the {attribute_shown(cookie, key)} attribute appears twice"
        seen.add(key)
    return None


def flag_with_value(cookie: Cookie) -> str | None:
    """A value behind Secure, HttpOnly or Partitioned."""
    for name, value in cookie.extensions:
        key = attribute_key(name, value)
        if key in FLAGS and (value is not None or "=" in name):
            return f"{key} is a flag; a value, even `false`, switches it on"
    return None


def extension_not_grammatical(cookie: Cookie) -> str | None:
    """A further attribute without a name, or outside av-octets."""
    for name, value in cookie.extensions:
        text = name if value is None else f"{name}={value}"
        if not _clean(text):
            continue
        if not attribute_key(text):
            return "an attribute has no name"
        if not AV_OCTETS.fullmatch(text):
            known_as = attribute_shown(cookie, attribute_key(text))
            return f"the attribute {known_as} holds characters that no attribute may hold"
    return None


def max_age_not_digits(cookie: Cookie) -> str | None:
    """A Max-Age that is not digits alone; a negative one is `deletion_by_invalid_lifetime`'s."""
    age = age_text(cookie.max_age) if cookie.max_age is not None else "0"
    if not _clean(age) or DIGITS.fullmatch(age) or DIGITS.fullmatch(age.removeprefix("-")):
        return None  # a negative one is deletion_by_invalid_lifetime's
    return f"Max-Age is {shown(age)}, which is not a number of seconds"


def _read_as(expires: str) -> str:
    """How browsers read a date that is not in HTTP's format."""
    if cookie_date(expires) is None:
        return "not a date that browsers read: the cookie lasts for the session"
    zone = other_zone(expires)
    return f"not an IMF-fixdate: browsers pass over {zone} and take GMT" if zone else "not an IMF-fixdate"


def expires_not_a_date(cookie: Cookie) -> str | None:
    """An Expires that is not a date, or one that browsers do not read."""
    expires = cookie.expires
    if expires is None or expires in ("0", "-1"):
        return None
    if isinstance(expires, str):
        if not _clean(expires):
            return None
        moment = parse_http_date(expires)
        if moment is None:
            return f"Expires is {shown(expires)}, which is {_read_as(expires)}"
        # Section 5.1.1 step 5: a cookie-date has seconds up to 59, unlike HTTP's other dates.
        if format_http_date(moment) != expires:
            return f"Expires is {expires!r}, a leap second, which browsers do not read in a cookie"
    elif unsayable := _no_moment(expires):
        return unsayable
    else:
        moment = expires.astimezone(UTC)
    if moment.year < FIRST_YEAR:
        return f"Expires lies before the year {FIRST_YEAR}, which the standard has browsers pass over"
    return None


def _no_moment(expires: datetime) -> str | None:
    if not names_moment(expires):
        return "Expires is a naive datetime, which names no moment"
    try:
        expires.astimezone(UTC)
    except OverflowError:
        return "Expires lies outside the years 1 to 9999, which are all that a date can say"
    return None


def expires_not_read(cookie: Cookie) -> str | None:
    """An Expires that browsers pass over, or read as another moment than it says."""
    expires = cookie.expires
    if expires is None or expires in ("0", "-1"):
        return None
    if not isinstance(expires, str):
        return _no_moment(expires)
    if not _clean(expires):
        return None
    if cookie_date(expires) is None or not AV_OCTETS.fullmatch(expires):
        return f"Expires is {shown(expires)}, which browsers do not read as a date"
    zone = other_zone(expires)
    return f"Expires is {shown(expires)}, and browsers pass over its zone, {zone}" if zone else None


def deletion_by_invalid_lifetime(cookie: Cookie) -> str | None:
    """A lifetime that is meant to delete, and is outside the grammar."""
    age = age_text(cookie.max_age) if cookie.max_age is not None else ""
    if age.startswith("-") and DIGITS.fullmatch(age[1:]):
        return f"Max-Age is {age[:40]}; a negative number is outside the grammar"
    if cookie.expires in ("0", "-1"):
        return f"Expires is {cookie.expires!r}; browsers ignore it and keep the cookie for the session"
    return None


def deletion_not_read(cookie: Cookie) -> str | None:
    """An Expires that is meant to delete and does not; a negative Max-Age deletes."""
    return deletion_by_invalid_lifetime(cookie) if cookie.expires in ("0", "-1") and cookie.max_age is None else None


def domain_not_a_host_name(cookie: Cookie) -> str | None:
    """A Domain that is not a host name."""
    domain = cookie.domain
    if domain is None or not _clean(domain) or HOST_NAME.fullmatch(domain):
        return None
    return f"Domain is {shown(domain)}, which is not a host name" if domain else "Domain is empty"


def domain_not_read(cookie: Cookie) -> str | None:
    """A Domain for which browsers drop the cookie; they take one dot and spaces off it (section 5.6.3)."""
    bare = (cookie.domain or "").strip(" ")
    host = bare.removeprefix(".")
    # The URL Standard takes a host whose last label is a number for an address (section 3.5, "ends in a number").
    if not bare or (HOST_NAME.fullmatch(host) and (host == bare or not host[-1].isdigit() or IPV4.fullmatch(host))):
        return None
    return domain_not_a_host_name(cookie)


def path_not_absolute(cookie: Cookie) -> str | None:
    """A Path that does not begin with a slash."""
    path = cookie.path
    if path is None or not _clean(path) or path.startswith("/"):
        return None
    return f"Path is {shown(path)}, which does not begin with '/'"


#: URL Standard section 1.3: what a browser percent-encodes in a path; a request path never holds these as they are.
_PATH_ENCODED = frozenset(' "#<>?\\^`{|}')
_DOT_SEGMENTS = frozenset((".", "..", "%2e", ".%2e", "%2e.", "%2e%2e"))


def path_never_sent(cookie: Cookie) -> str | None:
    """A Path that no request path equals or lies below."""
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


def same_site_unknown(cookie: Cookie) -> str | None:
    """A SameSite that no browser knows."""
    same_site = cookie.same_site
    if same_site is None or not _clean(same_site) or same_site.lower() in SAME_SITE:
        return None
    return f"SameSite is {shown(same_site)}, which is none of Strict, Lax and None"


def same_site_none_without_secure(cookie: Cookie) -> str | None:
    """SameSite=None without Secure."""
    if (cookie.same_site or "").lower() != "none" or cookie.secure:
        return None
    return f"cookie {shown(cookie.name)} has SameSite=None but not Secure; browsers drop it"


def partitioned_without_secure(cookie: Cookie) -> str | None:
    """Partitioned without Secure."""
    if not cookie.partitioned or cookie.secure:
        return None
    return f"cookie {shown(cookie.name)} is Partitioned but not Secure; browsers drop it"
