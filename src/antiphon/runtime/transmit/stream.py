"""Octets or text that come in pieces."""

from __future__ import annotations

import codecs
import functools
from collections.abc import Awaitable
from typing import Any, Literal

from antiphon.errors import ParamError
from antiphon.runtime.plan import Content, RawHeader
from antiphon.runtime.transmit.asgi import Receive, Scope, Send
from antiphon.runtime.transmit.items import check_iterable
from antiphon.runtime.transmit.length import check_pieces, declared_length
from antiphon.runtime.transmit.pieces import BytesPieces, TextPieces
from antiphon.runtime.transmit.transmit import transmit


def octets_of(piece: Any) -> bytes:
    """The octets of a piece that is not bytes. Raises ParamError for what is not octets either."""
    if isinstance(piece, bytes | bytearray | memoryview):
        return bytes(piece)
    raise _wrong_piece(piece, "bytes", "encode text, or declare a stream of str")


def stream_content(item: Literal["bytes", "str"] = "bytes", charset: str = "utf-8") -> Content:
    """How an iterable of octets, or of text in a charset, is sent. Raises LookupError for a charset nobody knows."""
    annotation = BytesPieces if item == "bytes" else TextPieces
    accept = functools.partial(check_iterable, of=item)
    if item == "bytes":
        return Content(annotation, None, accept, None, transmit=_transmit_octets)
    codecs.lookup(charset)

    async def transmit_text(  # noqa: PLR0917 - `Transmit`
        content: Any, status: int, headers: list[RawHeader], scope: Scope, receive: Receive, send: Send
    ) -> None:
        if isinstance(content, list | tuple) and (length := declared_length(headers)) is not None:
            check_pieces([*map(_encoder(charset), content)], length)
        await transmit(content, status, headers, scope, receive, send, octets=_encoder(charset), sent_as_is=None)

    return Content(annotation, None, accept, None, transmit=transmit_text)


def _transmit_octets(  # noqa: PLR0917 - `Transmit`
    content: Any, status: int, headers: list[RawHeader], scope: Scope, receive: Receive, send: Send
) -> Awaitable[None]:
    """Pieces that are all there are measured before anything is sent: nobody is sent a part of them."""
    if isinstance(content, list | tuple):
        check_pieces(content, declared_length(headers))
    return transmit(content, status, headers, scope, receive, send, octets=octets_of)


def _encoder(charset: str) -> Any:
    """The encoder of one stream: some charsets have a state, such as the mark at the beginning of UTF-16."""
    encode = codecs.getincrementalencoder(charset)().encode

    def octets(piece: Any) -> bytes:
        if not isinstance(piece, str):
            raise _wrong_piece(piece, "str", "decode it, or declare a stream of octets")
        try:
            return encode(piece)
        except UnicodeError as error:
            reason = error.reason if isinstance(error, UnicodeEncodeError) else str(error)
            raise ParamError(
                "content",
                f"holds text that cannot be said in {charset}: {reason}",
                help="use utf-8, and no lone surrogates",
                cite="RFC 9110 section 8.3.2",
            ) from None

    return octets


def _wrong_piece(piece: object, declared: str, advice: str) -> ParamError:
    return ParamError(
        "content",
        f"has a piece of {type(piece).__qualname__} where {declared} is declared",
        help=advice,
        cite="the response's own declaration",
    )
