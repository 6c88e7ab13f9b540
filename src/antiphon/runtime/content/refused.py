"""The errors for content that cannot be sent. None of them shows the content."""

from __future__ import annotations

from antiphon.errors import ParamError
from antiphon.runtime.content.not_content import is_response, response_given, response_within

_CITE = "RFC 8259 section 6: Infinity and NaN are not permitted; RFC 9110 section 8.3"

#: The errors that an encoder raises for content that it cannot encode.
ENCODE_ERRORS: tuple[type[Exception], ...] = (TypeError, ValueError, OverflowError, RecursionError)


def not_json(value: object) -> ParamError:
    """The error for a value that has no JSON form."""
    if is_response(value):
        return response_given(value)
    return ParamError(
        "content",
        f"{type(value).__qualname__} has no JSON form",
        help="give a msgspec Struct, dataclass, attrs class, pydantic model, dict, list, str, number, bool or None",
        cite="RFC 8259 section 3",
    )


def unencodable(error: Exception, content: object = None) -> ParamError:
    """An encoder's error, as a ParamError in antiphon's own words."""
    if isinstance(error, ParamError):
        return error
    response = response_within(content)
    if response is not None:
        return response_given(response)
    if isinstance(error, UnicodeError):
        return ParamError(
            "content",
            "cannot be encoded: it holds a lone surrogate, which has no UTF-8 form",
            help="leave it out; text that was decoded with surrogateescape holds them",
            cite="RFC 3629 section 3",
        )
    what = "it refers to itself or is nested too deeply" if isinstance(error, RecursionError) else str(error)
    return ParamError("content", f"cannot be encoded: {what}", help="send a value that JSON can say", cite=_CITE)


def nan_refused() -> ParamError:
    """The error for NaN or an infinity in JSON content."""
    return ParamError(
        "content",
        "holds NaN or an infinity, which JSON cannot say",
        help='send None instead, or declare nan="null"',
        cite=_CITE,
    )


def wrong_type(content: object, expected: str, *, inside: bool = False) -> ParamError:
    """The error for content, or for something inside it, of another type than is declared there."""
    if is_response(content):
        return response_given(content)
    return ParamError(
        "content",
        f"{'holds' if inside else 'is'} {type(content).__qualname__} where {expected} is declared",
        help=f"give {expected}, or declare the type that is really sent",
        cite="the response's own declaration",
    )
