# Written by `nox -s generate` from src; do not edit.
"""What a spec tells of the content: whether there is any, what it is called, and its octets where they are known."""

from collections.abc import Iterator

from antiphon.spec import ResponseSpec

def has_content(spec: ResponseSpec) -> bool:
    """Whether the response carries content: its body is not of an empty kind, nor fixed to no octets at all."""

def is_utf_8(spec: ResponseSpec) -> bool:
    """Whether antiphon itself writes the content, as text in UTF-8."""

def octets(spec: ResponseSpec) -> bytes | None:
    """The octets of the content, where they are known before any request; b"" where there is none."""

def uncoded(spec: ResponseSpec) -> bytes | None:
    """The octets that the media type is about, where they are known: of what is neither coded nor a part."""

def media_types(spec: ResponseSpec) -> Iterator[tuple[str, str]]:
    """Each Content-Type with its path: the body's own, unless it is empty, and those that header fields give."""

def essence(value: str) -> str:
    """The type and subtype of a media type, in lower case."""

def essences(spec: ResponseSpec) -> Iterator[tuple[str, str]]:
    """The type and subtype of each Content-Type, in lower case."""

def parameter_of(media_type: str, name: str) -> str | None:
    """The first parameter of that name in a media type, without quotes; None where there is none."""

def is_json(media_type: str) -> bool:
    """Whether a type and subtype in lower case means one JSON text."""

def field_values(spec: ResponseSpec) -> Iterator[tuple[str, str]]:
    """Every field value that is fixed, with its path: those of the header fields, and the body's media type."""
