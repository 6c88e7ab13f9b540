"""Arguments that no type checker lets pass: each is refused in words, and no error comes from inside."""

from __future__ import annotations

import inspect
import traceback
from collections.abc import Callable
from typing import Annotated, Any

import pytest

from antiphon import (
    JSONCookie,
    ParamError,
    Params,
    Reply,
    SignedCookie,
    SpecError,
    check,
    header,
    lines,
    method_not_allowed,
    no_content,
    redirect,
    respond,
    unauthorized,
)

#: Values that hardly any parameter takes; some cannot be hashed, compared, iterated or written as text.
WRONG: tuple[Any, ...] = (
    *(None, -1, 1.5, True, "", "a\r\nb", "\ud800", b"x", bytearray(b"x"), float("nan")),
    *((), (5,), [], {}, {"a": 1}, set(), object(), int, "{x}"),
)
DRAFTS = {
    "respond(200)": respond(200),
    ".json": respond(200).json(dict[str, int]),
    ".events": respond(200).events(dict[str, int]),
    "redirect": redirect(303, location="/"),
    "no_content": no_content(),
}
STEPS = [(name, step) for name, draft in DRAFTS.items() for step in dir(draft) if not step.startswith("_")]


def _is_refusal(error: Exception) -> bool:
    """Whether an error is one of antiphon's own, or Python's for arguments that the call itself does not have."""
    if isinstance(error, SpecError | ParamError):
        return True
    return isinstance(error, TypeError) and len(traceback.extract_tb(error.__traceback__)) <= 2


@pytest.mark.parametrize(("draft", "step"), STEPS, ids=[f"{draft}-{step}" for draft, step in STEPS])
def test_no_step_lets_an_error_out_from_inside(draft: str, step: str) -> None:
    """Whatever is given to one parameter of a step, it is taken, or refused by SpecError."""
    bound = getattr(DRAFTS[draft], step, None)
    if not callable(bound):
        return
    parameters = inspect.signature(bound).parameters.values()
    for wrong in WRONG:
        for filled in parameters:
            positional, named = [], {}
            for parameter in parameters:
                if parameter is not filled and parameter.default is parameter.empty and parameter.kind < 2:
                    positional.append("x")
                elif parameter is filled and parameter.kind <= 2:
                    positional.append(wrong)
                elif parameter is filled:
                    named["zz" if parameter.kind == parameter.VAR_KEYWORD else parameter.name] = wrong
            try:
                bound(*positional, **named)
            except Exception as error:
                if not _is_refusal(error):
                    raise AssertionError(f"{step}({filled.name}={wrong!r})") from error


class _Unhashable:
    __hash__ = None  # type: ignore[assignment]  # as a class with __eq__ alone has it


def test_metadata_of_an_annotation_need_not_be_hashable() -> None:
    """`Annotated` may hold anything, a dict or an object that only compares among it."""

    class Limits(Params):
        limit: Annotated[int, {"unit": "rows"}] = header("X-Limit")
        name: Annotated[str | None, _Unhashable()] = header("X-Name")

    class Shown(Reply[Annotated[dict[str, int], _Unhashable()]], status=200):
        sizes: list[Annotated[int, _Unhashable()]] = header("X-Sizes")

    limited = respond(200).json(list[Annotated[int, _Unhashable()]]).params(Limits).compile()
    sent = limited([1], limit=5, name="a").raw_headers
    assert {(b"x-limit", b"5"), (b"x-name", b"a")} <= set(sent)
    assert (b"x-sizes", b"1, 2") == Shown({"a": 1}, sizes=[1, 2]).raw_headers[0]


REFUSED: list[tuple[Callable[[], Any], type[Exception], str]] = [
    (lambda: check(None), TypeError, "NoneType is judged nowhere: give a ResponseSpec"),  # type: ignore[arg-type]
    (lambda: lines("x"), TypeError, "str is not a response of antiphon"),  # type: ignore[arg-type]
    (lambda: JSONCookie(int, encode="base32"), ValueError, "encode is 'base32', which is none of"),  # type: ignore[arg-type]
    (lambda: SignedCookie(int, key=None, purpose="a", max_age=1), TypeError, "a key is NoneType"),  # type: ignore[arg-type]
    (lambda: unauthorized(int, www_authenticate=("Basic",)), SpecError, "a tuple is neither Challenge"),  # type: ignore[arg-type]
    (lambda: method_not_allowed(int, allow=None), SpecError, "Allow: a NoneType|Allow: None"),  # type: ignore[arg-type]
]


@pytest.mark.parametrize(("call", "error", "words"), REFUSED)
def test_other_doors_say_what_they_take(call: Callable[[], Any], error: type[Exception], words: str) -> None:
    """Functions and codecs name the type that was given, and what is to be given."""
    with pytest.raises(error, match=words):
        call()
