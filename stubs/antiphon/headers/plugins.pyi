# Written by `nox -s generate` from src; do not edit.
"""Entry points of installed distributions, and the typed fields that they bring: the group `antiphon.headers`.

Nothing is looked for before a field that antiphon does not know is looked up.
"""

from collections.abc import Iterator
from typing import Any, NamedTuple

from antiphon.errors import PluginError
from antiphon.headers.field import Field

GROUP: str

class Source(NamedTuple):
    """Where a plug-in comes from: the distribution with its version, and the line of its entry point."""

    distribution: str
    """Its name and version."""
    entry: str
    """The group, the name and the object that it names."""

    def broken(self, what: str, help: str) -> PluginError:
        """The error for what is wrong in it."""

    def raised(self, what: str, error: BaseException, help: str) -> PluginError:
        """The error for what its code raises."""

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

def installed() -> bool:
    """Whether any distribution may bring rules or fields. None is imported.

    To read the texts of entry points is less than half of parsing them.
    """

def own_field(name: str) -> type[Field] | None:
    """The class of a field that a plug-in brings, by its name in lower case. Raises PluginError."""

def own_fields_with_sources() -> dict[str, Loaded]:
    """The fields of all installed plug-ins by their names in lower case. Raises PluginError."""

def checked_field(one: Loaded) -> type[Field]:
    """The class of a field. Raises PluginError for what is not one, or takes a name of antiphon's own."""
