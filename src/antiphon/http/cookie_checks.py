"""Every error that one cookie can have by itself, with the help and citation for each place that refuses it."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from antiphon.http import cookie_faults as faults
from antiphon.http import cookie_prefix_faults as prefix_faults
from antiphon.http.set_cookie import Cookie, folded


class Reason(NamedTuple):
    """Why a cookie is refused: the rule's code, the part at fault, and a sentence without the cookie's value."""

    code: str
    part: str
    message: str


class CookieCheck(NamedTuple):
    """One error that a cookie can have by itself: the part at fault, the check, what to write instead, who says so.

    `fault` gives a sentence without the cookie's value, or None. `lost`, where it is given, is the narrower question
    whether browsers drop the cookie or misread it; everywhere else each fault is of that kind.
    """

    part: str
    fault: Callable[[Cookie], str | None]
    help: str
    citation: str
    lost: Callable[[Cookie], str | None] | None = None


#: Every error that one cookie can have by itself, by the code of its rule. The rule's page and every door that refuses
#: a cookie take help and citation from here.
CHECKS: dict[str, CookieCheck] = {
    "CK001": CookieCheck(
        "name",
        faults.nameless,
        "give the cookie a name, such as `sid`",
        "draft-ietf-httpbis-rfc6265bis-22 section 4.1.1 and section 5.6 step 3",
    ),
    "CK002": CookieCheck(
        "name",
        faults.name_not_a_token,
        "write the name with letters, digits and `!#$%&'*+-.^_`|~` only, such as `user_id` for `user[id]`",
        "draft-ietf-httpbis-rfc6265bis-22 section 4.1.1 (cookie-name); RFC 9110 section 5.6.2 (token)",
    ),
    "CK003": CookieCheck(
        "value",
        faults.value_not_cookie_octets,
        'give the value as `percent(value)` or `base64url(value)`; a param, `encode="percent"` or `encode="base64url"`',
        "draft-ietf-httpbis-rfc6265bis-22 section 4.1.1 (cookie-value) and section 5.6 steps 2 and 4",
    ),
    "CK005": CookieCheck(
        "",
        faults.control_octet,
        "take the control character out, or give the value as `base64url(value)`",
        "draft-ietf-httpbis-rfc6265bis-22 section 5.6 step 1, section 5.7 step 3 and section 4.1.1 (av-octet)",
    ),
    "CK006": CookieCheck(
        "extensions",
        faults.extension_not_grammatical,
        "write attribute names and values in ASCII without `;`, or leave the attribute out",
        "draft-ietf-httpbis-rfc6265bis-22 section 4.1.1 (extension-av, av-octet)",
    ),
    "CK007": CookieCheck(
        "value",
        faults.name_and_value_too_long,
        "keep the data on the server and send a key to it",
        "draft-ietf-httpbis-rfc6265bis-22 section 5.6 step 5 and section 5.7 step 4",
    ),
    "CK008": CookieCheck(
        "",
        faults.attribute_too_long,
        "shorten the attribute's value to 1024 octets",
        "draft-ietf-httpbis-rfc6265bis-22 section 5.6 (attribute step 6) and section 5.7 steps 7 and 11",
    ),
    "CK009": CookieCheck(
        "extensions",
        faults.attribute_twice,
        "leave one of the two out",
        "draft-ietf-httpbis-rfc6265bis-22 section 4.1.1 (MUST NOT produce two attributes with the same name)",
    ),
    "CK010": CookieCheck(
        "extensions",
        faults.flag_with_value,
        "leave the flag out to switch it off, and write it bare to switch it on",
        "draft-ietf-httpbis-rfc6265bis-22 section 4.1.1 (secure-av, httponly-av) and sections 5.6.5 and 5.6.6",
    ),
    "CK020": CookieCheck(
        "max_age",
        faults.max_age_not_digits,
        "give max_age in whole seconds, such as 3600",
        "draft-ietf-httpbis-rfc6265bis-22 section 4.1.1 (max-age-av) and section 5.6.2",
    ),
    "CK022": CookieCheck(
        "expires",
        faults.expires_not_a_date,
        "give an aware datetime, such as datetime(2027, 1, 1, tzinfo=UTC), or better max_age in seconds",
        "draft-ietf-httpbis-rfc6265bis-22 sections 4.1.1 (sane-cookie-date) and 5.1.1; RFC 9110 section 5.6.7",
        lost=faults.expires_not_read,
    ),
    "CK026": CookieCheck(
        "",
        faults.deletion_by_invalid_lifetime,
        "delete with max_age=0, or with `delete_cookie`",
        "draft-ietf-httpbis-rfc6265bis-22 section 4.1.1 (max-age-av) and section 5.6.2 step 7",
        lost=faults.deletion_not_read,
    ),
    "CK030": CookieCheck(
        "domain",
        faults.domain_not_a_host_name,
        "write the bare host name in ASCII, such as `example.com`, or leave Domain out to keep the cookie to its host",
        (
            "draft-ietf-httpbis-rfc6265bis-22 sections 4.1.1 (domain-value) and 5.6.3, section 5.7 steps 7 to "
            "10; RFC 1034 section 3.5; RFC 1123 section 2.1"
        ),
        lost=faults.domain_not_read,
    ),
    "CK040": CookieCheck(
        "path",
        faults.path_not_absolute,
        "begin the path with a slash, such as `/app`",
        "draft-ietf-httpbis-rfc6265bis-22 sections 5.6.4 and 4.1.2.4",
    ),
    "CK041": CookieCheck(
        "path",
        faults.path_never_sent,
        "percent-encode the path as the browser's address bar does, such as `/a%20b`, and resolve its dot segments",
        (
            "draft-ietf-httpbis-rfc6265bis-22 section 5.1.4 (path-match); URL Standard section 1.3 (path "
            "percent-encode set) and section 4.4 (URL parsing)"
        ),
    ),
    "CK051": CookieCheck(
        "same_site",
        faults.same_site_unknown,
        "write lax, strict or none for SameSite",
        "draft-ietf-httpbis-rfc6265bis-22 sections 4.1.1 (samesite-value) and 5.6.7",
    ),
    "CK052": CookieCheck(
        "same_site",
        faults.same_site_none_without_secure,
        "make it Secure: `cookie(...)` in a declaration, `secure=True` elsewhere; or use SameSite=Lax",
        "draft-ietf-httpbis-rfc6265bis-22 section 5.7 step 19",
    ),
    "CK060": CookieCheck(
        "secure",
        prefix_faults.secure_prefix_without_secure,
        "make it Secure: `cookie(...)` in a declaration, `secure=True` elsewhere",
        "draft-ietf-httpbis-rfc6265bis-22 sections 4.1.3.1 and 5.4, section 5.7 step 20",
    ),
    "CK061": CookieCheck(
        "name",
        prefix_faults.host_prefix_unmet,
        "make it Secure, with Path=/ and without Domain, as `host_cookie(...)` in a declaration does",
        "draft-ietf-httpbis-rfc6265bis-22 sections 4.1.3.2 and 5.4, section 5.7 step 21",
    ),
    "CK062": CookieCheck(
        "name",
        prefix_faults.http_prefix_unmet,
        "make it Secure and HttpOnly, as `cookie(...)` in a declaration does",
        "draft-ietf-httpbis-layered-cookies sections 4.1.3.3 and 5.4.3",
    ),
    "CK063": CookieCheck(
        "http_only",
        prefix_faults.host_http_prefix_unmet,
        "make it HttpOnly, as `host_cookie(...)` in a declaration does",
        "draft-ietf-httpbis-layered-cookies sections 4.1.3.4 and 5.4.3",
    ),
    "CK070": CookieCheck(
        "partitioned",
        faults.partitioned_without_secure,
        "make it Secure: `cookie(..., partitioned=True)` in a declaration, `secure=True` elsewhere",
        "CHIPS (privacycg.github.io/CHIPS), 'Only sent over secure protocols'; MDN Set-Cookie, Partitioned",
    ),
}


def reasons(cookie: Cookie) -> tuple[Reason, ...]:
    """Why a cookie must not be declared, in the order of the codes; empty where it may."""
    read_as = folded(cookie)
    found = ((code, check.part, check.fault(read_as)) for code, check in CHECKS.items())
    return tuple(Reason(code, part, message) for code, part, message in found if message)


def losses(cookie: Cookie) -> tuple[Reason, ...]:
    """Why a cookie would not arrive as it is meant: a spelling that browsers read as meant passes.

    A dot in front of Domain, a negative Max-Age and a date of another format are read by every browser.
    """
    read_as = folded(cookie)
    found = ((code, check.part, (check.lost or check.fault)(read_as)) for code, check in CHECKS.items())
    return tuple(Reason(code, part, message) for code, part, message in found if message)
