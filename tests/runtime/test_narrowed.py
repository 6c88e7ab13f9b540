"""Narrowing reads what is declared and calls no class of the content's."""

from __future__ import annotations  # some of the names lead nowhere

import collections
import dataclasses
import types
from collections.abc import Mapping, Sequence
from typing import Any, Generic, Literal, NamedTuple, TypedDict, TypeVar

import attrs
import msgspec
import pydantic
import pytest
import typing_extensions

from antiphon import ParamError, Reply, respond
from antiphon.responses import JSONResponse
from antiphon.runtime.content import exact
from antiphon.runtime.content.declared import graph
from antiphon.runtime.content.json import content_of

T = TypeVar("T")


def sent(type_: Any, content: Any, **options: Any) -> str:
    """The body that a compiled response has."""
    made: Any = respond(200).json(type_, **options).compile()
    return bytes(made(content).body).decode()


class Price(msgspec.Struct):
    amount: int

    def __post_init__(self) -> None:
        self.amount *= 100


class Sale(Price):
    secret: str = "s"


@dataclasses.dataclass
class Sum:
    amount: int
    factor: dataclasses.InitVar[int] = 100

    def __post_init__(self, factor: int) -> None:
        self.amount *= factor


@dataclasses.dataclass
class Total(Sum):
    secret: str = "s"


@attrs.define
class Fee:
    amount: int

    def __attrs_post_init__(self) -> None:
        self.amount *= 100


@attrs.define
class LateFee(Fee):
    secret: str = "s"


@pytest.mark.parametrize(("declared", "content"), [(Price, Sale(5)), (Sum, Total(5)), (Fee, LateFee(5))], ids=str)
def test_narrowing_runs_nothing_of_the_class(declared: Any, content: Any) -> None:
    """`__post_init__` does not run a second time, and an InitVar needs no value."""
    plain = '{"amount":500}'

    assert plain == sent(declared, content)
    assert f"[{plain}]" == sent(list[declared], [content])
    assert plain == sent(declared | None, content)
    assert f'{{"k":{plain}}}' == sent(dict[str, declared], {"k": content})


class User(msgspec.Struct):
    name: str
    score: float | msgspec.UnsetType = msgspec.UNSET
    rate: float = 0.5


class Admin(User):
    rate: Any = msgspec.UNSET
    secret: str = "s"


def test_a_member_that_is_not_set_is_left_out() -> None:
    """UNSET is nothing to send, in a subclass as in the class; a float among them is looked at for NaN all the same."""
    assert '{"name":"a"}' == sent(User, Admin("a"))
    assert '[{"name":"a"},{"name":"b","score":1.5,"rate":2.0}]' == sent(list[User], [Admin("a"), Admin("b", 1.5, 2.0)])
    with pytest.raises(ParamError, match="NaN"):
        sent(User, Admin("a", float("nan")))


class Shape(msgspec.Struct, tag=True, rename="camel", omit_defaults=True):
    name_of_it: str
    points: list[int] = []
    owner: User | None = None


class Circle(Shape, tag="circle", rename="pascal"):
    secret: str = "s"


class Row(msgspec.Struct, array_like=True):
    number: int
    owner: User


class WideRow(Row):
    secret: str = "s"


def test_the_names_and_the_shape_are_those_of_the_declared_class() -> None:
    """Renamed fields, tags, omitted defaults, arrays: as the declared class has them."""
    assert '{"type":"Shape","nameOfIt":"a"}' == sent(Shape, Circle("a"))
    assert '{"type":"Shape","nameOfIt":"a","owner":{"name":"b"}}' == sent(Shape, Shape("a", [], Admin("b")))
    assert '[1,{"name":"b"}]' == sent(Row, WideRow(1, Admin("b")))


class Labels(TypedDict):
    name: str


class MoreLabels(Labels):
    secret: str


class OldLabels(typing_extensions.TypedDict):
    name: str


class OpenLabels(typing_extensions.TypedDict, extra_items=User):  # type: ignore[call-arg]  # mypy has no PEP 728 yet
    name: str


class Cat(TypedDict):
    kind: Literal["cat"]
    name: str


class Dog(TypedDict):
    kind: Literal["dog"]
    name: str
    breed: str


@pytest.mark.parametrize("declared", [Labels, OldLabels], ids=["typing", "typing_extensions"])
def test_the_keys_of_a_typed_dict_are_all_that_is_sent_of_a_dict(declared: Any) -> None:
    """Of either module, at whatever depth."""
    content: Any = MoreLabels(name="a", secret="s")
    plain = '{"name":"a"}'

    assert plain == sent(declared, content)
    assert plain == sent(declared, content, validate="always")
    assert f"[{plain}]" == sent(list[declared], [content])
    assert f'{{"k":[{plain},null]}}' == sent(dict[str, list[declared | None]], {"k": [content, None]})


def test_a_typed_dict_with_further_items_keeps_them_as_they_are_declared() -> None:
    """PEP 728: what the extra items are is declared, too."""
    assert '{"name":"a","more":{"name":"b"}}' == sent(OpenLabels, {"name": "a", "more": Admin("b")})


def test_typed_dicts_in_a_union_are_told_apart_by_their_literals() -> None:
    """A key that another member of the union declares is undeclared in this one."""
    assert '{"kind":"cat","name":"a"}' == sent(Cat | Dog, {"kind": "cat", "name": "a", "breed": "s"})
    assert '{"kind":"dog","name":"a","breed":"s"}' == sent(Cat | Dog, {"kind": "dog", "name": "a", "breed": "s"})


@attrs.define(slots=False)
class Loose:
    name: str


def test_what_was_set_beside_the_fields_of_an_attrs_instance_is_not_sent() -> None:
    """The encoder writes it, as everything in the instance's `__dict__`."""
    loose = Loose("a")
    loose.extra = "s"  # type: ignore[attr-defined]  # on purpose

    assert '{"name":"a"}' == sent(Loose, loose)
    assert '[{"name":"a"}]' == sent(list[Loose], [loose])


class Page(msgspec.Struct, Generic[T]):
    items: list[T]
    next: Page[T] | None = None


class Users(Page[User]):
    pass


class UserList(list[User]):
    pass


class Tree(msgspec.Struct):
    value: int
    children: list[Tree] = []


class BigTree(Tree):
    secret: str = "s"


class Point(NamedTuple):
    at: int
    owner: User


Recursive = typing_extensions.TypeAliasType("Recursive", "dict[str, Recursive] | list[Recursive] | User | None")
U = TypeVar("U")
Many = typing_extensions.TypeAliasType("Many", list[U], type_params=(U,))


@pytest.mark.parametrize(
    ("declared", "content", "expected"),
    [
        (Page[User], Page([Admin("a")], Page([Admin("b")])), '{"items":[#],"next":{"items":[#],"next":null}}'),
        (Users, Users([Admin("a")]), '{"items":[#],"next":null}'),
        (UserList, UserList([Admin("a")]), "[#]"),
        (
            Tree,
            Tree(1, [BigTree(2, [Tree(3)])]),
            '{"value":1,"children":[{"value":2,"children":[{"value":3,"children":[]}]}]}',
        ),
        (Point, Point(1, Admin("a")), "[1,#]"),
        (tuple[int, *tuple[User, ...]], (1, Admin("a"), Admin("b")), "[1,#,#]"),
        (Recursive, {"k": [Admin("a"), {"l": Admin("b")}, None]}, '{"k":[#,{"l":#},null]}'),
        (Many[User], [Admin("a")], "[#]"),
        (Sequence[User], (Admin("a"), User("b")), '[#,{"name":"b","rate":0.5}]'),
        (Mapping[str, User], types.MappingProxyType({"k": Admin("a")}), '{"k":#}'),
        (collections.deque[User], collections.deque([Admin("a")]), "[#]"),
        (User | list[User] | int, [Admin("a")], "[#]"),
        (User | list[User] | int, 3, "3"),
    ],
    ids=str,
)
def test_generic_recursive_and_aliased_types_are_looked_into(declared: Any, content: Any, expected: str) -> None:
    """`#` marks the members that are left of an Admin."""
    body = sent(declared, content).replace('{"name":"a"}', "#").replace('{"name":"b"}', "#")
    assert expected == body


def test_classes_inside_a_function_are_known_by_name() -> None:
    """An annotation that nothing can look up is met by the class of that name."""

    class Local(msgspec.Struct):
        name: str

    class MoreLocal(Local):
        secret: str = "s"

    class Holder(msgspec.Struct):
        one: Local
        many: list[Local] | None = None

    assert '{"one":{"name":"a"},"many":[{"name":"b"}]}' == sent(Holder, Holder(MoreLocal("a"), [MoreLocal("b")]))
    assert '{"one":{"name":"a"},"many":null}' == sent(Holder, Holder(Local("a")))
    with pytest.raises(ParamError, match=r"holds dict where Local, a name that leads nowhere, is declared"):
        sent(Holder, Holder({"name": "a", "secret": "s"}))  # type: ignore[arg-type]  # on purpose


class Model(pydantic.BaseModel):
    name: str


class BigModel(Model):
    secret: str = "s"


class Holder(msgspec.Struct):
    user: User
    model: Model | None = None


@pytest.mark.parametrize(
    ("declared", "content", "what"),
    [
        (Holder, Holder({"name": "a", "secret": "s"}), "holds dict where User is declared"),  # type: ignore[arg-type]  # on purpose
        (Holder, Holder(Tree(1)), "holds Tree where User is declared"),  # type: ignore[arg-type]  # as above
        (Holder, Holder(User("a"), User("b")), "holds User where .* is declared"),  # type: ignore[arg-type]  # as above
        (tuple[int, str], (1, "a", "s"), "is tuple where tuple.* is declared"),
        (dict[str, User], [User("a")], "is list where dict.* is declared"),
        (User | None, Tree(1), "is Tree where .* is declared"),
    ],
    ids=str,
)
def test_what_is_not_of_the_declared_type_is_refused(declared: Any, content: Any, what: str) -> None:
    """Where a class is declared, nothing else is sent: its members are declared nowhere."""
    with pytest.raises(ParamError, match=what) as caught:
        sent(declared, content)
    assert '"s"' not in str(caught.value)


class Seen(Reply[User | None]):
    """A class of replies keeps what it was given."""


def test_a_reply_keeps_what_it_was_given() -> None:
    """`content` is the object of the handler, and `body` what is left of it."""
    admin = Admin("a")

    reply = Seen(admin)

    assert (admin, b'{"name":"a"}') == (reply.content, reply.body)


class Same(Price):
    """Adds nothing."""


def test_a_subclass_that_adds_nothing_is_encoded_as_it_is() -> None:
    """It is looked at once; from then on it is as good as the class."""
    accept = content_of(Price).accept
    same = Same(5)

    assert accept(same) is same
    assert accept(same) is same
    assert '{"amount":500}' == sent(Price, same)


def test_exact_content_is_not_copied() -> None:
    """Content made only of the declared classes goes to the encoder without a copy."""
    contents: list[tuple[Any, Any]] = [
        (dict[str, list[User | None]], {"k": [User("a"), None]}),
        (Holder, Holder(User("a"), Model(name="b"))),
        (Point, Point(1, User("a"))),
        (Labels, {"name": "a"}),
        (User | list[User] | int, [User("a")]),
    ]
    for type_, content in contents:
        assert exact.exactness(graph(type_))(content)
        assert content_of(type_).accept(content) is content


def test_models_inside_other_classes_are_narrowed_by_pydantic() -> None:
    """A subclass of a model in a Struct, and the same where content is checked."""
    content = Holder(Admin("a"), BigModel(name="b"))
    assert '{"user":{"name":"a"},"model":{"name":"b"}}' == sent(Holder, content)
    assert '{"user":{"name":"a"},"model":{"name":"b"}}' == sent(Holder, content, validate="always")


@pytest.mark.parametrize("depth", [300, 600, 900, 5000])
def test_deep_content_is_sent_or_refused(depth: int) -> None:
    """Content that json.dumps accepts is sent; deeper content is refused, and never with a RecursionError."""
    content: Any = None
    tree: Any = BigTree(0)
    for _ in range(depth):
        content, tree = [content], Tree(1, [tree])
    cases: list[tuple[Any, Any]] = [(list, content), (Recursive, content), (Tree, tree), (Tree | None, tree)]
    for type_, value in cases:
        made: Any = respond(200).json(type_).compile()
        try:
            assert b"secret" not in made(value).body
        except ParamError as error:
            assert "nested too deeply" in error.what  # noqa: PT017 - either will do
    expected = b"[" * depth + b"null" + b"]" * depth
    if depth < 1000:
        assert expected == JSONResponse(content).body
        return
    try:  # how deep the encoder goes is Python's to say, and more since 3.12
        assert expected == JSONResponse(content).body
    except ParamError as error:
        assert "nested too deeply" in error.what  # noqa: PT017 - as above
