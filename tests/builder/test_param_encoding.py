"""How a param is written: by its field first, then by its type; what neither decides is found when it is declared."""

from __future__ import annotations

import decimal
import enum
import math
import sys
import types
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, date, datetime, timedelta
from typing import Annotated, Any, Final, Generic, Literal, LiteralString, NewType, TypeVar, Union
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from typing_extensions import TypeAliasType

from antiphon import (
    Challenge,
    ETag,
    Location,
    ParamError,
    Params,
    Redirect,
    Reply,
    ResponseSpec,
    SpecError,
    check,
    cookie,
    header,
    placeholder,
    respond,
)
from antiphon.compiler.compiler import compile_spec
from antiphon.compiler.judged import collecting
from antiphon.headers.registry import FIELDS, field_class
from antiphon.headers.values.lists import split_list
from antiphon.http.singleton_fields import is_singleton
from tests.support.asked import examples

draft: Any = respond(303)
Path = NewType("Path", str)
Longer = NewType("Longer", Path)
Maybe = TypeAliasType("Maybe", str | None)
Alias = TypeAliasType("Alias", str)
T = TypeVar("T")
Bound = TypeVar("Bound", bound=str)
Either = TypeVar("Either", str, Location)
Listed = TypeAliasType("Listed", list[T], type_params=(T,))


class Slug(str):  # noqa: SLOT000 - as users write it
    """Text of the user's own class."""


class Quiet(str):  # noqa: SLOT000 - as users write it
    """Text that prints itself otherwise than it is."""

    def __str__(self) -> str:
        return "/quiet"


class Tier(enum.Enum):
    FREE = "free"
    PAID = 2


class Word(enum.StrEnum):
    PATH = "/word"


class Partner(enum.Enum):
    BANK = Location.external("https://bank.example/")


#: Spellings of "a text", none of which may open a door that `str` keeps shut.
SPELLINGS: dict[str, Any] = {
    "str": str,
    "NewType": Path,
    "NewType of a NewType": Longer,
    "an alias": Alias,
    "a type variable": T,
    "a bound type variable": Bound,
    "a type variable of two types": Either,
    "object": object,
    "Any": Any,
    "Final": Final[str],
    "a subclass": Slug,
    "a subclass that prints itself otherwise": Quiet,
    "Annotated": Annotated[str, "a path"],
    "LiteralString": LiteralString,
    "a union with the field": Location | str,
    "a union with a number": int | str,
    "the field": Location,
}
#: Targets that lead elsewhere, run code, or are not references.
HOSTILE = [
    "//evil.example",
    "javascript:alert(1)",
    "https://evil.example/",
    "/a\tb",
    "\t//evil.example",
    "",
    "/a\r\nb: c",
]


def _made(spelling: str, value: str) -> Any:
    own = {"a subclass": Slug, "a subclass that prints itself otherwise": Quiet}.get(spelling, str)
    return own(value)


def _class(base: Any, name: str, annotation: Any, **values: Any) -> Any:
    """A class statement with one attribute of that type."""
    return type("Made", (base,), {"__module__": __name__, "__annotations__": {name: annotation}, **values})


def _through_params(annotation: Any) -> Callable[..., Any]:
    made: Callable[..., Any] = draft.params(_class(Params, "location", annotation)).compile()
    return made


def _through_a_redirect(annotation: Any) -> Callable[..., Any]:
    moved: Callable[..., Any] = _class(Redirect, "location", annotation)
    return moved


def _through_a_specifier(annotation: Any) -> Callable[..., Any]:
    given = _class(Params, "location", annotation, location=header("Location"))
    made: Callable[..., Any] = draft.params(given).compile()
    return made


def _through_a_step(annotation: Any) -> Callable[..., Any]:
    made: Callable[..., Any] = draft.header_param("location", annotation, wire="Location").compile()
    return made


FORMS = [_through_params, _through_a_redirect, _through_a_specifier, _through_a_step]


@pytest.mark.parametrize("make", FORMS)
@pytest.mark.parametrize("spelling", SPELLINGS)
def test_no_spelling_of_a_text_leaves_the_origin(spelling: str, make: Callable[[Any], Callable[..., Any]]) -> None:
    """A Location goes through its class whatever its annotation is; a path of its own origin is sent."""
    moved = make(SPELLINGS[spelling])

    for value in HOSTILE:
        with pytest.raises(ParamError) as caught:
            moved(location=_made(spelling, value))
        assert caught.value.parameter == "location"
    assert moved(location=_made(spelling, "/here")).headers["location"] == "/here"
    assert moved(location=Location("/there")).headers["location"] == "/there"


@pytest.mark.parametrize("make", FORMS)
@pytest.mark.parametrize(
    "annotation",
    [list[str], Sequence[str], tuple[str, ...], set[str], Listed[str], bytes, date, dict[str, str], ETag, bool, float],
    ids=str,
)
def test_a_type_that_a_field_does_not_take_is_found(annotation: Any, make: Callable[[Any], Callable[..., Any]]) -> None:
    """A singleton takes no list, and no field takes a type whose texts it refuses; ETag's are no references here."""
    if annotation in (ETag, float):
        annotation = {ETag: UUID, float: datetime}[annotation]
    with collecting() as found:
        make(annotation)
    codes = [diagnostic.code for diagnostic in found[-1].diagnostics]

    assert codes == ([] if annotation is UUID else ["AN015"])


def sent(annotation: Any, value: Any, name: str = "X-Value", **options: Any) -> str:
    """The value that a header param of that type writes."""
    made: Any = respond(204).header_param("value", annotation, wire=name, **options).compile()
    text: str = made(value=value).headers[name]
    return text


WRITTEN: dict[str, tuple[Any, Any, str]] = {
    "text": (str, "a b", "a b"),
    "text of a class that prints itself otherwise": (Quiet, Quiet("a"), "a"),
    "an int": (int, 7, "7"),
    "a negative int": (int, -7, "-7"),
    "a float": (float, 0.5, "0.5"),
    "a large float": (float, 1e22, "1e+22"),
    "an int where a float is declared": (float, 3, "3"),
    "a Decimal": (decimal.Decimal, decimal.Decimal("1.50"), "1.50"),
    "a UUID": (UUID, UUID(int=1), "00000000-0000-0000-0000-000000000001"),
    "a moment": (datetime, datetime(2030, 1, 2, tzinfo=UTC), "Wed, 02 Jan 2030 00:00:00 GMT"),
    "a duration": (timedelta, timedelta(minutes=1), "60"),
    "a literal": (Literal["a", 2], 2, "2"),
    "an optional literal": (Literal["a"] | None, "a", "a"),
    "a member": (Tier, Tier.PAID, "2"),
    "a member that is text": (Word, Word.PATH, "/word"),
    "a member where text is declared": (str, Word.PATH, "/word"),
    "one of two types": (str | int, 5, "5"),
    "the other of two types": (Union[str, int], "five", "five"),
    "a NewType": (Path, "p", "p"),
    "a list": (list[str], ["a", "b"], "a, b"),
    "a list of numbers": (list[int], (1, 2), "1, 2"),
    "a list of two types": (list[int | str], [1, "b"], "1, b"),
    "a set, in order": (set[str], {"b", "a"}, "a, b"),
    "a list or text": (str | list[str], ["a"], "a"),
    "a quoted member": (list[str], ['"b, c"', "d"], '"b, c", d'),
    "another field's class": (ETag, ETag("v1"), '"v1"'),
}


@pytest.mark.parametrize(("annotation", "value", "text"), WRITTEN.values(), ids=list(WRITTEN))
def test_what_a_type_is_written_as(annotation: Any, value: Any, text: str) -> None:
    """Each type has one text form (docs/reference/params.md)."""
    assert sent(annotation, value) == text


class Fraction(float):
    pass


REFUSED: dict[str, tuple[Any, Any, str]] = {
    "NaN": (float, math.nan, "is not finite"),
    "an infinite Decimal": (decimal.Decimal, decimal.Decimal("-Infinity"), "is not finite"),
    "a bool for an int": (int, True, "is bool where int is declared"),
    "a bool for a float": (float, False, "is bool where float is declared"),
    "a text that is not listed": (Literal["a", "b"], "c", "Literal['a', 'b']"),
    "a bool for a literal number": (Literal[1], True, "Literal[1]"),
    "text for a member": (Tier, "free", "is str where Tier is declared"),
    "text for a list": (list[str], "abc", "is str where list[str] is declared"),
    "bytes for text": (str, b"a", "is bytes where str is declared"),
    "no member": (list[str], [], "is empty"),
    "a member with a comma": (list[str], ["a", "b, c"], "'b, c'"),
    "a blank member": (list[str], ["a", ""], "''"),
    "a member with blanks around it": (list[str], [" a"], "' a'"),
    "a member of another type": (list[int], ["a"], "holds a str where int is declared"),
    "a fraction of a second": (timedelta, timedelta(seconds=1, microseconds=1), "whole number of seconds"),
    "a naive moment": (datetime, datetime(2030, 1, 2), "time zone"),  # noqa: DTZ001 - that is what is refused
    "an int beyond Python's own limit": (int, 10**5000, "4300"),
}


@pytest.mark.parametrize(("annotation", "value", "what"), REFUSED.values(), ids=list(REFUSED))
def test_a_value_that_cannot_be_written_is_refused(annotation: Any, value: Any, what: str) -> None:
    """A value of another type, and one that has no text, raise ParamError."""
    with pytest.raises(ParamError) as caught:
        sent(annotation, value)
    assert what in caught.value.what


FORMLESS: list[Any] = [
    bool, bytes, date, dict, dict[str, int], Any, object, T, complex, None, list, list[Any], list[str | None],
    tuple[str, int], str | bool, Mapping[str, str], Literal[True], enum.Enum("Flags", {"ON": True}), type,
]  # fmt: skip
COOKIELESS: list[Any] = [*FORMLESS, datetime, timedelta, list[str], tuple[str, ...]]


@pytest.mark.parametrize("annotation", FORMLESS, ids=str)
def test_a_type_without_a_text_form_is_found_where_it_is_declared(annotation: Any) -> None:
    """The finding has the line of the specifier, and its help names `encode`."""
    given = _class(Params, "x_on", annotation, x_on=header())
    here = sys._getframe().f_lineno - 1
    with collecting() as found:
        respond(204).params(given).compile()

    [diagnostic] = found[0].diagnostics
    assert (diagnostic.code, diagnostic.path) == ("AN015", "params[0].type")
    assert "encode=" in diagnostic.help
    assert diagnostic.position is not None
    assert (diagnostic.position.file, diagnostic.position.line) == (__file__, here)
    with pytest.raises(SpecError, match="AN015"):
        respond(204).params(given).compile()


@pytest.mark.parametrize("annotation", COOKIELESS, ids=str)
def test_a_cookie_takes_less_than_a_field(annotation: Any) -> None:
    """A moment and a list have no usual form in a cookie; a Reply finds it like a draft."""
    given = {"sid": annotation}

    with pytest.raises(SpecError, match="AN015"):
        types.new_class("Given", (Reply[int],), {}, lambda names: names.update(__annotations__=given, sid=cookie()))


def test_a_cookie_and_a_placeholder_write_numbers() -> None:
    """Numbers, literals and members are written alike in a cookie, a placeholder and a field."""
    made: Any = (
        draft.location("/{n}")
        .placeholder_param("n", NewType("Number", decimal.Decimal))
        .cookie_param("c", float | Literal["no"])
        .compile()
    )

    assert made(n=decimal.Decimal("1.5"), c=2.5).raw_headers[::2] == [
        (b"location", b"/1.5"),
        (b"set-cookie", b"c=2.5; HttpOnly; Path=/; SameSite=Lax; Secure"),
    ]
    with pytest.raises(ParamError, match="where float"):
        made(n=decimal.Decimal(1), c="yes")
    with pytest.raises(ParamError, match="not finite"):
        made(n=decimal.Decimal("NaN"), c="no")


# --- fields with a class of their own


def test_a_fields_own_types_go_through_its_class() -> None:
    """A param accepts and refuses the same values as the field's class."""
    assert sent(bool, value=True, name="Origin-Agent-Cluster") == "?1"
    assert sent(int, 30, "Retry-After") == "30"
    assert sent(list[Literal["GET", "PUT"]], ["GET"], "Allow") == "GET"
    assert sent(list[str], [], "Allow") == ""
    assert sent(tuple[Word, ...], (Word.PATH,), "Link-Template") == "/word"
    assert sent(Partner, Partner.BANK, "Location") == "https://bank.example/"
    assert sent(list[str], ["</a>; rel=next", '</b>; rel="last"'], "Link") == '</a>; rel=next, </b>; rel="last"'
    challenges = (Challenge("Basic", realm="a, b"), Challenge("Bearer", realm="c", scope="d"), Challenge("Negotiate"))
    joined = sent(tuple[Challenge, ...], challenges, "WWW-Authenticate")
    assert joined == 'Basic realm="a, b", Bearer realm="c", scope="d", Negotiate'
    assert Challenge.split_members(joined) == list(challenges)
    for annotation, value, name in (
        (list[str], ["G T"], "Allow"), (list[str], [], "Link"), (list[str], ["</a>"], "Link"), (int, -1, "Age"),
        (object, True, "Age"), (int, True, "Retry-After"), (list[str], ["Bearer, Negotiate"], "WWW-Authenticate"),
    ):  # fmt: skip
        with pytest.raises(ParamError):
            sent(annotation, value, name)


@pytest.mark.parametrize("annotation", [Literal["/a", "//evil.example"], float, UUID], ids=str)
def test_every_text_of_a_closed_type_is_tried(annotation: Any) -> None:
    """A literal that its field refuses would be refused with each call, so it is found."""
    name = "Location" if annotation not in (float, UUID) else "ETag"
    found = respond(303 if name == "Location" else 204).header_param("x", annotation, wire=name).check()
    [diagnostic] = [one for one in found if one.code == "AN015"]

    assert "does not take" in diagnostic.message


# --- lists

_MEMBERS = st.one_of(
    st.text(max_size=6), st.sampled_from(["a", "b, c", '"b, c"', 'a"', " a", "a=b", "(a b)", "é", ","])
)


@given(st.lists(_MEMBERS, max_size=4))
def test_a_list_is_read_back_as_it_was_given(members: list[str]) -> None:
    """Whatever a list param sends is those members again to whoever splits it; anything else is refused."""
    try:
        text = sent(list[str], members)
    except ParamError:
        return
    assert split_list("X-Value", text) == members


_LISTS = sorted(name for name in FIELDS if not is_singleton(name))


@pytest.mark.parametrize("name", _LISTS)
@settings(max_examples=examples(40), deadline=None)  # a busy machine is no failure
@given(data=st.data())
def test_every_list_field_reads_back_what_it_was_given(name: str, data: st.DataObject) -> None:
    """The members of a list param are those that the field's own grammar reads, for each field that is a list."""
    field: Any = field_class(name)
    said = [member for text in field.examples for member in split_list(name, text)]
    members = data.draw(st.lists(st.sampled_from([*said, *field.examples, "b, c", "a b", ""]) | _MEMBERS, max_size=4))
    try:
        made: Any = respond(204).header_param("value", list[str], wire=name).compile()
        text = dict(made(value=members).raw_headers).get(name.encode(), b"").decode()
    except (ParamError, SpecError):
        return
    split = getattr(field, "split_members", lambda text: split_list(name, text))
    assert split(text) == members
    assert not hasattr(field.decode(text), "members") or len(field.decode(text).members) == len(members)


# --- encode


def flag(on: bool) -> str:
    """`1` or `0`."""
    return "1" if on else "0"


class Encoded(Params):
    x_on: bool = header(encode=flag)
    x_off: bool | None = header(default=None, encode=flag)
    x_dry: bool = header(default=True, encode=flag)
    day: date = cookie(encode=date.isoformat)
    order: bytes = placeholder(encode=bytes.hex)


def test_encode_says_how_a_value_is_written() -> None:
    """In a field, a cookie and a placeholder; a default goes through it as well, and stays what it is."""
    made = draft.location("/o/{order}").params(Encoded).compile()
    given: dict[str, Any] = {"x_on": True, "day": date(2030, 1, 2), "order": b"\x01\x02"}
    sent_lines = dict(made(**given, x_off=False).raw_headers)

    assert check(made.spec) == ()
    assert [sent_lines[name] for name in (b"location", b"x-on", b"x-off", b"x-dry")] == [b"/o/0102", b"1", b"0", b"1"]
    assert sent_lines[b"set-cookie"].startswith(b"day=2030-01-02;")
    assert b"x-off" not in dict(made(**given).raw_headers)
    assert dict(made(**given, x_dry=False).raw_headers)[b"x-dry"] == b"0"


@pytest.mark.parametrize(
    ("encode", "what"),
    [
        (lambda _: b"1", "became bytes in its `encode`"),
        (lambda _: "a\r\nb: c", "control character"),
        (lambda _: " 1", "blanks around it"),
        (lambda _: "é", "outside ASCII"),
    ],
)
def test_what_encode_makes_is_checked_with_each_call(encode: Callable[[Any], str], what: str) -> None:
    """The user's own text is held to the grammar like any other."""
    with pytest.raises(ParamError, match=what):
        sent(bool, value=True, encode=encode)


def test_encode_for_a_field_with_a_class_goes_through_the_class() -> None:
    """A function that writes another origin opens nothing."""
    made = draft.header_param("location", bytes, encode=bytes.decode).compile()

    assert made(location=b"/a").headers["location"] == "/a"
    with pytest.raises(ParamError):
        made(location=b"//evil.example")


def test_encode_is_a_function() -> None:
    """Anything else is refused where it is written."""
    with pytest.raises(SpecError, match="is str, and not a function"):
        draft.header_param("x", bool, encode="flag")


def test_a_description_with_encode_goes_through_json() -> None:
    """The function is stored by its name; one without a name is a finding where the description is read."""
    spec = draft.location("/o/{order}").params(Encoded).spec()
    read = ResponseSpec.model_validate_json(spec.model_dump_json())
    given: dict[str, Any] = {"x_on": True, "day": date(2030, 1, 2), "order": b"\x01"}
    nameless = draft.location("/").header_param("x", bool, encode=lambda _: "1").spec()

    assert spec == read
    assert check(read) == ()
    made: Any = compile_spec(read)
    assert made(**given).raw_headers == draft.location("/o/{order}").params(Encoded).compile()(**given).raw_headers
    assert [one.code for one in check(ResponseSpec.model_validate_json(nameless.model_dump_json()))] == ["AN008"]


# --- defaults and None


class Defaulted(Params):
    limit: float = header("X-Limit", default=0.5)
    mode: Literal["a", 2] = header("X-Mode", default=2)
    tags: tuple[str, ...] = header("X-Tags", default=("a", "b"))
    after: timedelta | None = header("Retry-After", default=timedelta(seconds=9))
    paid: Tier = cookie(default=Tier.PAID)
    price: decimal.Decimal = cookie(default=decimal.Decimal("1.50"))


def test_a_default_is_the_value_that_was_declared() -> None:
    """It is what a Reply shows, and a description read from a file sends the same octets."""
    spec = respond(204).params(Defaulted).spec()
    read = ResponseSpec.model_validate_json(spec.model_dump_json())
    made: Any = compile_spec(read)

    class Shown(Reply[int]):
        tags: tuple[str, ...] = header("X-Tags", default=("a", "b"))
        on: bool = header("X-On", default=True, encode=flag)

    shown = Shown(1)
    assert (shown.tags, shown.on) == (("a", "b"), True)
    assert made().raw_headers == respond(204).params(Defaulted).compile()().raw_headers
    assert made.__kwdefaults__ == {
        "limit": 0.5, "mode": 2, "tags": "a, b", "after": timedelta(seconds=9), "paid": Tier.PAID,
        "price": decimal.Decimal("1.50"), "background": None,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("annotation", "default", "what"),
    [
        (str, None, "is None, which its type does not admit"),
        (Literal["a"], "b", "the default of 'x'"),
        (int, "5", "is str where int is declared"),
        (str, "a\r\n", "control character"),
    ],
)
def test_a_default_that_cannot_be_sent_is_refused_where_it_is_declared(
    annotation: Any, default: Any, what: str
) -> None:
    """In a class as in a step."""
    with pytest.raises(SpecError, match=what):
        _class(Params, "x", annotation, x=header(default=default))
    with pytest.raises(SpecError, match=what):
        respond(204).header_param("x", annotation, default=default)


def test_a_default_read_from_a_file_is_checked() -> None:
    """A text that a cookie or a field cannot carry never gets into a line."""
    spec = respond(204).params(Defaulted).spec()
    text = spec.model_dump_json().replace('"1.50"', '"1; Domain=evil"')

    with pytest.raises(ParamError):
        compile_spec(ResponseSpec.model_validate_json(text))


def test_none_is_taken_where_the_type_admits_it() -> None:
    """Without a default, too: None leaves the field out, as type checkers let it be given."""

    class Optional(Params):
        etag: ETag | None
        x_a: Maybe = header()

    made: Any = respond(204).params(Optional).compile()

    assert made(etag=None, x_a=None).raw_headers == []
    assert made(etag=ETag("v"), x_a="b").headers["x-a"] == "b"


class Kept(Params, Generic[Bound]):
    x_a: Bound


def test_a_generic_class_of_params() -> None:
    """A type variable is written as its bound."""
    made: Any = respond(204).params(Kept).compile()

    assert made(x_a="b").headers["x-a"] == "b"
    with pytest.raises(ParamError):
        made(x_a=1)
