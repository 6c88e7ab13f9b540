"""ABNF productions as patterns, each under its section; and the octet tables of the hot path.

Every pattern is meant for `fullmatch`. All of them are ASCII-only.
"""

from __future__ import annotations

import re

from antiphon.http.expression import expression

# --- RFC 9110 section 5.6.2: token = 1*tchar
TCHAR = r"[!#$%&'*+\-.^_`|~0-9A-Za-z]"
TOKEN = re.compile(rf"{TCHAR}+")

# --- RFC 5234 appendix B.1: CTL = %x00-1F / %x7F
CONTROL = re.compile(r"[\x00-\x1f\x7f]")

# --- RFC 9110 section 5.5: field-vchar = VCHAR / obs-text; HTAB and SP are allowed inside, nothing else below %x20
FIELD_CONTROL = re.compile(r"[\x00-\x08\x0a-\x1f\x7f]")

# --- RFC 9110 section 5.6.4: quoted-string
QUOTED_STRING: re.Pattern[str] = expression(r'"(?:[\t !#-\[\]-~\x80-\xff]|\\[\t -~\x80-\xff])*"')
QUOTED: str = QUOTED_STRING.pattern
#: A quoted-pair of what needs none: "A sender SHOULD NOT generate a quoted-pair ... except where necessary".
NEEDLESS_ESCAPE: re.Pattern[str] = expression(r'\\[^"\\]')

# --- draft-ietf-httpbis-rfc6265bis-22 section 4.1.1: cookie-octet, cookie-value
COOKIE_OCTET = r"[\x21\x23-\x2b\x2d-\x3a\x3c-\x5b\x5d-\x7e]"
COOKIE_VALUE: re.Pattern[str] = expression(rf'{COOKIE_OCTET}*|"{COOKIE_OCTET}*"')
#: av-octet = %x20-3A / %x3C-7E
AV_OCTETS: re.Pattern[str] = expression(r"[\x20-\x3a\x3c-\x7e]*")

# --- RFC 9110 section 5.6.7 and RFC 9111 section 1.2.2: delta-seconds = 1*DIGIT
DIGITS = re.compile(r"[0-9]+")

# --- RFC 1034 section 3.5 with RFC 1123 section 2.1: LDH labels of at most 63 octets
LDH_LABEL = r"[0-9A-Za-z](?:[0-9A-Za-z-]{0,61}[0-9A-Za-z])?"
HOST_NAME: re.Pattern[str] = expression(rf"(?=.{{1,253}}\Z){LDH_LABEL}(?:\.{LDH_LABEL})*")
# --- RFC 3986 section 3.2.2: dec-octet has no leading zeros
_DEC_OCTET = r"(?:25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9]?[0-9])"
IPV4: re.Pattern[str] = expression(rf"(?:{_DEC_OCTET}\.){{3}}{_DEC_OCTET}")

# --- RFC 3986 appendix A
_PCT = r"%[0-9A-Fa-f]{2}"
PCHAR = rf"(?:[A-Za-z0-9\-._~!$&'()*+,;=:@]|{_PCT})"
_SEGMENT_NZ_NC = rf"(?:[A-Za-z0-9\-._~!$&'()*+,;=@]|{_PCT})+"
_H16 = r"[0-9A-Fa-f]{1,4}"
_LS32 = rf"(?:{_H16}:{_H16}|{IPV4.pattern})"
_IPV6 = (
    rf"(?:(?:{_H16}:){{6}}{_LS32}|::(?:{_H16}:){{5}}{_LS32}|(?:{_H16})?::(?:{_H16}:){{4}}{_LS32}"
    rf"|(?:(?:{_H16}:)?{_H16})?::(?:{_H16}:){{3}}{_LS32}|(?:(?:{_H16}:){{0,2}}{_H16})?::(?:{_H16}:){{2}}{_LS32}"
    rf"|(?:(?:{_H16}:){{0,3}}{_H16})?::{_H16}:{_LS32}|(?:(?:{_H16}:){{0,4}}{_H16})?::{_LS32}"
    rf"|(?:(?:{_H16}:){{0,5}}{_H16})?::{_H16}|(?:(?:{_H16}:){{0,6}}{_H16})?::)"
)
_IP_LITERAL = rf"\[(?:{_IPV6}|v[0-9A-Fa-f]+\.[A-Za-z0-9\-._~!$&'()*+,;=:]+)\]"
_REG_NAME = rf"(?:[A-Za-z0-9\-._~!$&'()*+,;=]|{_PCT})*"
_USERINFO = rf"(?:[A-Za-z0-9\-._~!$&'()*+,;=:]|{_PCT})*"
_AUTHORITY = rf"(?:(?P<userinfo>{_USERINFO})@)?(?P<host>{_IP_LITERAL}|{_REG_NAME})(?::(?P<port>[0-9]*))?"
_PATH_ABEMPTY = rf"(?:/{PCHAR}*)*"
_PATH_ABSOLUTE = rf"/(?:{PCHAR}+(?:/{PCHAR}*)*)?"
_PATH_ROOTLESS = rf"{PCHAR}+(?:/{PCHAR}*)*"
_PATH_NOSCHEME = rf"{_SEGMENT_NZ_NC}(?:/{PCHAR}*)*"
_TAIL = rf"(?:\?(?:{PCHAR}|[/?])*)?(?:\#(?:{PCHAR}|[/?])*)?"
#: URI, with its scheme, userinfo, host and port as groups where it has an authority.
URI: re.Pattern[str] = expression(
    rf"(?P<scheme>[A-Za-z][A-Za-z0-9+.\-]*):(?://{_AUTHORITY}{_PATH_ABEMPTY}|{_PATH_ABSOLUTE}|{_PATH_ROOTLESS}|){_TAIL}"
)
#: relative-ref, with userinfo, host and port as groups where it begins with `//`.
RELATIVE_REFERENCE: re.Pattern[str] = expression(
    rf"(?://{_AUTHORITY}{_PATH_ABEMPTY}|{_PATH_ABSOLUTE}|{_PATH_NOSCHEME}|){_TAIL}"
)

# --- RFC 9110 section 8.3.1: media-type = type "/" subtype parameters
PARAMETER = rf"{TCHAR}+=(?:{TCHAR}+|{QUOTED})"
MEDIA_TYPE: re.Pattern[str] = expression(rf"({TCHAR}+)/({TCHAR}+)((?:[ \t]*;[ \t]*(?:{PARAMETER})?)*)")

# --- RFC 9111 section 5.2, cache-directive; RFC 6797 section 6.1, directive: token [ "=" ( token / quoted-string ) ]
DIRECTIVE: re.Pattern[str] = expression(rf"({TCHAR}+)(?:=({TCHAR}+|{QUOTED}))?")

# --- RFC 9110 section 11.2: token68
TOKEN68: re.Pattern[str] = expression(r"[A-Za-z0-9\-._~+/]+=*")

# --- RFC 8187 section 3.2.1: ext-value = charset "'" [ language ] "'" value-chars
#: attr-char, but for letters and digits
ATTR_MARKS = "!#$&+-.^_`|~"
EXT_VALUE: re.Pattern[str] = expression(
    r"(?P<charset>[A-Za-z0-9!#$%&+\-^_`{}~]+)'(?P<language>[A-Za-z0-9\-]*)'"
    rf"(?P<text>(?:[A-Za-z0-9{re.escape(ATTR_MARKS)}]|%[0-9A-Fa-f]{{2}})*)"
)

# --- RFC 5646 section 2.1: Language-Tag = langtag / privateuse / grandfathered; case says nothing
_PRIVATE_USE = r"x(?:-[0-9a-z]{1,8})+"
_LANGTAG = (
    r"(?:[a-z]{2,3}(?:-[a-z]{3}){0,3}|[a-z]{4}|[a-z]{5,8})"  # language, with its extlang
    r"(?:-[a-z]{4})?"  # script
    r"(?:-(?:[a-z]{2}|[0-9]{3}))?"  # region
    r"(?:-(?:[0-9a-z]{5,8}|[0-9][0-9a-z]{3}))*"  # variants
    r"(?:-[0-9a-wy-z](?:-[0-9a-z]{2,8})+)*"  # extensions
    rf"(?:-{_PRIVATE_USE})?"
)
_IRREGULAR = (
    "en-GB-oed|i-ami|i-bnn|i-default|i-enochian|i-hak|i-klingon|i-lux|i-mingo|i-navajo|i-pwn|i-tao|i-tay|i-tsu"
    "|sgn-BE-FR|sgn-BE-NL|sgn-CH-DE"
)
# Most of the regular grandfathered tags fit langtag as well; they are listed as the section lists them.
_REGULAR = "art-lojban|cel-gaulish|no-bok|no-nyn|zh-guoyu|zh-hakka|zh-min|zh-min-nan|zh-xiang"
LANGUAGE_TAG: re.Pattern[str] = expression(
    rf"{_LANGTAG}|{_PRIVATE_USE}|{_IRREGULAR}|{_REGULAR}", re.IGNORECASE | re.ASCII
)

# --- RFC 9110 section 8.8.3: entity-tag = [ %s"W/" ] DQUOTE *etagc DQUOTE
ENTITY_TAG: re.Pattern[str] = expression(r'(?:W/)?"[\x21\x23-\x7e\x80-\xff]*"')

# --- RFC 6454 section 6.2 as Fetch reads it: scheme, host and port in lower case, nothing after them
ORIGIN: re.Pattern[str] = expression(
    r"[a-z][a-z0-9+.\-]*://(?:[a-z0-9_](?:[a-z0-9_.-]*[a-z0-9_])?|\[[0-9a-f:.]+\])(?::[0-9]{1,5})?"
)


def _identity_or_other(allowed: bytes) -> bytes:
    """A translation table that keeps the allowed octets and changes every other one.

    A forbidden octet must map to a *different* octet: mapping it to NUL would let NUL itself through.
    """
    return bytes(octet if octet in allowed else (octet + 1) & 0xFF for octet in range(256))


#: `value.translate(COOKIE_OCTETS) == value` exactly where every octet is a cookie-octet.
COOKIE_OCTETS: bytes = _identity_or_other(bytes(c for c in range(0x21, 0x7F) if c not in b'",;\\'))
#: the same for the octets that an ASCII field value may hold: HTAB, SP and VCHAR.
FIELD_OCTETS: bytes = _identity_or_other(bytes([0x09, *range(0x20, 0x7F)]))
#: the same for the octets of a path and query that need no further look: pchar, "/" and "?", without "%".
PATH_OCTETS: bytes = _identity_or_other(
    b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~!$&'()*+,;=:@/?"
)
