"""The effect of each attribute of a cookie, in words, and that of leaving it out.

Section numbers are those of draft-ietf-httpbis-rfc6265bis-22 unless another document is named.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import NamedTuple

from antiphon.http.cookie_dates import cookie_date
from antiphon.http.grammar import DIGITS
from antiphon.http.set_cookie import PREFIXES, Cookie, age_text, attributes, folded, is_deletion, prefix_of

#: Section 5.5: no cookie lives longer, in seconds.
_LONGEST_LIFE = 400 * 86_400


class Meaning(NamedTuple):
    """One attribute: as it is written, or the name of one that is left out, and its effect."""

    attribute: str
    written: bool
    effect: str


def meanings(cookie: Cookie) -> tuple[Meaning, ...]:
    """The attributes as a browser reads them: the prefix of the name, what is written, and what is left out."""
    cookie = folded(cookie)
    prefix = prefix_of(cookie)
    found = [Meaning(prefix, written=True, effect=_PREFIXES[prefix])] if prefix else []
    names: set[str] = set()
    for name, value in attributes(cookie):
        text = name if value is None else f"{name}={value}"
        known = _WRITTEN.get(name) if name not in names else None
        names.add(name)
        found.append(Meaning(text, written=True, effect=known(cookie) if known else _UNKNOWN))
    left_out = _LEFT_OUT if not is_deletion(cookie) else {}
    for name, effect in left_out.items():
        if name not in names and not (name == "Max-Age" and "Expires" in names):
            found.append(Meaning(name, written=False, effect=effect))
    return tuple(found)


_UNKNOWN = "browsers do not know it, or have read it already, and ignore it"

#: Section 4.1.3 and draft-ietf-httpbis-layered-cookies section 4.1.3.
_PREFIXES: Mapping[str, str] = dict(
    zip(
        PREFIXES,  # the longest first
        (
            (
                "browsers refuse the cookie unless it is Secure and HttpOnly, has Path=/ and no Domain: neither a "
                "script nor another host can plant it"
            ),
            "browsers refuse the cookie unless it is Secure, has Path=/ and no Domain: no other host can plant it",
            "browsers refuse the cookie unless it is Secure",
            "browsers refuse the cookie unless it is Secure and HttpOnly: no script can plant it",
        ),
        strict=True,
    )
)


def _domain(cookie: Cookie) -> str:
    host = (cookie.domain or "").removeprefix(".")
    if not host:
        return "empty, so browsers take it for left out: only the host that sets the cookie gets it back"
    return f"{host} and every host below it get the cookie back"


def _path(cookie: Cookie) -> str:
    path = cookie.path or ""
    if not path.startswith("/"):
        return "begins with no slash, so browsers take the directory of the request's URL"
    if path == "/":
        return "sent back to every path of the host"
    return f"sent back to {path if path.endswith('/') else f'{path} and to what is below it'}, not to other paths"


def _max_age(cookie: Cookie) -> str:
    age = age_text(cookie.max_age or 0)
    if not DIGITS.fullmatch(age.removeprefix("-")):
        return "no whole number of seconds, so browsers ignore it"
    if age.startswith("-") or not age.strip("0"):
        return "deletes the cookie that has this name, Domain and Path"
    significant = age.lstrip("0")
    if len(significant) > len(str(_LONGEST_LIFE)) or int(significant) > _LONGEST_LIFE:
        return "longer than browsers keep a cookie: they take it for 400 days"
    return f"kept for {duration(int(significant))} after it is set"


def duration(seconds: int) -> str:
    """A number of seconds in the units that it fits: `7 days`, `1 hour 30 minutes`."""
    parts = []
    for unit, size in (("day", 86_400), ("hour", 3_600), ("minute", 60), ("second", 1)):
        count, seconds = divmod(seconds, size)
        if count:
            parts.append(f"{count} {unit}{'' if count == 1 else 's'}")
    return " ".join(parts) or "0 seconds"


def _expires(cookie: Cookie) -> str:
    if cookie.max_age is not None and DIGITS.fullmatch(age_text(cookie.max_age).removeprefix("-")):
        return "ignored, since Max-Age counts before it"
    moment = cookie.expires if isinstance(cookie.expires, datetime) else cookie_date(cookie.expires or "")
    if moment is None:
        return "no date that browsers read, so they ignore it"
    if is_deletion(cookie):
        return "has passed, so it deletes the cookie that has this name, Domain and Path"
    return "kept until then by the client's clock, for 400 days at most"


def _same_site(cookie: Cookie) -> str:
    return _SAME_SITE.get((cookie.same_site or "").lower(), "a word that browsers do not know, and take for left out")


#: Sections 4.1.2.7 and 5.6.7.
_SAME_SITE: Mapping[str, str] = {
    "strict": "sent with requests that your own site starts, and not with a link from another site",
    "lax": "sent with your own site's requests, and when somebody follows a link from another site; not with another "
    "site's forms, frames or scripts",
    "none": "sent with every request, those of other sites' pages too, where the browser allows third-party cookies",
}


class _Attribute(NamedTuple):
    """An attribute, its effect where it is written, and the effect of leaving it out, if that has one."""

    name: str
    written: Callable[[Cookie], str]
    left_out: str = ""


#: Section 4.1.2, an entry each; Partitioned: CHIPS (privacycg.github.io/CHIPS).
_ATTRIBUTES: tuple[_Attribute, ...] = (
    _Attribute("Domain", _domain, "only the host that sets the cookie gets it back"),
    _Attribute("Expires", _expires),
    _Attribute(
        "HttpOnly",
        lambda _: "out of reach of scripts: `document.cookie` does not show it",
        "scripts of the page can read the cookie, and send it elsewhere",
    ),
    _Attribute(
        "Max-Age",
        _max_age,
        "gone when the browser ends its session, which a browser that restores its tabs may never do",
    ),
    _Attribute("Partitioned", lambda _: "kept apart for each site that the page is embedded in (CHIPS)"),
    _Attribute("Path", _path, "sent back below the directory of the request's URL"),
    _Attribute("SameSite", _same_site, "browsers differ: Lax to Chromium, sent with other sites' requests by Safari"),
    _Attribute(
        "Secure",
        lambda _: "sent over HTTPS alone, and cannot be set over plain HTTP",
        "sent over plain HTTP too, where anybody on the way can read it",
    ),
)
_WRITTEN = {one.name: one.written for one in _ATTRIBUTES}
_LEFT_OUT = {one.name: one.left_out for one in _ATTRIBUTES if one.left_out}
