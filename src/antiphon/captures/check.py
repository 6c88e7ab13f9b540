"""The judge for responses that antiphon did not build."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any, Protocol, TypeAlias

from antiphon.captures.error import WireError
from antiphon.captures.exchange import Exchange
from antiphon.captures.judged import judge
from antiphon.diagnostics.diagnostic import Diagnostic
from antiphon.rules.profile import PROFILES, Profile

Text: TypeAlias = str | bytes
_PAIRS = "give (name, value) pairs of str or bytes, or a mapping"


class Fields(Protocol):
    """An object with field lines: a mapping, an email.message.Message, the headers of a client."""

    def items(self) -> Iterable[tuple[Text, Text]]:
        """The lines, as names and values."""
        ...


def check_wire(
    status: int,
    headers: Fields | Iterable[tuple[Text, Text]],
    body: bytes | None = None,
    method: str = "GET",
    *,
    url: str | None = None,
    profile: Profile = "default",
) -> tuple[Diagnostic, ...]:
    """The findings about a response of any service, in code order; empty if nothing is wrong.

    An error says that a client drops, alters or rejects something, or that it is dangerous; a warning, that a client or
    cache reads something otherwise than it was meant. How a sender should have written what all of them take as it was
    meant is info, or left out: `check` is the judge of one's own declarations.

    `headers` are the field lines in their order, bytes read as latin-1; of a mapping that can hold a name twice, all
    lines are read. `body` is the content as it was sent, before anything is decoded, b"" for none and None where it is
    not known. With `url`, the rules that need the scheme and the host judge as well. A path names a line, such as
    `Set-Cookie[1].Max-Age`; no message holds a cookie's value.

    Raises WireError, a ValueError, for what no response can have been; a response that is wrong is judged.
    """
    if isinstance(status, bool) or not isinstance(status, int):
        raise WireError(f"the status is of type {type(status).__qualname__}", help="give the status code as an int")
    if not -(10**18) < status < 10**18:
        raise WireError("the status has more digits than any status line", help="give the status code, such as 200")
    if body is not None and not isinstance(body, bytes | bytearray | memoryview):
        raise WireError(f"the body is of type {type(body).__qualname__}", help="give the octets that were sent")
    if profile not in PROFILES:
        raise WireError(f"there is no profile {profile!r}", help=f"the profiles are {' and '.join(PROFILES)}")
    lines = tuple((_text(name, "a field name"), _text(value, "a field value")) for name, value in _pairs(headers))
    content = None if body is None else bytes(body)
    exchange = Exchange(
        status=int(status), lines=lines, body=content, method=_text(method, "the method"), url=url and _text(url, "url")
    )
    return judge(exchange, profile=profile)


def _pairs(headers: Any) -> Iterator[tuple[Any, Any]]:
    """The lines one by one. A mapping that joins lines of one name can also give them apart, as httpx's does."""
    apart: Callable[[], Iterable[Any]] | None = getattr(headers, "multi_items", None) or getattr(headers, "items", None)
    try:
        lines = iter(headers if apart is None else apart())
    except TypeError:
        raise WireError(f"the headers are of type {type(headers).__qualname__}", help=_PAIRS) from None
    for number, line in enumerate(lines):
        if isinstance(line, str | bytes):
            raise WireError(f"line {number} of the headers is not a pair", help=_PAIRS)
        try:
            name, value = line
        except (TypeError, ValueError):
            raise WireError(f"line {number} of the headers is not a pair", help=_PAIRS) from None
        yield name, value


def _text(text: object, what: str) -> str:
    if isinstance(text, bytes | bytearray):
        return text.decode("latin-1")
    if not isinstance(text, str):
        raise WireError(f"{what} is of type {type(text).__qualname__}", help="give str or bytes")
    try:
        text.encode()
    except UnicodeEncodeError:
        raise WireError(f"{what} holds a lone surrogate, not an octet", help="give the octets as bytes") from None
    return str(text)
