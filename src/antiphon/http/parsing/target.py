"""Where a reference leads: by RFC 3986 as a sender may write it, and by the URL Standard as browsers read it."""

from __future__ import annotations

import unicodedata
from urllib.parse import unquote_to_bytes

from antiphon.http.expression import expression
from antiphon.http.grammar import RELATIVE_REFERENCE, URI
from antiphon.http.parsing.pieces import whole_number

_C0_AND_SPACE = "".join(map(chr, range(0x21)))
_REMOVED = str.maketrans("", "", "\t\n\r")
_SCHEME = expression(r"([A-Za-z][A-Za-z0-9+.\-]*):")
#: Schemes whose URLs have an authority, and whose backslashes are slashes ("special scheme").
#: Each with the port that a URL of it leaves out.
DEFAULT_PORTS: dict[str, str] = {"ftp": "21", "http": "80", "https": "443", "ws": "80", "wss": "443"}
_HOST = expression(r"[^/\\?#]*")
#: URL Standard, "forbidden domain code point".
_FORBIDDEN = expression(r"[\x00-\x20\"#%/:<>?@\[\\\]^`{|}\x7f\ufffd]")
_NUMBER = expression(r"0[xX][0-9A-Fa-f]*|[0-9]+")
_MOST_PORT = 65535
#: Most references there are: a path from the root, by itself or behind a host. The whole grammar takes 5 ms to compile.
_PLAIN = expression(r"(?:https?://[A-Za-z0-9.\-]+(?::[0-9]+)?(?![^/?])|(?=/(?!/)))[A-Za-z0-9\-._~!$&'()*+,;=:@/?]*")


def is_reference(text: str) -> bool:
    """Whether the text is a URI-reference (RFC 3986 section 4.1)."""
    return bool(_PLAIN.fullmatch(text) or RELATIVE_REFERENCE.fullmatch(text) or URI.fullmatch(text))


def scheme_of(text: str) -> str | None:
    """The scheme in lower case, as a browser sees it; None for a relative reference."""
    match = _SCHEME.match(text.lstrip(_C0_AND_SPACE).translate(_REMOVED))
    return match[1].lower() if match else None


def host_of(text: str) -> str:
    """The host of an absolute URI, as written; empty where it has none."""
    match = URI.fullmatch(text)
    return (match["host"] or "") if match else ""


def host_behind(text: str) -> str | None:
    """The host that a reference leads to although it does not look absolute; None where it stays, or plainly leaves.

    A browser skips TAB, CR and LF, takes a backslash for a slash, and takes any number of slashes in front of a host
    for two, also behind `https:` (URL Standard section 4.4). The host is as written, with its port, and may be empty.
    """
    seen = text.strip(_C0_AND_SPACE).translate(_REMOVED)
    match = _SCHEME.match(seen)
    rest, needed = seen, 2
    if match:
        if match[1].lower() not in DEFAULT_PORTS:
            return None
        rest, needed = seen[match.end() :], 3
    behind = rest.lstrip("/\\")
    if len(rest) - len(behind) < needed:
        return None
    found = _HOST.match(behind)
    return found[0] if found else ""


def authority_fault(text: str) -> str:
    """The fault of the authority of an absolute http or https URI, in a few words; empty where it has none."""
    match = URI.fullmatch(text)
    if match is None or match["scheme"].lower() not in ("http", "https"):
        return ""
    if not match["host"]:
        return "names no host"
    if match["userinfo"] is not None:
        return "has a user name in front of its host"
    if (whole_number(match["port"] or "0") or 0) > _MOST_PORT:
        return f"has port {match['port'][:12]}, and ports end at {_MOST_PORT}"
    return _host_fault(match["host"])


def _host_fault(host: str) -> str:
    if host.startswith("["):
        return "names an address of a kind that nobody knows" if host[1:2] in "vV" else ""
    try:
        name = _ascii_or_mapped(unquote_to_bytes(host).decode())
    except UnicodeDecodeError:
        return "has a host that is not UTF-8 behind its percent-escapes"
    if not name or _FORBIDDEN.search(name) or not name.isprintable():
        return "has a host that no browser takes"
    labels = name.removesuffix(".").split(".")
    if not all(map(_is_label, labels)):
        return "has a host with a label that is not valid punycode"
    if _NUMBER.fullmatch(labels[-1]) and not _is_ipv4(labels):
        return "has a host that ends in a number and is not an IPv4 address"
    return ""


def _ascii_or_mapped(name: str) -> str:
    """The host in lower case, mapped about as UTS 46 does: compatible characters alike, invisible ones gone."""
    if name.isascii():
        return name.lower()
    mapped = unicodedata.normalize("NFKC", name).lower()
    return "".join(character for character in mapped if unicodedata.category(character) != "Cf")


def _is_label(label: str) -> bool:
    """Whether a label that begins with xn-- is punycode for something beyond ASCII."""
    if not label.startswith("xn--"):
        return True
    try:
        meant = label[4:].encode("ascii").decode("punycode")
    except UnicodeError:
        return False
    return not meant.isascii() and meant.isprintable() and meant == _ascii_or_mapped(meant)


def _is_ipv4(labels: list[str]) -> bool:
    """URL Standard, "IPv4 parser": up to four numbers, decimal, octal or hexadecimal; the last fills what is left."""
    if len(labels) > 4:
        return False
    numbers = []
    for label in labels:
        if not _NUMBER.fullmatch(label) or len(label) > 40:
            return False
        base = 16 if label[:2].lower() == "0x" else 8 if label[0] == "0" and len(label) > 1 else 10
        try:
            numbers.append(int(label[2:] or "0", 16) if base == 16 else int(label, base))
        except ValueError:  # an 8 or 9 in an octal number
            return False
    return all(number < 256 for number in numbers[:-1]) and numbers[-1] < 256 ** (5 - len(numbers))
