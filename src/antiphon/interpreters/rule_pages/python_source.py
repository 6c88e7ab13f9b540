"""A value as the Python that makes it, over several lines where one would be too long."""

from __future__ import annotations

import itertools
from typing import Any

from antiphon.rules.example_type import Example
from antiphon.rules.rule import as_response
from antiphon.spec import ResponseSpec
from antiphon.spec.model import Model

WIDTH = 100
#: From so many items on, those that differ by a number alone are written as a comprehension.
MANY = 10


def example_of(spec: ResponseSpec) -> Example:
    """The one cookie or header of a response that has nothing else; any other response itself."""
    parts: tuple[Example, ...] = (*spec.cookies, *spec.headers)
    return next((part for part in parts if spec == as_response(part)), spec)


def imports_of(value: Model) -> str:
    """The import lines that `spelling(value)` needs."""
    names = sorted({(_public_module(type(part)), type(part).__name__) for part in _models(value)})
    lines = [
        f"from antiphon.{module} import {', '.join(name for _, name in group)}"
        for module, group in itertools.groupby(names, key=lambda pair: pair[0])
    ]
    dated = ["import datetime\n"] if "datetime.datetime(" in spelling(value) else []
    return "\n".join([*dated, *lines, ""])


def _public_module(model: type[Model]) -> str:
    """The package that hands a model on: `spec.bodies` for a body kind, else `spec`."""
    return "spec.bodies" if model.__module__.startswith("antiphon.spec.bodies.") else "spec"


def spelling(value: Any, indent: int = 0) -> str:
    """An expression that gives an equal value: cookie values are shown, since an example holds no secret."""
    if isinstance(value, str):
        return _text(str(value))
    if isinstance(value, Model):
        return _joined(f"{type(value).__name__}(", [(f"{key}=", item) for key, item in _given(value)], ")", indent)
    if isinstance(value, tuple):
        listed = _joined("(", [("", item) for item in value], ",)" if len(value) == 1 else ")", indent)
        return _counted([spelling(item) for item in value]) or listed
    return repr(value)


def _counted(items: list[str]) -> str:
    """Many items that differ by a number alone, as a comprehension; empty for any others."""
    if len(items) < MANY:
        return ""
    place = next((at for at, pair in enumerate(zip(*items[:2], strict=False)) if pair == ("0", "1")), 0)
    before, after = items[0][:place], items[0][place + 1 :]
    if items != [f"{before}{number}{after}" for number in range(len(items))]:
        return ""
    head, _, start = before.rpartition('"')
    return f'tuple({head}f"{start}{{i}}{after} for i in range({len(items)}))'


def _given(value: Model) -> list[tuple[str, Any]]:
    """The fields that differ from their defaults."""
    fields = type(value).model_fields
    return [(key, getattr(value, key)) for key in fields if getattr(value, key) != fields[key].default]


def _joined(start: str, parts: list[tuple[str, Any]], end: str, indent: int) -> str:
    line = start + ", ".join(key + spelling(item) for key, item in parts) + end
    if "\n" not in line and indent + len(line) <= WIDTH:
        return line
    inner = " " * (indent + 4)
    lines = "".join(f"{inner}{key}{spelling(item, indent + 4)},\n" for key, item in parts)
    return f"{start}\n{lines}{' ' * indent}{end[-1]}"


def _text(text: str) -> str:
    """A literal in double quotes where it can be; a long run of one character as a product."""
    start = 0
    for character, run in itertools.groupby(text):
        length = len(list(run))
        if length > 40:
            around = [text[:start], text[start + length :]]
            before, after = (_text(part) if part else "" for part in around)
            return " + ".join(filter(None, [before, f"{_text(character)} * {length}", after]))
        start += length
    return repr(text) if "'" in text or '"' in text else f'"{repr(text)[1:-1]}"'


def _models(value: Any) -> list[Model]:
    if isinstance(value, Model):
        return [value, *(part for _, item in _given(value) for part in _models(item))]
    if isinstance(value, tuple):
        return [part for item in value for part in _models(item)]
    return []
