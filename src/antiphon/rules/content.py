"""Read the content from a spec: whether there is any, its media type, and its octets if they are known."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from antiphon.http.parsing.media_type import JAVASCRIPT_TYPES, essence, is_json
from antiphon.http.parsing.pieces import members
from antiphon.rules.parts import ResponseParts

if TYPE_CHECKING:
    from antiphon.spec.json_options import JSONOptions
    from antiphon.spec.type_name import TypeName

#: The fields that describe the content (RFC 9110 sections 8.3 to 8.5 and 14.4, RFC 6266). Content-Location may be about
#: something else, and a digest or a length may be that of nothing.
CONTENT_FIELDS: tuple[str, ...] = (
    *("Content-Type", "Content-Encoding", "Content-Language", "Content-Disposition", "Content-Range"),
)

#: No content has more octets: recipients count in signed 64-bit integers, and Chromium 156 ignores a Content-Length
#: beyond.
MOST_OCTETS: Final = 2**63 - 1

_NOTHING = frozenset({"empty", "redirect"})
_TEXT = frozenset({"html", "json", "json_lines", "problem", "text"})
#: Media types beside text/* whose content browsers decode by the charset parameter.
_DECODED = JAVASCRIPT_TYPES | {"application/xml"}


def has_content(response: ResponseParts) -> bool:
    """Whether the response carries content: its body is not of an empty kind, nor fixed to no octets at all."""
    return response.body.kind not in _NOTHING and getattr(response.body, "content", None) not in ("", b"")


def is_utf_8(response: ResponseParts) -> bool:
    """Whether antiphon itself writes the content, as text in UTF-8."""
    return response.body.kind in _TEXT


def body_types(response: ResponseParts) -> Iterator[tuple[str, TypeName]]:
    """The declared types of the content, with their paths: of all of it, or of an item; and of the last after an error.

    They are types with a JSON form, or classes of events.
    """
    for member in ("model", "events", "error_model"):
        name: TypeName | None = getattr(response.body, member, None)
        if name is not None:
            yield f"body.{member}", name


def json_encode(response: ResponseParts) -> TypeName | None:
    """The function that writes values without a JSON form, by name; None where none is declared."""
    options: JSONOptions | None = getattr(response.body, "options", None)
    return options.encode if options is not None else None


def is_validated(response: ResponseParts) -> bool:
    """Whether content is checked against its type with each call, in every process or in development."""
    return getattr(response.body, "validation", "never") != "never"


def octets(response: ResponseParts) -> bytes | None:
    """The octets of the content, where they are known before any request; b"" where there is none."""
    if not has_content(response):
        return b""
    if response.body.kind == "problem":
        try:
            return response.body.plan(response.status).octets
        except (ValueError, OverflowError):  # a lone surrogate has no UTF-8 form; a status can have too many digits
            return None
    content = getattr(response.body, "content", None)
    if isinstance(content, str):
        return content.encode(errors="replace")
    return content if isinstance(content, bytes) else None


def uncoded(response: ResponseParts) -> bytes | None:
    """The octets that the media type is about, where they are known: of what is neither coded nor a part."""
    if response.status == 206 or any(
        (header.value or "unknown").strip(" \t") for _, header in response.headers("Content-Encoding")
    ):
        return None
    return octets(response)


def essences(response: ResponseParts) -> Iterator[tuple[str, str]]:
    """The type and subtype of each Content-Type, in lower case."""
    for path, value in response.media_types():
        yield path, essence(value)


def is_guarded(response: ResponseParts) -> bool:
    """Whether browsers take the media type for what it says (Fetch, "determine nosniff")."""
    options = [members(value) for _, value in response.values("X-Content-Type-Options")]
    return any(option[:1] and option[0].lower() == "nosniff" for option in options)


def is_decoded(media_type: str) -> bool:
    """Whether clients decode content of a type and subtype in lower case by its charset."""
    return (
        media_type.startswith("text/") or media_type in _DECODED or is_json(media_type) or media_type.endswith("+xml")
    )


def field_values(response: ResponseParts) -> Iterator[tuple[str, str]]:
    """Every field value that is fixed, with its path: those of the header fields, and the body's media type."""
    yield from response.as_written()
    if response.own_media_type:
        yield "body.media_type", response.own_media_type
