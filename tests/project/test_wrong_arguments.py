"""Every public function and constructor, given what no type checker lets pass: each says in words what it needs."""

from __future__ import annotations

import inspect
import traceback
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType
from typing import Any, get_origin

import msgspec
import pydantic
import pytest

import antiphon
import antiphon.responses
import antiphon.spec
import antiphon.spec.bodies
from antiphon import ETag, ParamError, Reply, SpecError
from antiphon.responses import Response
from tests.builder.test_wrong_arguments import WRONG

#: Beside what no parameter takes, what looks like the fields of a request or a scope and is none.
ALL_WRONG: tuple[Any, ...] = (
    *WRONG, [5], [("a",)], {5: 5}, {"headers": 5}, {"headers": [5]}, {"method": 5, "headers": [(b"if-none-match", 5)]},
)  # fmt: skip
MODULES = (antiphon, antiphon.responses, antiphon.spec, antiphon.spec.bodies)
SOURCES = str(Path(antiphon.__file__).parent)
#: Made by antiphon alone, and never by a user.
OWN = {"SpecError"}
#: A part of a class for its subclasses, which the class calls with what it has checked.
HOOKS = {"check", "maketrans", "fromhex"}


class Shown(Reply[dict[str, int]]):
    """A response with a validator."""

    etag: ETag


#: A right argument for each parameter that cannot be just any text, by name.
RIGHT: dict[str, Any] = {
    "request": {"type": "http", "method": "GET", "headers": [(b"if-none-match", b'"a"')]},
    "response": Response("x", headers={"etag": '"a"'}),
    "of": Shown,
    "model": dict[str, int],
    "type_": int,
    "key": "k" * 32,
    "max_age": 1,
    "status": 303,
    "location": "/",
    "path": __file__,
}


def _doors_of(module: ModuleType) -> Iterator[tuple[str, Callable[..., Any]]]:
    """The functions and constructors of a module, and the ways in which its classes are made otherwise."""
    names: list[str] = getattr(module, "__all__", None) or []
    for name in names:
        door: Any = getattr(module, name)
        if not callable(door) or name in OWN or get_origin(door) is not None or getattr(door, "_is_protocol", False):
            continue
        yield f"{module.__name__}.{name}", door
        if isinstance(door, type) and not issubclass(door, pydantic.BaseModel):
            makers = [made for made in dir(door) if not made.startswith("_") and made not in HOOKS]
            for made in makers:
                if isinstance(inspect.getattr_static(door, made), classmethod | staticmethod):
                    yield f"{module.__name__}.{name}.{made}", getattr(door, made)


DOORS = dict(door for module in MODULES for door in _doors_of(module))


def _arguments(door: Callable[..., Any], filled: str, wrong: object) -> tuple[list[Any], dict[str, Any]]:
    """Arguments that are right, but for one."""
    positional: list[Any] = []
    named: dict[str, Any] = {}
    for parameter in inspect.signature(door).parameters.values():
        value = wrong if parameter.name == filled else RIGHT.get(parameter.name, "x")
        varying = parameter.kind in (parameter.VAR_POSITIONAL, parameter.VAR_KEYWORD)
        if parameter.name != filled and (varying or parameter.default is not parameter.empty):
            continue
        if parameter.kind is parameter.VAR_KEYWORD:
            named["zz"] = value
        elif parameter.kind in (parameter.POSITIONAL_ONLY, parameter.VAR_POSITIONAL):
            positional.append(value)
        else:
            named[parameter.name] = value
    return positional, named


def _is_refusal(error: Exception) -> bool:
    """Whether an error is antiphon's own, or one of Python's for arguments that a call does not have.

    An error that comes from inside is raised by whatever line met the argument, and not by a `raise`.
    """
    if isinstance(error, SpecError | ParamError | pydantic.ValidationError | msgspec.ValidationError):
        return True
    if not isinstance(error, TypeError | ValueError):
        return False
    frames = traceback.extract_tb(error.__traceback__)
    if len(frames) == 1 or " missing " in str(error) or "unexpected keyword argument" in str(error):
        return True
    last = frames[-1]
    return last.filename.startswith(SOURCES) and "raise " in (last.line or "")


@pytest.mark.parametrize("name", DOORS)
def test_no_door_lets_an_error_out_from_inside(name: str) -> None:
    """Whatever is given to one parameter, it is taken, or refused by an error that says why."""
    door = DOORS[name]
    for filled in inspect.signature(door).parameters:
        for wrong in ALL_WRONG:
            positional, named = _arguments(door, filled, wrong)
            try:
                made = door(*positional, **named)
            except Exception as error:
                if not _is_refusal(error):
                    raise AssertionError(f"{name}({filled}={wrong!r})") from error
            else:
                if inspect.iscoroutine(made):
                    made.close()


def test_the_doors_are_all_there() -> None:
    """Functions, constructors and class methods are among them, of each module."""
    assert {"antiphon.answer", "antiphon.ETag", "antiphon.Location.within", "antiphon.responses.FileResponse"} <= set(
        DOORS
    )
    assert len(DOORS) > 200, len(DOORS)
