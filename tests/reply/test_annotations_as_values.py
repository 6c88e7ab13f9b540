"""Class bodies of a module without `from __future__ import annotations`: since Python 3.14 they are evaluated late."""

import sys
import textwrap
from typing import Any

import pytest

from antiphon import FamilyReply, Location, Problem, ProblemReply, Reply, SpecError, fixed, header, respond

late = pytest.mark.skipif(sys.version_info < (3, 14), reason="evaluated by the class statement itself")


def _lines(response: Any) -> list[tuple[bytes, bytes]]:
    return [line for line in response.raw_headers if not line[0].startswith(b"content-")]


def test_a_fixed_field() -> None:
    """A body that fixes a field is read whole."""

    class Placed(Reply[dict[str, int]]):
        location: Location = fixed("/orders")
        x_note: str = header()

    assert [(b"location", b"/orders"), (b"x-note", b"a")] == _lines(Placed({"a": 1}, x_note="a"))


def test_a_param_in_the_place_of_what_a_base_fixes() -> None:
    """The field is sent once, as the call gives it."""

    class Base(Reply[dict[str, int]], vary="x-base"):
        location: Location = fixed("/base")

    class Free(Base):
        location: Location = header()
        vary: str = header()

    assert [(b"location", b"/a"), (b"vary", b"x-a")] == sorted(
        _lines(Free({"a": 1}, location=Location("/a"), vary="x-a"))
    )


def test_a_taken_name_is_refused_at_its_specifier() -> None:
    """The place is the line of the param, not that of the class."""
    with pytest.raises(SpecError) as caught:

        class Wrong(Reply[dict[str, int]]):
            status_code: int = header()

    (finding,) = caught.value.diagnostics
    assert "AN028" == finding.code
    assert finding.position is not None
    assert sys._getframe().f_lineno - 5 == finding.position.line


def test_members_of_a_problem_type() -> None:
    """They are members of the content, with their defaults, and params beside them."""

    class OutOfPaper(ProblemReply, type="https://a.example/out-of-paper", status=503):
        tray: int
        colour: str = "white"
        x_tray: str = header()

    response = OutOfPaper(tray=2, x_tray="2")
    assert response.body.endswith(b'"tray":2,"colour":"white"}')
    assert ("white", [(b"x-tray", b"2")]) == (response.colour, _lines(response))


def test_a_family() -> None:
    """Its status is not a field line, and other params are."""

    class Refused(FamilyReply[Problem], family="4XX"):
        status: int
        x_note: str = header()

    assert [(b"x-note", b"a")] == _lines(Refused(Problem(), status=418, x_note="a"))


@late
@pytest.mark.parametrize(
    "statement",
    [
        "class Wrong(Params): x_note: Nowhere = header()",
        "class Wrong(Reply[dict[str, int]]): x_note: Nowhere = header()",
        "class Wrong(ProblemReply, type='https://a.example/nowhere', status=409): member: Nowhere",
        "class Wrong(FamilyReply[Problem], family='4XX'): x_note: Nowhere = header()",
    ],
)
def test_a_name_that_leads_nowhere(statement: str) -> None:
    """The statement is refused at its line, as for an annotation in quotes."""
    with pytest.raises(SpecError, match=r"(?s)AN023.*name 'Nowhere' is not defined"):
        exec(f"from antiphon import *\n{statement}", {"__name__": __name__})


@late
def test_a_name_that_is_defined_later() -> None:
    """Content may name what comes after it, and itself, without quotes."""
    source = """\
        import dataclasses, msgspec

        @dataclasses.dataclass
        class Order:
            items: list[Item]
            parent: Order | None = None

        class Item(msgspec.Struct):
            sku: str
    """
    names: dict[str, Any] = {"__name__": __name__}
    exec(textwrap.dedent(source), names)

    order = respond(200).json(names["Order"]).compile()
    assert b'{"items":[{"sku":"a"}],"parent":null}' == order(names["Order"]([names["Item"]("a")])).body


@late
def test_template_strings_are_refused() -> None:
    """PEP 750: a template is not the text that it looks like, and nothing makes it one in silence."""
    from antiphon.errors import ParamError
    from antiphon.responses import HTMLResponse, RedirectResponse, Response

    names: dict[str, Any] = {"name": "<b>"}
    exec('template = t"/hello {name}"', names)
    template = names["template"]

    for send in (
        lambda: respond(200).text(template),
        lambda: respond(200).html().compile()(template),
        lambda: respond(200).json(str).compile()(template),
        lambda: respond(200).json(dict[str, str]).compile()({"a": template}),
        lambda: respond(200).text("a").header("X-A", template),
        lambda: respond(200).text("a").cookie("a", template),
        lambda: respond(200).text("a").header_param("x_a").compile()(x_a=template),
        lambda: respond(303).location(template),
        lambda: HTMLResponse(template),
        lambda: RedirectResponse(template),
        lambda: Response("a", headers={"x-a": template}),
        lambda: Response("a").set_cookie("a", template),
    ):
        with pytest.raises((SpecError, ParamError), match=r"Template|valid string"):
            send()
