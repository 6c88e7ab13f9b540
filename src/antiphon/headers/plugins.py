"""Entry points of installed distributions, and the typed fields that they bring: the group `antiphon.headers`.

Nothing is looked for before a field that antiphon does not know is looked up.
"""

from __future__ import annotations

import functools
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any, NamedTuple

from antiphon.errors import PluginError
from antiphon.http.grammar import TOKEN

if TYPE_CHECKING:
    from antiphon.headers.field import Field

GROUP = "antiphon.headers"
_LOADING: list[str] = []
_DEMANDED = ("field_name", "examples", "refused", "code", "citation", "url", "decode", "encode")


class Source(NamedTuple):
    """Where a plug-in comes from: the distribution with its version, and the line of its entry point."""

    distribution: str
    """Its name and version."""
    entry: str
    """The group, the name and the object that it names."""

    def broken(self, what: str, help: str) -> PluginError:
        """The error for what is wrong in it."""
        return PluginError(self.distribution, self.entry, what, help=help)


class Loaded(NamedTuple):
    """One object that an entry point names; of a list each of its members."""

    source: Source
    """Where it comes from."""
    value: Any
    """The object itself."""


def loaded(group: str, distribution: str | None = None) -> Iterator[Loaded]:
    """The objects of a group, in the order of the entry points' names: of all distributions, or of one.

    Importing them runs their code. Raises PluginError for one that cannot be loaded.
    """
    from importlib.metadata import entry_points  # it takes longer to import than all that most processes need of it

    for point in sorted(entry_points(group=group), key=lambda one: (one.name, one.value)):
        of = point.dist
        if distribution is not None and (of is None or _same(of.name) != _same(distribution)):
            continue
        named = f"{of.name} {of.version}" if of is not None else "an unknown distribution"
        source = Source(named, f"{group}: {point.name} = {point.value}")
        try:
            value = point.load()
        except Exception as error:  # a module of somebody else's may raise anything
            text = str(error).partition("\n")[0]
            what = f"it cannot be loaded: {type(error).__name__}{f': {text}' if text else ''}"
            raise source.broken(what, "mend it, or uninstall it") from error
        several = isinstance(value, Iterable) and not isinstance(value, type | str)
        yield from (Loaded(source, one) for one in (value if several else (value,)))


def _same(name: str) -> str:
    return name.lower().replace("_", "-").replace(".", "-")


def own_fields() -> dict[str, type[Field]]:
    """The fields of all installed plug-ins by their names in lower case. Raises PluginError."""
    return {name: one.value for name, one in own_fields_with_sources().items()}


@functools.cache
def own_fields_with_sources() -> dict[str, Loaded]:
    """The same, with the distribution of each."""
    found: dict[str, Loaded] = {}
    if _LOADING:  # a plug-in that looks a field up while it is imported
        return found
    _LOADING.append(GROUP)
    try:
        for one in loaded(GROUP):
            field = checked_field(one)
            if field.field_name.lower() in found:
                raise one.source.broken(f"{field.field_name} has a class already", "uninstall one of the two")
            found[field.field_name.lower()] = one
    finally:
        _LOADING.clear()
    return found


def checked_field(one: Loaded) -> type[Field]:
    """The class of a field. Raises PluginError for what is not one, or takes a name of antiphon's own."""
    from antiphon.headers.registry import FIELDS

    field: Any = one.value
    name = getattr(field, "__qualname__", repr(field))
    missing = [attribute for attribute in _DEMANDED if not getattr(field, attribute, None)]
    if not isinstance(field, type) or missing:
        what = f"{name} is not a typed field: it has no {missing[0] if missing else 'class'}"
        raise one.source.broken(what, "see docs/how-to/your-own-rules-and-fields.md for what a field has")
    field_name: Any = getattr(field, "field_name")  # noqa: B009 - what is checked here
    if not isinstance(field_name, str) or not TOKEN.fullmatch(field_name):
        raise one.source.broken(f"{name} has the field name {field_name!r}, which is not a token", "mend the name")
    if field_name.lower() in FIELDS:
        raise one.source.broken(f"{name} is for {field_name}, which antiphon has a class for", "use antiphon's own")
    return field
