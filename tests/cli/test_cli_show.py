"""`antiphon show`: what responses send, how they are called, and the code that makes them."""

from __future__ import annotations

import base64
import collections.abc
import dataclasses
import datetime as dt
import decimal
import enum
import json
import sys
import textwrap
import uuid
from typing import Annotated, Any, Generic, Literal, NamedTuple, NewType, NotRequired, TypedDict, TypeVar

import attrs
import msgspec
import pydantic
import pytest

from antiphon import ResponseSpec
from antiphon.cli.showing.sample import NoSample, sample
from tests.support.picky_module import PICKY
from tests.support.project import Project

SHOP = """\
    from datetime import timedelta
    import msgspec
    from antiphon import ETag, Location, Params, host_cookie, header, respond

    class User(msgspec.Struct):
        id: int
        name: str

    class CreatedParams(Params):
        location: Location
        session: str = host_cookie(max_age=timedelta(hours=1))
        etag: ETag | None = header(default=None)

    created = (
        respond(201)
        .json(User)
        .cache_control(no_store=True)
        .params(CreatedParams)
        .cookie("lang", "en")
        .describe("The account exists.")
        .compile()
    )
    shown = (
        respond(201)
        .json(User)
        .cache_control(no_store=True)
        .params(CreatedParams)
        .cookie("lang", "en")
        .example("ada", {"id": 7, "name": "Ada"})
        .compile()
    )
    gone = respond(410).text("Gone.").cache_control(no_store=True).compile()
"""


# The text


def test_one_response(project: Project) -> None:
    """The description, the response on the wire with its made-up values marked, the signature and the code."""
    project.write({"shop.py": SHOP})

    assert 0 == project.run("show", "shop:created")
    text, _, code = project.out.partition("## code\n\n")
    expected = """\
        # created (shop.py:21)
        The account exists.

        ## wire

        HTTP/1.1 201 Created
        cache-control: no-store
        location: /users/1                                                                       <- sample of location
        content-type: application/json
        set-cookie: __Host-session=sample; HttpOnly; Max-Age=3600; Path=/; SameSite=Lax; Secure  <- sample of session
        set-cookie: lang=en; HttpOnly; Path=/; SameSite=Lax; Secure
        content-length: 24
        etag: "xyzzy"                                                                            <- sample of etag

        {"id":1,"name":"sample"}
        <- sample of shop:User

        ## signature

        created(
            content: User,
            *,
            location: Location,
            session: str,
            etag: ETag | None = None,
            background: BackgroundTask | None = None,
        ) -> JSONResponse[Literal[201], User]

    """
    assert textwrap.dedent(expected) == text
    assert code.startswith("def factory(")
    assert "    def respond(content, *, location, session, etag=None, background=None):\n" in code


def test_a_module(project: Project) -> None:
    """Every response of a module is shown; code that serves two is shown once."""
    project.write({"shop.py": SHOP})

    assert 0 == project.run("show", "shop")
    assert ["# created", "# shown", "# gone"] == [
        line.split(" (")[0] for line in project.out.splitlines() if line.startswith("# ")
    ]
    assert 1 == project.out.count("(the same code as created)")
    assert "gone(background: BackgroundTask | None = None) -> PlainTextResponse[Literal[410]]\n" in project.out
    assert "\nGone.\n\n## signature\n" in project.out


def test_an_example_stands_for_the_content(project: Project) -> None:
    """It is sent as it is, and every field line is where a call would put it."""
    project.write({"shop.py": SHOP})
    project.run("show", "--json", "shop")
    made_up, example = (response["wire"] for response in json.loads(project.out)["responses"][:2])

    assert ('{"id":7,"name":"Ada"}', "example 'ada'") == (example["content"]["text"], example["content_source"])
    names = [[field["name"] for field in wire["fields"]] for wire in (made_up, example)]
    assert names[0] == names[1]
    assert {"name": "content-length", "value": "21", "sample_of": None} in example["fields"]


def test_a_class_of_replies(project: Project) -> None:
    """It is called like its class."""
    project.write({
        "shop.py": """\
            from antiphon import Created, host_cookie

            class SignedUp(Created[str], cache_control="no-store"):
                session: str = host_cookie()
        """
    })  # fmt: skip

    assert 0 == project.run("show", "shop:SignedUp")
    assert "SignedUp(content: str, *, location: Location, session: str, background=None) -> SignedUp\n" in project.out
    assert "set-cookie: __Host-session=sample;" in project.out
    assert "def __init__(self, content, *, location, session, background=None):" in project.out


def test_what_is_not_compiled_yet(project: Project) -> None:
    """A draft or a spec is shown as it would compile."""
    project.write({
        "shop.py": """\
            from antiphon import ResponseSpec, respond

            kept = respond(200).html()
            spec = ResponseSpec(status=299)
        """
    })  # fmt: skip

    assert 0 == project.run("show", "shop")
    assert "kept(content: str, background: BackgroundTask | None = None) -> HTMLResponse[Literal[200]]\n" in project.out
    assert "HTTP/1.1 299\ncontent-length: 0\n" in project.out


def test_a_refused_response(project: Project) -> None:
    """Its findings go to stderr, and the exit code is 1; the others are shown all the same."""
    project.write({"shop.py": SHOP + '    bad = respond(200).text("a").cookie("a b", "c").compile()\n'})

    assert 1 == project.run("show", "shop")
    assert project.err.startswith("error[CK002]: ")
    assert "HTTP/1.1 200 OK\n(no preview: refused by CK002)\n" in project.out
    assert "# created" in project.out
    project.run("show", "--json", "shop:bad")
    (response,) = json.loads(project.out)["responses"]
    assert (None, "refused by CK002") == (response["wire"], response["gap"])


def test_a_module_that_raises(project: Project) -> None:
    """The responses above the line that raises are shown."""
    project.write({"shop.py": SHOP + "    1 / 0\n"})

    assert 1 == project.run("show", "shop")
    assert "error[AN000]: ZeroDivisionError" in project.err
    assert "# gone" in project.out


def test_content_that_cannot_be_made_up(project: Project) -> None:
    """The gap is said, with what to do; the signature and the code are there."""
    project.write({"shop.py": PICKY})

    assert 0 == project.run("show", "shop")
    gap = "Picky refuses the values made up for it: ValueError; `.example(...)` gives content to show"
    assert f"(no preview: {gap})\n" in project.out
    assert "picky(content: Picky, background: BackgroundTask | None = None) -> " in project.out


def test_long_and_binary_content(project: Project) -> None:
    """Long text is cut, octets are counted, and JSON has all of both."""
    project.write({
        "shop.py": """\
            from antiphon import respond

            long = respond(200).text("x" * 3000).compile()
            octets = respond(200).bytes("image/png", b"\\x89PNG").compile()
        """
    })  # fmt: skip

    project.run("show", "shop")
    assert "... and 1000 characters more\n" in project.out
    assert "(4 octets, fixed)\n" in project.out
    project.run("show", "--json", "shop")
    long, octets = (response["wire"]["content"] for response in json.loads(project.out)["responses"])
    assert {"text": "x" * 3000} == long
    assert {"base64": base64.b64encode(b"\x89PNG").decode()} == octets


@pytest.mark.parametrize(
    ("body", "content"),
    [
        (".html().example('a', '<p>a</p>')", "<p>a</p>"),
        (".text().example('a', 'b')", "b"),
        (".bytes('text/csv').example('a', 'b,c')", "b,c"),
        (".text()", "sample"),
        (".bytes('text/csv')", "sample"),
    ],
)
def test_bodies(project: Project, body: str, content: str) -> None:
    """Every kind of body has its sample, and takes its example."""
    project.write({"shop.py": f"from antiphon import respond\n\nmade = respond(200){body}.compile()\n"})

    project.run("show", "--json", "shop:made")

    (response,) = json.loads(project.out)["responses"]
    assert {"text": content} == response["wire"]["content"]


def test_params_of_many_types(project: Project) -> None:
    """Each param has a value that its slot takes."""
    project.write({
        "shop.py": """\
            import datetime, uuid
            from typing import Literal, NewType
            from antiphon import Params, cookie, header, respond

            class Many(Params):
                retry_after: int
                last_modified: datetime.datetime
                cache_control: str
                x_id: uuid.UUID
                x_note: str = header(default="none")
                vary: list[str]
                count: int = cookie()
                tier: Literal["free"] | None = cookie()
                location: NewType("Path", str)
                x_on: bool = header(encode=str)

            made = respond(200).text("a").params(Many).compile()
        """
    })  # fmt: skip

    assert 0 == project.run("show", "--json", "shop:made")
    (response,) = json.loads(project.out)["responses"]
    marked = {field["sample_of"] for field in response["wire"]["fields"]}
    expected = {"retry_after", "last_modified", "cache_control", "x_id", "x_note", "vary", "count", "tier", "x_on"}
    assert {*expected, "location", None} == marked


def test_problems(project: Project) -> None:
    """A problem has the status of its response, a problem type its URI and title; both are shown as they are called."""
    project.write({
        "shop.py": """\
            from antiphon import FamilyReply, Problem, ProblemReply, Reply

            class NotFound(Reply[Problem], status=404): ...

            class OutOfStock(ProblemReply, type="https://a.example/out", title="Out of stock", status=409):
                sku: str

            class Refused(FamilyReply[Problem], family="4XX"): ...
        """
    })  # fmt: skip

    assert 0 == project.run("show", "--json", "shop")
    shown = json.loads(project.out)["responses"]

    assert ["NotFound", "OutOfStock", "Refused"] == [one["name"] for one in shown]
    assert [
        {"status": 404, "detail": "sample"},
        {
            "type": "https://a.example/out",
            "title": "Out of stock",
            "status": 409,
            "detail": "sample",
            "sku": "sample",
        },
        {"status": 400, "detail": "sample"},
    ] == [json.loads(one["wire"]["content"]["text"]) for one in shown]
    assert "sku: str" in shown[1]["signature"]
    assert "Refused(content: Problem, *, status: int, background=None) -> Refused" == shown[2]["signature"]
    assert "4XX" == shown[2]["spec"]["family"]


def test_an_encoder_that_raises(project: Project) -> None:
    """Whatever an encoder of the user's raises for made-up content is said, not raised."""
    project.write({
        "shop.py": """\
            from antiphon import Params, header, respond

            def broken(value):
                raise RuntimeError("out of paper")

            class Odd(Params):
                x_note: str = header(encode=broken)

            made = respond(200).text("a").params(Odd).compile()
        """
    })  # fmt: skip

    assert 0 == project.run("show", "shop")
    assert "(no preview: sending it raises RuntimeError: out of paper)\n" in project.out


def test_params_that_refuse_what_is_made_up(project: Project) -> None:
    """The gap names the param."""
    project.write({
        "shop.py": """\
            from antiphon import Params, header, respond

            class Odd(Params):
                x_flag: bool = header(encode=lambda on: " ")

            made = respond(200).text("a").params(Odd).compile()
        """
    })  # fmt: skip

    project.run("show", "shop:made")

    assert "(no preview: the values made up for it are refused: x_flag: " in project.out


def test_no_response(project: Project) -> None:
    """Nothing to show is exit code 2."""
    project.write({"shop.py": ""})

    assert (2, 2) == (project.run("show", "shop"), project.run("show", "nowhere"))
    assert project.err.startswith("error: there is no module nowhere")


def test_json_form(project: Project) -> None:
    """The spec comes back equal."""
    project.write({"shop.py": SHOP})
    project.run("show", "--json", "shop:created")
    (response,) = json.loads(project.out)["responses"]

    named = (response["name"], response["place"], response["description"])
    assert ("created", "shop.py:21", "The account exists.") == named
    spec = sys.modules["shop"].created.spec
    assert spec == ResponseSpec.model_validate_json(json.dumps(response["spec"]))


# Samples


class Colour(enum.Enum):
    RED = "red"


class Node(msgspec.Struct):
    colour: Colour
    children: list[Node]
    parent: Node | None


@dataclasses.dataclass
class Point:
    x: int
    names: dict[str, uuid.UUID]
    fixed: int = dataclasses.field(init=False, default=2)


@attrs.define
class Box:
    _points: list[Point]


class Model(pydantic.BaseModel):
    text: str
    children: list[Model]


class Row(TypedDict):
    a: int
    b: NotRequired[str]


class Pair(NamedTuple):
    a: int
    b: str


T = TypeVar("T")


class Page(msgspec.Struct, Generic[T]):
    items: list[T]
    first: T


UserId = NewType("UserId", int)


@pytest.mark.parametrize(
    ("type_", "expected"),
    [
        (str, "sample"),
        (int, 1),
        (bool, True),
        (None, None),
        (Any, "sample"),
        (UserId, 1),
        (Annotated[int, "positive"], 1),
        (Literal["a", "b"], "a"),
        (int | None, 1),
        (Colour, Colour.RED),
        (Node, Node(Colour.RED, [], None)),
        (Point, Point(1, {"sample": uuid.UUID("00000000-0000-4000-8000-000000000000")})),
        (Box, Box([sample(Point)])),
        (Model, Model(text="sample", children=[])),
        (Row, {"a": 1, "b": "sample"}),
        (Pair, Pair(1, "sample")),
        (Page[int], Page([1], 1)),
        (Page, Page(["sample"], "sample")),
        (T, "sample"),
        (list, ["sample"]),
        (list[int], [1]),
        (tuple[int, str], (1, "sample")),
        (tuple[int, ...], (1,)),
        (set[int], {1}),
        (dict[str, int], {"sample": 1}),
        (dict, {"sample": "sample"}),
        (collections.abc.Sequence[int], [1]),
        (collections.abc.Mapping[str, Point | None], {"sample": sample(Point)}),
        (decimal.Decimal, decimal.Decimal("1.50")),
        (dt.date, dt.date(2030, 1, 2)),
    ],
)
def test_sample(type_: Any, expected: object) -> None:
    """A value of the type, the same each time."""
    assert expected == sample(type_)


class Endless(msgspec.Struct):
    again: Endless


class Opaque:
    pass


Unreadable = dataclasses.make_dataclass("Unreadable", [("x", "NotThere")])


@pytest.mark.parametrize(
    "type_", [Unreadable, "text", Opaque, Endless, Opaque | Endless, type, collections.abc.Callable[[], int]]
)
def test_no_sample(type_: Any) -> None:
    """Content that cannot be made up is named, not guessed."""
    with pytest.raises(NoSample):
        sample(type_)
