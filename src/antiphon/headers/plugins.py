"""Entry points of installed distributions, and the typed fields that they bring: the group `antiphon.headers`.

Nothing is looked for before a field that antiphon does not know is looked up.
"""

from __future__ import annotations

import contextlib
import functools
import sys
from collections.abc import Iterable, Iterator
from contextvars import ContextVar
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from antiphon.errors import PluginError
from antiphon.headers.field import FieldError
from antiphon.http.grammar import TOKEN

if TYPE_CHECKING:
    from antiphon.headers.field import Field

GROUP = "antiphon.headers"
_DEMANDED = ("field_name", "examples", "refused", "code", "citation", "url", "decode", "encode")
_TEXTS: Final = ("field_name", "code", "citation", "url")
#: The field whose texts are tried.
_TRIED: ContextVar[type[Field] | None] = ContextVar("_TRIED", default=None)
_HOW: Final = "see docs/how-to/your-own-rules-and-fields.md for what a field has"


class Source(NamedTuple):
    """Where a plug-in comes from: the distribution with its version, and the line of its entry point."""

    distribution: str
    """Its name and version."""
    entry: str
    """The group, the name and the object that it names."""

    def broken(self, what: str, help: str) -> PluginError:
        """The error for what is wrong in it."""
        return PluginError(self.distribution, self.entry, what, help=help)

    def raised(self, what: str, error: BaseException, help: str) -> PluginError:
        """The error for what its code raises."""
        if isinstance(error, KeyboardInterrupt):
            raise error
        return self.broken(f"{what}: {_told(error)}", help)


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
    if not installed():
        return
    from importlib.metadata import entry_points

    for point in sorted(entry_points(group=group), key=lambda one: (one.name, one.value)):
        of = point.dist
        if distribution is not None and (of is None or _same(of.name) != _same(distribution)):
            continue
        named = f"{of.name} {of.version}" if of is not None else "an unknown distribution"
        source = Source(named, f"{group}: {point.name} = {point.value}")
        try:
            # Standard output is for reports, and for what a language server says.
            with contextlib.redirect_stdout(sys.stderr):
                value = point.load()
                is_one = isinstance(value, type | str) or hasattr(value, "_fields")  # a rule is a tuple with names
                values = (value,) if is_one or not isinstance(value, Iterable) else tuple(value)
        except PluginError:  # of another one, or of itself, which it has asked for
            raise
        except BaseException as error:  # a module of somebody else's may raise anything, or end the process
            circular = "partially initialized" in _told(error)
            advice = "import what declares responses, or looks the field up, after it" if circular else "mend it"
            raise source.raised("it cannot be loaded", error, f"{advice}, or uninstall it") from error
        yield from (Loaded(source, one) for one in values)


@functools.cache
def installed() -> bool:
    """Whether any distribution may bring rules or fields. None is imported.

    To read the texts of entry points is less than half of parsing them.
    """
    from importlib.metadata import distributions  # it takes longer to import than all that most processes need of it

    return any("[antiphon." in (one.read_text("entry_points.txt") or "") for one in distributions())


def _told(error: BaseException) -> str:
    """An exception in one line; its own text may raise as well."""
    try:
        text = str(error).strip().partition("\n")[0]
    except Exception:  # noqa: BLE001 - as above
        text = ""
    return f"{type(error).__name__}{f': {text}' if text else ''}"


def _same(name: str) -> str:
    return name.lower().replace("_", "-").replace(".", "-")


def own_field(name: str) -> type[Field] | None:
    """The class of a field that a plug-in brings, by its name in lower case. Raises PluginError."""
    tried = _TRIED.get()
    if tried is not None:  # its FieldError looks it up, while the fields are being loaded
        return tried if tried.field_name.lower() == name else None
    one = own_fields_with_sources().get(name)
    return None if one is None else one.value


@functools.cache
def own_fields_with_sources() -> dict[str, Loaded]:
    """The fields of all installed plug-ins by their names in lower case. Raises PluginError."""
    found: dict[str, Loaded] = {}
    for one in loaded(GROUP):
        field = checked_field(one)
        other = found.setdefault(field.field_name.lower(), one)
        if other is not one:
            what = f"{field.field_name} has a class already, of {other.source.distribution}"
            raise one.source.broken(what, "uninstall one of the two")
    return found


def checked_field(one: Loaded) -> type[Field]:
    """The class of a field. Raises PluginError for what is not one, or takes a name of antiphon's own."""
    from antiphon.headers.registry import FIELDS

    field: Any = one.value
    name = getattr(field, "__qualname__", type(field).__qualname__)
    if not isinstance(field, type):
        raise one.source.broken(f"{name} is not a typed field: it has no class", _HOW)
    wrong = next(_unfit(field), None)
    if wrong:
        raise one.source.broken(f"{name} is not a typed field: {wrong}", _HOW)
    field_name: str = getattr(field, "field_name")  # noqa: B009 - what is checked here
    if not TOKEN.fullmatch(field_name):
        raise one.source.broken(f"{name} has the field name {field_name!r}, which is not a token", "mend the name")
    if field_name.lower() in FIELDS:
        raise one.source.broken(f"{name} is for {field_name}, which antiphon has a class for", "use antiphon's own")
    _try_texts(field, one.source)
    return field


def _unfit(field: Any) -> Iterator[str]:
    """The reasons why a class is not that of a field."""
    yield from (f"it has no {name}" for name in _DEMANDED if not getattr(field, name, None))
    yield from (f"its {name} is not a str" for name in _TEXTS if not isinstance(getattr(field, name), str))
    for name in ("examples", "refused"):
        texts = getattr(field, name)
        if not isinstance(texts, tuple | list) or not all(isinstance(text, str) for text in texts):
            yield f"its {name} are not a tuple of str"
    yield from (f"its {name} is not a function" for name in ("decode", "encode") if not callable(getattr(field, name)))


def _try_texts(field: Any, source: Source) -> None:
    """Raises PluginError where it fails at a text of its own, so that it does not at a call."""
    for text in (*field.examples, *field.refused):
        before = _TRIED.set(field)
        try:
            octets: object = field.decode(text).encode()
        except FieldError:
            octets = b""
        except BaseException as error:  # a function of somebody else's may raise anything
            what = f"{field.__qualname__} raises at {text!r}"
            raise source.raised(what, error, "raise FieldError, or mend it") from error
        finally:
            _TRIED.reset(before)
        if not isinstance(octets, bytes):
            what = f"{field.__qualname__}.encode gives {type(octets).__qualname__} at {text!r}"
            raise source.broken(what, "give bytes")
