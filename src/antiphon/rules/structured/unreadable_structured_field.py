"""SF001."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import Decimal
from typing import NamedTuple

from antiphon.headers.field import FieldError
from antiphon.headers.values.structured.reading import read_dictionary, read_item, read_list
from antiphon.headers.values.structured.values import Date, DisplayString, InnerList, Item, Member, Token
from antiphon.http.parsing.target import authority_fault, is_reference
from antiphon.rules.parts import ResponseParts
from antiphon.rules.rule import Finding, rule
from antiphon.spec import HeaderSpec


class _Field(NamedTuple):
    """How a field is read, which members it may have, and how a message calls those."""

    read: Callable[[str], list[Member]]
    admits: Callable[[Member], bool]
    words: str


def _item(text: str) -> list[Member]:
    return [read_item(text)]


def _list(text: str) -> list[Member]:
    return list(read_list(text))


def _dictionary(text: str) -> list[Member]:
    return [member for _, member in read_dictionary(text)]


def _of(*types: type) -> Callable[[Member], bool]:
    return lambda member: type(member.value if isinstance(member, Item) else member) in types


def _is_url(member: Member) -> bool:
    url = member.value if isinstance(member, Item) else None
    return type(url) is str and is_reference(url) and not authority_fault(url)


_ANY = (_of(bool, bytes, int, str, Date, Decimal, DisplayString, InnerList, Token), "a value")
_BOOLEAN = (_of(bool), "?1 or ?0")
_BYTES = (_of(bytes), "a byte sequence")
_INNER_LIST = (_of(InnerList), "a list in parentheses")
_INTEGER = (_of(int), "a whole number")
_STRING = (_of(str), "a string in double quotes")
_TOKEN = (_of(Token), "a token")
_TOKEN_OR_STRING = (_of(Token, str), "a token or string")
_URL = (_is_url, "a URL in double quotes")

#: The fields that are structured by their own definition, apart from those with a rule of their own: Accept-CH (SC016),
#: Accept-Query (SF015), the opener and embedder policies (SC012), Deprecation (SF011), digests (SF017),
#: Origin-Agent-Cluster and Reporting-Endpoints (SC015), Permissions-Policy (SC010), RateLimit (SF013).
_FIELDS = {
    "Accept-Signature": _Field(_dictionary, *_INNER_LIST),  # RFC 9421 section 5.1
    "Available-Dictionary": _Field(_item, *_BYTES),  # RFC 9842 section 2.2
    "Cache-Group-Invalidation": _Field(_list, *_STRING),  # RFC 9875 section 3
    "Cache-Groups": _Field(_list, *_STRING),  # RFC 9875 section 2
    "Cache-Status": _Field(_list, *_TOKEN_OR_STRING),  # RFC 9211 section 2
    "CDN-Cache-Control": _Field(_dictionary, *_ANY),  # RFC 9213 section 2.1
    "Client-Cert": _Field(_item, *_BYTES),  # RFC 9440 section 2.2
    "Client-Cert-Chain": _Field(_list, *_BYTES),  # RFC 9440 section 2.3
    "Dictionary-ID": _Field(_item, *_STRING),  # RFC 9842 section 2.3
    "Document-Policy": _Field(_dictionary, *_ANY),
    "Document-Policy-Report-Only": _Field(_dictionary, *_ANY),
    "Incremental": _Field(_item, *_BOOLEAN),
    "Integrity-Policy": _Field(_dictionary, *_ANY),
    "Integrity-Policy-Report-Only": _Field(_dictionary, *_ANY),
    "No-Vary-Search": _Field(_dictionary, *_ANY),
    "Observe-Browsing-Topics": _Field(_item, *_BOOLEAN),
    "Priority": _Field(_dictionary, *_ANY),  # RFC 9218 section 4
    "Proxy-Status": _Field(_list, *_TOKEN_OR_STRING),  # RFC 9209 section 2
    "Signature": _Field(_dictionary, *_BYTES),  # RFC 9421 section 4.2
    "Signature-Input": _Field(_dictionary, *_INNER_LIST),  # RFC 9421 section 4.1
    "Speculation-Rules": _Field(_list, *_URL),  # HTML, Speculation-Rules
    "Supports-Loading-Mode": _Field(_list, *_TOKEN),
    "Use-As-Dictionary": _Field(_dictionary, *_ANY),  # RFC 9842 section 2.1
    "Want-Content-Digest": _Field(_dictionary, *_INTEGER),  # RFC 9530 section 4
    "Want-Repr-Digest": _Field(_dictionary, *_INTEGER),  # RFC 9530 section 4
}
_BY_NAME = {name.lower(): field for name, field in _FIELDS.items()}


@rule(
    code="SF001",
    level="error",
    citation="RFC 9651 sections 2.2, 3 and 4.2",
    help="write text in double quotes, bytes between colons, ?1 and ?0; keys in lower case; no comma at the end",
    bad=HeaderSpec(name="Cache-Status", value="shop; hit,"),
    good=HeaderSpec(name="Cache-Status", value='shop; hit, "edge 1"; fwd=miss'),
)
def unreadable_structured_field(response: ResponseParts) -> Iterator[Finding]:
    """A field that is defined as a structured Item, List or Dictionary reads as one, with members of its own types.

    One error anywhere, such as a comma at the end, a key in capitals or `TRUE`, and recipients drop the whole field.
    """
    for name in response.spellings(*_FIELDS):
        field = _BY_NAME[name.lower()]
        if (line := response.joined(name)) is None:
            continue
        path, value = line
        try:
            found = field.read(value)
        except FieldError as error:
            yield Finding(path, f"{name} cannot be read: {error}")
            continue
        if not all(map(field.admits, found)):
            yield Finding(path, f"{name} holds something that is not {field.words}")
