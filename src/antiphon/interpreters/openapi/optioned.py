"""A type of content as the options of a declaration leave it: which members may be absent, and under which names.

Pydantic describes what it would send by itself. Here its core schema is changed, so that whoever makes JSON Schema of
it, FastAPI's generator too, describes what is sent. What the options change has a reference of its own, and so a
component of its own where the same class is sent without them.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

import pydantic

from antiphon.runtime.content.options import AS_DECLARED, JSONOptions

Core = dict[str, Any]

#: Keys in the metadata of a member: what its core schema does not say, the name of its field and that it has a default.
OWN_NAME, HAS_DEFAULT = "antiphon_own_name", "antiphon_has_default"
_FIELDS = ("model-field", "dataclass-field", "typed-dict-field", "computed-field")
#: Keys whose values are no schemas, though they may look like one.
_VALUES = frozenset(("default", "metadata", "config", "expected"))
#: Keys of a dict of schemas.
_NAMED = ("fields", "choices")
#: Core schemas whose value is that of the schema within.
_AROUND = ("default", "function-after", "function-before", "function-wrap")
_MAY_BE_NONE = ("any", "none", "nullable")


class Optioned(NamedTuple):
    """A type of content, and the options under which it is sent."""

    type: Any
    options: JSONOptions


def optioned(type_: Any, options: JSONOptions) -> Any:
    """The type as it is asked for in a document: itself where no option changes what is described."""
    kept = options._replace(key_order=AS_DECLARED.key_order, encode=None)
    return type_ if kept == AS_DECLARED else Optioned(type_, kept)


def stand_in(seen: Any, options: JSONOptions) -> Any:
    """A class that pydantic describes as the type is sent under the options; the type itself where that is the same.

    Raises what pydantic raises for a type that it does not describe.
    """
    try:
        return _stand_in(seen, options)
    except TypeError:  # a type that cannot be hashed
        return _stand_in.__wrapped__(seen, options)


@functools.lru_cache(maxsize=1024)
def _stand_in(seen: Any, options: JSONOptions) -> Any:
    core: Any = pydantic.TypeAdapter(seen).core_schema
    changing = _Changing(options, {one["ref"]: one for one in core.get("definitions", ())})
    changed = changing.node(core, _Around())
    touched = changing.touched()
    if not touched:
        return seen
    said = [name for name in ("exclude_none", "exclude_defaults", "exclude_unset") if getattr(options, name)]
    prefix = ".".join(said if options.by_alias else [*said, "by_name"])
    sent = _renamed(changed, touched, prefix)
    return type("Sent", (), {"__get_pydantic_core_schema__": classmethod(lambda *_: sent)})


class _Around(NamedTuple):
    """Where a part is: the reference of the innermost part around it that has one."""

    ref: str = ""
    shows_defaults: bool = False
    """Whether a member with a default is called required, as a model's settings have it."""


def _shows_defaults(node: Core, around: _Around) -> bool:
    if node["type"] != "model":
        return around.shows_defaults
    return bool(node["cls"].model_config.get("json_schema_serialization_defaults_required"))


class _Changing:
    """The change of one core schema, and which of its parts with a reference are changed by it."""

    def __init__(self, options: JSONOptions, definitions: Mapping[str, Core]) -> None:
        self._options = options
        self._definitions = definitions
        self._changed: set[str] = set()
        self._holders: dict[str, set[str]] = {}

    def touched(self) -> set[str]:
        """The references of the parts that are changed, and of those that hold one; empty text is the whole."""
        found, pending = set[str](), list(self._changed)
        while pending:
            one = pending.pop()
            if one not in found:
                found.add(one)
                pending += self._holders.get(one, ())
        return found

    def node(self, node: Core, around: _Around) -> Core:
        """A part, changed."""
        if (ref := node.get("ref", node.get("schema_ref"))) is not None:
            self._holders.setdefault(ref, set()).add(around.ref)
        inner = _Around(node.get("ref", around.ref), _shows_defaults(node, around))
        made = _with_parts(node, lambda part: self.node(part, inner))
        if node["type"] not in _FIELDS:
            return made
        if (field := self._field(made, inner)) != made:
            self._changed.add(inner.ref)
        return field

    def _field(self, field: Core, around: _Around) -> Core:
        """A member that may be absent, and is never null where those that are None are left out."""
        options, is_computed = self._options, field["type"] == "computed-field"
        made, key, alias = dict(field), "return_schema", "alias"
        if not is_computed:
            key, alias = "schema", "serialization_alias"
        may_be_unset = not is_computed and field["schema"]["type"] == "default"
        may_be_default = may_be_unset or bool(field.get("metadata", {}).get(HAS_DEFAULT))
        absent = (options.exclude_defaults and may_be_default) or (options.exclude_unset and may_be_unset)
        if options.exclude_none and self._may_be_none(field[key], frozenset()):
            absent, made[key] = True, _without_none(made[key])
        if absent and (around.shows_defaults or not may_be_unset):
            made = _perhaps_absent(made)
        own_name = field.get("metadata", {}).get(OWN_NAME, field.get("property_name"))
        if not options.by_alias and alias in field:
            made = {**made, alias: own_name} if own_name else {key: made[key] for key in made if key != alias}
        return made

    def _may_be_none(self, schema: Core, seen: frozenset[str]) -> bool:
        kind = schema["type"]
        if kind in _AROUND:
            return self._may_be_none(schema["schema"], seen)
        if kind == "union":
            return any(self._may_be_none(_choice(one), seen) for one in schema["choices"])
        if kind == "definition-ref" and (ref := schema["schema_ref"]) not in seen and ref in self._definitions:
            return self._may_be_none(self._definitions[ref], seen | {ref})
        return kind in _MAY_BE_NONE or (kind == "literal" and None in schema["expected"])


def _choice(choice: Any) -> Any:
    return choice[0] if isinstance(choice, tuple) else choice


def _without_none(schema: Core) -> Core:
    """The schema of the same values less None, as far as it can be seen."""
    kind = schema["type"]
    if kind in _AROUND:
        return {**schema, "schema": _without_none(schema["schema"])}
    if kind == "nullable" and "serialization" not in schema:
        inner: Core = schema["schema"]
        return inner
    if kind == "union":
        return {**schema, "choices": [one for one in schema["choices"] if _choice(one)["type"] != "none"]}
    return schema


def _perhaps_absent(field: Core) -> Core:
    """A member that is not required. Below pydantic 2.13 that is one with a default, or an entry of a dict, alone."""
    made = {**field, "serialization_exclude_if": _is_none}
    if field["type"] == "typed-dict-field":
        made["required"] = False
    elif field.get("schema", {}).get("type", "default") != "default":
        made["schema"] = {"type": "default", "schema": field["schema"]}
    return made


def _is_none(value: object) -> bool:
    """The condition on which a member is left out; only that there is one is read."""
    return value is None


def _renamed(node: Core, touched: set[str], prefix: str) -> Core:
    """The same with new references for what is changed.

    The prefix is where a module's name begins, so a component's name has it only where two would have one name.
    """
    made = _with_parts(node, lambda part: _renamed(part, touched, prefix))
    for key in ("ref", "schema_ref"):
        if made.get(key) in touched:
            made[key] = f"{prefix}.{made[key]}"
    return made


def _with_parts(node: Core, change: Callable[[Core], Core]) -> Core:
    """A core schema whose parts, which are core schemas as well, are changed."""

    def changed(key: str, value: Any) -> Any:
        if isinstance(value, list | tuple):
            return type(value)([changed(key, one) for one in value])
        if not isinstance(value, dict) or key in _VALUES:
            return value
        if key in _NAMED and not isinstance(value.get("type"), str):
            return {name: change(one) if isinstance(one, dict) else one for name, one in value.items()}
        return change(value) if isinstance(value.get("type"), str) else value

    return {key: changed(key, value) for key, value in node.items()}
