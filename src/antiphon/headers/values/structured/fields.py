"""Fields that are structured by their own definition (RFC 9651), and the members that each may have."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import NamedTuple

from antiphon.headers.field import FieldError
from antiphon.headers.values.structured.reading import read_dictionary, read_item, read_list
from antiphon.headers.values.structured.values import Date, DisplayString, InnerList, Item, Member, Token
from antiphon.http.parsing.target import authority_fault, is_reference


class StructuredField(NamedTuple):
    """How a field is read, which members it may have, and how a message calls those."""

    read: Callable[[str], list[Member]]
    """Its members; raises FieldError for text that is not such a field."""
    admits: Callable[[Member], bool]
    """Whether the field may have a member."""
    words: str
    """The words of a message for the members that it may have."""


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
STRUCTURED_FIELDS: dict[str, StructuredField] = {
    "Accept-Signature": StructuredField(_dictionary, *_INNER_LIST),  # RFC 9421 section 5.1
    "Available-Dictionary": StructuredField(_item, *_BYTES),  # RFC 9842 section 2.2
    "Cache-Group-Invalidation": StructuredField(_list, *_STRING),  # RFC 9875 section 3
    "Cache-Groups": StructuredField(_list, *_STRING),  # RFC 9875 section 2
    "Cache-Status": StructuredField(_list, *_TOKEN_OR_STRING),  # RFC 9211 section 2
    "CDN-Cache-Control": StructuredField(_dictionary, *_ANY),  # RFC 9213 section 2.1
    "Client-Cert": StructuredField(_item, *_BYTES),  # RFC 9440 section 2.2
    "Client-Cert-Chain": StructuredField(_list, *_BYTES),  # RFC 9440 section 2.3
    "Dictionary-ID": StructuredField(_item, *_STRING),  # RFC 9842 section 2.3
    "Document-Policy": StructuredField(_dictionary, *_ANY),
    "Document-Policy-Report-Only": StructuredField(_dictionary, *_ANY),
    "Incremental": StructuredField(_item, *_BOOLEAN),
    "Integrity-Policy": StructuredField(_dictionary, *_ANY),
    "Integrity-Policy-Report-Only": StructuredField(_dictionary, *_ANY),
    "No-Vary-Search": StructuredField(_dictionary, *_ANY),
    "Observe-Browsing-Topics": StructuredField(_item, *_BOOLEAN),
    "Priority": StructuredField(_dictionary, *_ANY),  # RFC 9218 section 4
    "Proxy-Status": StructuredField(_list, *_TOKEN_OR_STRING),  # RFC 9209 section 2
    "Signature": StructuredField(_dictionary, *_BYTES),  # RFC 9421 section 4.2
    "Signature-Input": StructuredField(_dictionary, *_INNER_LIST),  # RFC 9421 section 4.1
    "Speculation-Rules": StructuredField(_list, *_URL),  # HTML, Speculation-Rules
    "Supports-Loading-Mode": StructuredField(_list, *_TOKEN),
    "Use-As-Dictionary": StructuredField(_dictionary, *_ANY),  # RFC 9842 section 2.1
    "Want-Content-Digest": StructuredField(_dictionary, *_INTEGER),  # RFC 9530 section 4
    "Want-Repr-Digest": StructuredField(_dictionary, *_INTEGER),  # RFC 9530 section 4
}
_BY_NAME = {name.lower(): field for name, field in STRUCTURED_FIELDS.items()}


def structured_fault(name: str, value: str) -> str:
    """Why recipients drop the whole field; empty for one that they read. `name` is one of STRUCTURED_FIELDS."""
    field = _BY_NAME[name.lower()]
    try:
        found = field.read(value)
    except FieldError as error:
        return f"cannot be read: {error}"
    return "" if all(map(field.admits, found)) else f"holds something that is not {field.words}"
