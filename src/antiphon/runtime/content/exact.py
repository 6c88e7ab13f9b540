"""Check that every object in content is exactly of the class that is declared for its place.

Content that passes is encoded as it is. The check must be fast, so its code is generated once for each declared type,
and it looks only at the places that may hold something undeclared.
"""

from __future__ import annotations

import collections
from collections.abc import Callable
from typing import Any

from antiphon.runtime.compiled_text import compiled_text
from antiphon.runtime.content.declared import Kind, Node, has_attributes_of_its_own
from antiphon.runtime.content.type_parts import is_named_tuple

Exact = Callable[[Any], bool]

#: Errors that mean the content does not match its declaration. `narrowed` then reports the difference.
_DOUBTS = (TypeError, AttributeError, LookupError, ValueError, RecursionError)

#: Types that are written as an array, and that can be iterated without being used up.
ARRAYS: frozenset[type] = frozenset((list, tuple, set, frozenset, collections.deque))

_SCALARS = frozenset((str, int, float, bool, bytes, type(None)))


def exactness(node: Node) -> Exact:
    """A function that is true for content that holds nothing undeclared, and may be false for other such content."""
    text = _Tests()
    body = text.test(node, "_value") or "True"
    lines = [*text.lines, "def exact(_value):", " try:", f"  return {body}", " except _DOUBTS:", "  return False", ""]
    names: dict[str, Any] = {
        "_type": type, "_len": len, "_set": set, "_map": map, "_all": all, "_dict": dict, "_list": list,
        "_tuple": tuple, "_isinstance": isinstance, "_ARRAYS": ARRAYS, "_SCALARS": _SCALARS, "_DOUBTS": _DOUBTS,
        **{f"_binding{at}": binding for at, binding in enumerate(text.bindings)},
    }  # fmt: skip
    made: Exact = compiled_text("\n".join(lines), "exact", "exact", names)
    return made


class _Tests:
    """The text of the tests: expressions, the functions that they call, and the classes that they name."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self.bindings: list[Any] = []
        self.functions: dict[int, str] = {}

    def bind(self, value: Any) -> str:
        self.bindings.append(value)
        return f"_binding{len(self.bindings) - 1}"

    def test(self, node: Node, value: str) -> str:
        """The expression that is true for a value, given as an expression, that is exact; empty where all are."""
        return _TESTS[node.kind](self, node, value) if node.hides else ""

    def function(self, node: Node, body: Callable[[Node], str]) -> str:
        """The name of the function that looks at values of a node, which is written once."""
        name = self.functions.get(id(node))
        if name is None:
            name = self.functions[id(node)] = f"_exact{len(self.functions)}"
            self.lines += [f"def {name}(_v):", f" return {body(node)}"]
        return name

    def record(self, node: Node, value: str) -> str:
        if node.is_flat:
            return f"_type({value}) is {self.bind(node.origin)}"
        return f"{self.function(node, self.fields)}({value})"

    def fields(self, node: Node) -> str:
        tests = [f"_type(_v) is {self.bind(node.origin)}"]
        if has_attributes_of_its_own(node.origin):
            tests.append(f"_len(_v.__dict__) <= {len(node.parts)}")
        return " and ".join(
            [*tests, *filter(None, (self.test(part, f"_v.{name}") for name, part in node.parts.items()))]
        )

    def keys(self, node: Node, value: str) -> str:
        return f"{self.function(node, self.members)}({value})"

    def members(self, node: Node) -> str:
        if ... in node.parts:
            return "False"
        tests = [f"_type(_v) is _dict and _v.keys() <= {self.bind(frozenset(node.parts))}"]
        for name, part in node.parts.items():
            test = self.test(part, f"_v[{name!r}]")
            if test:
                tests.append(test if name in node.required else f"({name!r} not in _v or {test})")
        return " and ".join(tests)

    def model(self, node: Node, value: str) -> str:
        # A pydantic dataclass is one to msgspec, which knows nothing of its aliases.
        is_dataclass = hasattr(node.origin, "__dataclass_fields__")
        return "False" if is_dataclass else f"_type({value}) is {self.bind(node.origin)}"

    def array(self, node: Node, value: str) -> str:
        test = self.each(node.parts[0], value)
        return test if node.origin is list else f"_type({value}) in _ARRAYS and {test}"

    def mapping(self, node: Node, value: str) -> str:
        return self.each(node.parts[0], f"{value}.values()")

    def each(self, item: Node, values: str) -> str:
        if item.is_flat or (item.kind == "model" and not hasattr(item.origin, "__dataclass_fields__")):
            return f"_set(_map(_type, {values})) <= {self.bind(frozenset((item.origin,)))}"
        test = self.test(item, "_v")
        if test.endswith("(_v)") and test.removesuffix("(_v)") in self.functions.values():
            return f"_all(_map({test.removesuffix('(_v)')}, {values}))"
        return f"_all([{test} for _v in {values}])"

    def items(self, node: Node, value: str) -> str:
        kind = self.bind(node.origin) if is_named_tuple(node.origin) else "_tuple"
        tests = [f"_isinstance({value}, {kind}) and _len({value}) == {len(node.parts)}"]
        return " and ".join(
            [*tests, *filter(None, (self.test(part, f"{value}[{at}]") for at, part in node.parts.items()))]
        )

    def union(self, node: Node, value: str) -> str:
        choices = list(node.parts.values())
        flat = [choice for choice in choices if choice.type_ is not type(None)]
        if len(flat) == 1 and len(choices) == 2 and (flat[0].is_flat or flat[0].kind == "model"):
            return f"({value} is None or {self.test(flat[0], value)})"
        return f"{self.function(node, self.choices)}({value})"

    def choices(self, node: Node) -> str:
        """A test for each choice that the class of an instance identifies. `narrowed` handles the other choices."""
        choices = list(node.parts.values())
        if any(choice.kind == "free" and choice.keys for choice in choices):
            return "True"  # one of them is Any
        kinds = [choice.kind for choice in choices]
        if "described" in kinds:
            return "False"
        tests = []
        for choice in choices:
            guard = _GUARDS.get(choice.kind, {}).get(choice.origin, "")
            if guard and not any(kinds.count(kind) > (kind == choice.kind) for kind in _ALIKE[choice.kind]):
                tests.append(" and ".join(filter(None, (guard, self.test(choice, "_v")))))
            elif choice.kind in ("record", "model", "tuple"):
                tests.append(self.test(choice, "_v"))
        plain = {choice.type_ for choice in choices if choice.kind == "free" and isinstance(choice.type_, type)}
        tests.append(f"_type(_v) in {self.bind(_SCALARS | plain)}")
        return " or ".join(f"({test})" for test in tests)

    def described(self, node: Node, value: str) -> str:
        return "False"

    def name(self, node: Node, value: str) -> str:
        return f"_type({value}) in _SCALARS"


#: The test that recognises one choice of a union, where no other choice passes it.
_GUARDS: dict[Kind, dict[Any, str]] = {
    "array": {list: "_type(_v) is _list"},
    "mapping": {dict: "_type(_v) is _dict"},
    "typed dict": {dict: "_type(_v) is _dict"},
}
_ALIKE: dict[Kind, tuple[Kind, ...]] = {
    "array": ("array",),
    "mapping": ("mapping", "typed dict"),
    "typed dict": ("mapping", "typed dict"),
}

_TESTS: dict[str, Callable[[_Tests, Node, str], str]] = {
    "record": _Tests.record,
    "typed dict": _Tests.keys,
    "model": _Tests.model,
    "array": _Tests.array,
    "mapping": _Tests.mapping,
    "tuple": _Tests.items,
    "union": _Tests.union,
    "name": _Tests.name,
    "described": _Tests.described,
}
