"""A compiled response made in both ways: by the extension, and by the generated Python that it stands in front of."""

from __future__ import annotations

import types
from collections.abc import Callable
from typing import Any, NamedTuple

import pytest

from antiphon.native import EXTENSION

needs_extension = pytest.mark.skipif(EXTENSION is None, reason="antiphon is installed without its extension")


#: Attributes for which the extension has a place beside the dictionary.
LAYOUT = ("status_code", "background", "body", "raw_headers")


class Twins(NamedTuple):
    """What the two ways came to."""

    python: object
    native: object


def by_object(respond: Any, *arguments: Any, **keywords: Any) -> Twins:
    """The response, or the refusal, of both ways."""
    return Twins(
        outcome(respond.__wrapped__, *arguments, **keywords),
        outcome(respond, *arguments, **keywords),
    )


def by_send(respond: Any, *arguments: Any, **keywords: Any) -> Twins:
    """The messages that `.send` sends in both ways, or the refusal."""
    return Twins(
        sent(respond.send.__wrapped__, *arguments, **keywords),
        sent(respond.send, *arguments, **keywords),
    )


def by_class(reply: Any, *arguments: Any, **keywords: Any) -> Twins:
    """The reply, or the refusal, of both ways: the class called, and its constructor in Python."""

    def constructed(*arguments: Any, **keywords: Any) -> Any:
        made = reply.__new__(reply)
        made.__init__(*arguments, **keywords)
        return made

    return Twins(outcome(constructed, *arguments, **keywords), outcome(reply, *arguments, **keywords))


def outcome(call: Callable[..., Any], *arguments: Any, **keywords: Any) -> object:
    """All that can be seen of a response; of an exception its type, its text and what it hides."""
    try:
        made = call(*arguments, **keywords)
    except BaseException as error:  # noqa: BLE001 - whatever one way raises, the other has to
        return refusal(error)
    kept = {name: value for name, value in vars(made).items() if name not in LAYOUT}
    return type(made), made.status_code, made.raw_headers, made.body, made.background, *seen(made), kept


def seen(made: Any) -> tuple[object, ...]:
    """What a response has by its class where it has none itself, and the exact types of its parts."""
    parts = [type(part) for line in made.raw_headers for part in (line, *line)]
    return made.media_type, made.background_policy, type(made.body), type(made.raw_headers), parts


def refusal(error: BaseException) -> object:
    """What can be seen of an exception but for its traceback."""
    return type(error), str(error), type(error.__cause__), error.__suppress_context__


def sent(call: Callable[..., Any], *arguments: Any, **keywords: Any) -> object:
    """The messages as they are sent, with the order of their keys; of an exception what `refusal` says."""
    messages: list[list[tuple[str, object]]] = []

    async def send(message: dict[str, object]) -> None:
        messages.append(list(message.items()))

    try:
        run(call(send, *arguments, **keywords))
    except BaseException as error:  # noqa: BLE001 - as above
        return refusal(error), messages
    return messages


def run(coroutine: Any) -> None:
    """Drive to its end what waits for nothing."""
    with pytest.raises(StopIteration) as end:
        coroutine.send(None)
    assert end.value.value is None


def is_native(respond: Any, *arguments: Any, **keywords: Any) -> bool:
    """Whether the extension takes a call by itself, and does not leave it to Python."""
    sending = respond.send(None, *arguments, **keywords)
    sending.close()
    return not isinstance(sending, types.CoroutineType)
