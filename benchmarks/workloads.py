"""The workloads: seven responses, those with JSON content once for each kind of type that the content may have."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from typing import Any, NamedTuple

import msgspec
import pydantic


class User(msgspec.Struct):
    """A user of ten fields; about 300 octets of JSON."""

    id: int
    email: str
    name: str
    city: str
    country: str
    age: int
    balance: float
    active: bool
    roles: list[str]
    nickname: str | None


@dataclasses.dataclass
class UserDataclass:
    """The same user as a dataclass."""

    id: int
    email: str
    name: str
    city: str
    country: str
    age: int
    balance: float
    active: bool
    roles: list[str]
    nickname: str | None


class UserModel(pydantic.BaseModel):
    """The same user as a pydantic model."""

    id: int
    email: str
    name: str
    city: str
    country: str
    age: int
    balance: float
    active: bool
    roles: list[str]
    nickname: str | None


class Workload(NamedTuple):
    """One response to be made, again and again.

    `content` is an instance of `declared`. `encode` is the fastest documented way from it to octets, and the floor's.
    `builtins` turns it into what `json.dumps` takes, by the cheapest documented conversion, for frameworks that do not
    know its type.
    """

    name: str
    content: Any = None
    declared: Any = None
    encode: Callable[[Any], bytes] | None = None
    builtins: Callable[[Any], Any] | None = None

    @property
    def group(self) -> str:
        """The workload without the kind of its content: `W2` of `W2 Struct`."""
        return self.name.partition(" ")[0]


#: The params, which vary beside the content.
TOKEN = "u0Tm3yqXGmkIRKZ4aJmXcRrXB2h7wYy0vW1tqz3n8Lk"
NUMBER = 4021

_json = msgspec.json.Encoder().encode


def _record(number: int, nickname: str | None) -> dict[str, Any]:
    return {
        "id": 10_000 + number,
        "email": f"person.{number}@mail.example",
        "name": f"Ada Näkkäläjärvi {number}",
        "city": "Jyväskylä",
        "country": "Finland",
        "age": 20 + number % 60,
        "balance": 12.5 + number,
        "active": number % 3 > 0,
        "roles": ["editor", "reviewer", "billing"],
        "nickname": nickname,
    }


def _itself(content: Any) -> Any:
    return content


def _dump(model: UserModel) -> dict[str, Any]:
    return model.model_dump()


def _dump_all(models: list[UserModel]) -> list[dict[str, Any]]:
    return [model.model_dump() for model in models]


def _one(name: str, nickname: str | None, kinds: tuple[str, ...]) -> list[Workload]:
    record = _record(1, nickname)
    to_json = UserModel.__pydantic_serializer__.to_json
    rows: dict[str, tuple[Any, Any, Callable[[Any], bytes], Callable[[Any], Any]]] = {
        "Struct": (User(**record), User, _json, msgspec.to_builtins),
        "dataclass": (UserDataclass(**record), UserDataclass, _json, msgspec.to_builtins),
        "pydantic": (UserModel(**record), UserModel, to_json, _dump),
        "dict": (record, dict[str, Any], _json, _itself),
    }
    return [Workload(f"{name} {kind}", *rows[kind]) for kind in kinds]


def _many(name: str, count: int, nickname: str | None, kinds: tuple[str, ...]) -> list[Workload]:
    records = [_record(number, nickname) for number in range(count)]
    to_json = pydantic.TypeAdapter(list[UserModel]).serializer.to_json
    rows: dict[str, tuple[Any, Any, Callable[[Any], bytes], Callable[[Any], Any]]] = {
        "Struct": ([User(**r) for r in records], list[User], _json, msgspec.to_builtins),
        "dataclass": ([UserDataclass(**r) for r in records], list[UserDataclass], _json, msgspec.to_builtins),
        "pydantic": ([UserModel(**r) for r in records], list[UserModel], to_json, _dump_all),
        "dict": (records, list[dict[str, Any]], _json, _itself),
    }
    return [Workload(f"{name} {kind}", *rows[kind]) for kind in kinds]


def _page() -> str:
    rows = "".join(f"<tr><td>{n}</td><td>person.{n}@mail.example</td></tr>\n" for n in range(38))
    return f"<!doctype html>\n<title>People</title>\n<table>\n{rows}</table>\n"


_KINDS = ("Struct", "dataclass", "pydantic", "dict")

#: In the order of the tables. A null in the JSON is a case of its own: it is what an encoder writes for NaN, too.
WORKLOADS: tuple[Workload, ...] = (
    Workload("W1", {"ok": True}, dict[str, bool], _json, _itself),
    *_one("W2", "Ada", _KINDS),
    *_one("W2n", None, ("Struct",)),
    *_many("W3", 100, "Ada", _KINDS),
    *_many("W3n", 100, None, ("Struct",)),
    Workload("W4"),
    Workload("W5"),
    Workload("W6", _page(), str, str.encode),
    *_many("W7", 4300, "Ada", ("Struct", "dict")),
)

#: One line a workload, for the tables' legend.
LEGEND = {
    "W1": '`200`, `{"ok":true}`',
    "W2": "`200`, a user of ten fields, three static fields, a session cookie whose value varies",
    "W2n": "W2 where one of the ten fields is null",
    "W3": "`200`, a list of 100 such users, three static fields",
    "W3n": "W3 where every user has a null",
    "W4": "`303`, a Location that varies",
    "W5": "`204`, two cookies deleted",
    "W6": "`200`, 2 KB of HTML",
    "W7": "`200`, 1 MB of JSON",
}
