"""The drop-in classes answer alike, whether the extension or Python constructs them."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator
from typing import Any

import pydantic
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from antiphon.errors import ParamError
from antiphon.native import EXTENSION
from antiphon.responses import HTMLResponse, JSONResponse, PlainTextResponse, RedirectResponse, Response

pytestmark = pytest.mark.skipif(EXTENSION is None, reason="antiphon is installed without its extension")

CLASSES: list[Any] = [Response, HTMLResponse, PlainTextResponse, JSONResponse, RedirectResponse]


class Text(str):
    """Text that is more than text."""

    __slots__ = ()


class Broken:
    """Neither text nor JSON."""


texts = st.text(max_size=8) | st.text("/ab.é\x00%?#:\\ ", max_size=8) | st.sampled_from(["/users/1", "//evil", "/", ""])
scalars = st.none() | st.booleans() | st.integers() | st.floats() | texts | st.binary(max_size=4)
contents = scalars | st.lists(scalars, max_size=3) | st.dictionaries(texts, scalars, max_size=3)
odd = st.sampled_from([Text("/x"), Broken(), bytearray(b"x"), memoryview(b"x"), "\ud800", 7, object])
statuses = st.sampled_from([200, 201, 204, 205, 301, 303, 304, 307, 308, 404, 599]) | st.sampled_from(
    [100, 600, True, "200", None, 10**30]
)
names = st.sampled_from(
    ["X-A", "x-a", "Cache-Control", "Content-Type", "content-length", "Location", "Connection", "bad name", "é", ""]
)
values = st.sampled_from(
    ["no-store", "a b", " a", "a ", "", "é", "a\r\nb", "\x00", "5", "text/plain", Text("v"), 3, "\t"]
)
headers = st.none() | st.dictionaries(names, values, max_size=4) | st.sampled_from([{}, 3, [("a", "b")]])
media_types = st.sampled_from([None, "text/csv", "application/json", "nonsense", 3])
backgrounds = st.sampled_from([None, print])


def seen(make: Callable[[], Any]) -> Any:
    """What there is to see of a response, or of a refusal."""
    try:
        response = make()
    except (ParamError, TypeError) as error:
        return type(error), str(error)
    return type(response), vars(response), response.media_type, response.charset


@settings(max_examples=3000, deadline=None)
@given(
    cls=st.sampled_from(CLASSES),
    positional=st.lists(contents | odd | statuses, max_size=1).flatmap(
        lambda first: st.tuples(st.just(first), statuses, headers, st.integers(0, 3))
    ),
    named=st.fixed_dictionaries(
        {},
        optional={
            "content": contents | odd,
            "url": texts,
            "status_code": statuses,
            "headers": headers,
            "media_type": media_types,
            "background": backgrounds,
            "unknown": st.none(),
        },
    ),
)
def test_arguments_are_taken_alike(cls: Any, positional: Any, named: dict[str, Any]) -> None:
    """By place and by name, right and wrong, in whatever mixture."""
    first, status, given_headers, more = positional
    arguments = [*first, status, given_headers][: len(first) + more] if first else []

    assert seen(lambda: type.__call__(cls, *arguments, **named)) == seen(lambda: cls(*arguments, **named))


@given(cls=st.sampled_from(CLASSES[:4]), content=contents | odd, fields=st.dictionaries(names, values, max_size=4))
@settings(max_examples=1500, deadline=None)
def test_fields_are_said_alike(cls: Any, content: Any, fields: dict[str, Any]) -> None:
    """Names that were met before and names that were not, with good and bad text."""
    assert seen(lambda: type.__call__(cls, content, 200, fields)) == seen(lambda: cls(content, 200, fields))


PATCHED = """
from unittest import mock
from antiphon.responses import HTMLResponse, Response

def constructor(self, content):
    self.patched = content

def headers(self, headers=None):
    self.raw_headers = [(b"x", repr(headers).encode())]

patches = {
    "render": lambda self, content: b"patched",
    "init_headers": headers,
    "__init__": constructor,
    "charset": "latin-1",
    "media_type": "text/x-patched",
}
usual = vars(HTMLResponse("é"))
for owner in (Response, HTMLResponse):
    with mock.patch.object(owner, NAME, patches[NAME]):
        own = NAME not in vars(HTMLResponse) or owner is HTMLResponse
        made = vars(HTMLResponse("é"))
        print(made == vars(type.__call__(HTMLResponse, "é")), (made != usual) == own)
    print(vars(HTMLResponse("é")) == usual)
"""


@pytest.mark.parametrize("name", ["render", "init_headers", "__init__", "charset", "media_type"])
def test_what_is_patched_into_a_class_is_what_happens(name: str) -> None:
    """Whatever changes in a class, or above it, Python constructs from there on; so this is a process of its own."""
    program = PATCHED.replace("NAME", repr(name))
    done = subprocess.run([sys.executable, "-X", "utf8", "-c", program], capture_output=True, text=True, check=True)

    assert {"True"} == set(done.stdout.split())


def test_what_derives_from_a_class_is_python() -> None:
    """A subclass has its own `render`, `__init__` and attributes."""

    class Loud(JSONResponse):
        media_type = "application/loud+json"

        def render(self, content: Any) -> bytes:
            return super().render(content).upper()

    assert b'{"A":1}' == Loud({"a": 1}).body
    assert (b"content-type", b"application/loud+json") in Loud({"a": 1}).raw_headers


class Page(pydantic.BaseModel):
    """Pydantic prints an iterator by consuming it."""

    items: Iterable[int]


def rows(failure: Exception | None = None) -> Iterator[int]:
    """What a query may be: a row, and perhaps its end."""
    yield 1
    if failure is not None:
        raise failure


def test_json_is_rendered_once() -> None:
    """An encoder's refusal is final: what it has read cannot be read again."""
    with pytest.raises((ParamError, ValueError), match="gone"):
        JSONResponse({"page": Page(items=rows(ValueError("gone")))})

    assert b'{"page":{"items":[1]}}' == JSONResponse({"page": Page(items=rows())}, headers={"X-New-Name": "a"}).body


ENTERED = """
import sys
from antiphon.responses import *
entered = []
def profile(frame, event, argument):
    if event == "call":
        entered.append(frame.f_code.co_name)
fields = {"X-A": "b", "cache-control": "no-store"}
JSONResponse(1, headers=fields)
sys.setprofile(profile)
for cls in (Response, HTMLResponse, PlainTextResponse, JSONResponse, RedirectResponse):
    cls("/x")
JSONResponse({"a": 1.5}, 201, fields, background=print)
Response(status_code=204)
RedirectResponse(url="/x?y", status_code=303)
sys.setprofile(None)
print(*entered)
"""


def test_no_constructor_in_python_is_entered() -> None:
    """For arguments without a surprise, the extension does it all."""
    done = subprocess.run([sys.executable, "-c", ENTERED], capture_output=True, text=True, check=True)

    assert done.stdout.split() == []
