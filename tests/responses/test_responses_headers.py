"""The view of header lines that a response gives, with Starlette and without."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
import starlette.datastructures

from antiphon.responses import Response
from antiphon.responses.headers import ResponseHeaders
from antiphon.responses.plain_headers import MutableHeaders as PlainHeaders


def _plain_view(raw: list[tuple[bytes, bytes]]) -> Any:
    return PlainHeaders(raw=raw)


def _checked_view(raw: list[tuple[bytes, bytes]]) -> Any:
    return ResponseHeaders(raw=raw)


def _starlettes_view(raw: list[tuple[bytes, bytes]]) -> Any:
    return starlette.datastructures.MutableHeaders(raw=raw)


STEPS: list[Callable[[Any], Any]] = [
    lambda view: view.__setitem__("X-A", "1"),
    lambda view: view.__setitem__("set-cookie", "one"),
    lambda view: view.__delitem__("Set-Cookie"),
    lambda view: view.__delitem__("absent"),
    lambda view: view.append("B", "é"),
    lambda view: view.setdefault("B", "2"),
    lambda view: view.setdefault("C", "2"),
    lambda view: view.update({"B": "3", "D": "4"}),
    lambda view: view.add_vary_header("Accept"),
    lambda view: view.__ior__({"B": "5"}).raw,
    lambda view: (view | {"B": "6"}).raw,
    lambda view: (view.keys(), view.values(), view.items(), list(view), len(view)),
    lambda view: (view.getlist("Set-Cookie"), view.get("b"), view.get("nothing"), "B" in view, "N" in view),
    lambda view: view == view.mutablecopy(),
    lambda view: view.mutablecopy().append("Z", "9"),
    lambda view: view == {"b": "5"},
]


@pytest.mark.parametrize("make", [_plain_view, _checked_view])
@pytest.mark.parametrize("step", STEPS)
def test_each_view_of_headers_behaves_as_starlettes(make: Callable[[Any], Any], step: Callable[[Any], Any]) -> None:
    """The same answer, and the same lines afterwards."""
    start = [(b"b", b"1"), (b"set-cookie", b"a=b"), (b"vary", b"Origin"), (b"set-cookie", b"c=d")]
    ours, theirs = make(list(start)), _starlettes_view(list(start))
    assert step(theirs) == step(ours)
    assert theirs.raw == ours.raw


def test_the_plain_view_has_its_own_constructor_and_repr() -> None:
    """From a mapping; printed with its class; neither hashable nor equal to a dict."""
    view = PlainHeaders({"X-A": "1"})
    assert view["x-a"] == "1"
    assert repr(view) == "MutableHeaders([('x-a', '1')])"
    with pytest.raises(KeyError):
        view["absent"]
    with pytest.raises(TypeError):
        hash(view)
    with pytest.raises(TypeError, match="Expected a mapping but got list"):
        view |= []  # type: ignore[arg-type]
    with pytest.raises(TypeError, match="Expected a mapping but got list"):
        _ = view | []  # type: ignore[operator]


def test_the_view_sees_lines_that_were_replaced() -> None:
    """It is made anew, so that nothing stale is edited."""
    response = Response(headers={"a": "1"})
    assert response.headers["a"] == "1"
    response.raw_headers = [(b"b", b"2")]
    assert dict(response.headers) == {"b": "2"}
