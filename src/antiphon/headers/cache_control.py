"""Cache-Control (RFC 9111 section 5.2.2): who may keep the response, and for how long."""

from __future__ import annotations

import dataclasses
from datetime import timedelta
from typing import Any, ClassVar, Self

from antiphon.headers.field import FieldError
from antiphon.headers.values.extensions import extension_texts
from antiphon.headers.values.lists import split_list
from antiphon.headers.values.numbers import read_number, whole_seconds
from antiphon.headers.values.quoted_string import unquote
from antiphon.headers.values.tokens import check_flag, check_token
from antiphon.http.grammar import DIRECTIVE
from antiphon.http.parsing.cache_control import ARGUMENTS, directive_fault
from antiphon.http.parsing.pieces import parameter

_WORDS = {"nothing": "nothing", "names": "field names in quotes", "seconds": "a number of seconds"}


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class CacheControl:
    """Response directives. Lifetimes are whole seconds, as an int or a timedelta.

    `private` and `no_cache` may name the response fields that they are limited to. `extensions` are directives that
    this class does not know, as they are written (`'community="UCI"'`). Raises FieldError for a lifetime that is
    negative or has a fraction, for a directive that is not a token, and where no directive is given.
    """

    field_name: ClassVar[str] = "Cache-Control"
    examples: ClassVar[tuple[str, ...]] = (
        "no-store",
        "public, max-age=604800, immutable",
        'private="x-basket, x-user", no-cache',
        'max-age=60, stale-while-revalidate=30, community="UCI"',
    )

    public: bool = False
    """Any cache may store the response, even where it otherwise could not."""
    private: bool | tuple[str, ...] = False
    """Only the user's own browser may store the response, or the fields that are named."""
    no_cache: bool | tuple[str, ...] = False
    """It is asked again before each use, or for the fields that are named."""
    must_understand: bool = False
    """Only a cache that knows the status may store it."""
    no_store: bool = False
    """Nothing stores it."""
    max_age: int | timedelta | None = None
    """The seconds for which it is fresh."""
    s_maxage: int | timedelta | None = None
    """The seconds for which it is fresh in a shared cache."""
    must_revalidate: bool = False
    """Once stale it is never used without asking."""
    proxy_revalidate: bool = False
    """The same, for shared caches alone."""
    stale_while_revalidate: int | timedelta | None = None
    """The seconds for which a stale response may be used while it is asked for again."""
    stale_if_error: int | timedelta | None = None
    """The seconds for which a stale response may be used where asking fails."""
    no_transform: bool = False
    """Nobody on the way may change the content."""
    immutable: bool = False
    """It does not change while it is fresh, so that even a reload need not ask."""
    extensions: tuple[str, ...] = ()
    """Further directives, as they are written."""

    def __post_init__(self) -> None:
        for directive, argument in ARGUMENTS.items():
            attribute = directive.replace("-", "_")
            value = getattr(self, attribute)
            if argument == "seconds":
                if value is not None:
                    object.__setattr__(self, attribute, whole_seconds(self.field_name, directive, value))
            elif argument == "names" and isinstance(value, (tuple, list)):
                if not value:
                    raise FieldError(f"{self.field_name}: {directive} names no field; say True to mean all of them")
                for name in value:
                    check_token(self.field_name, "a field name", name)
                object.__setattr__(self, attribute, tuple(value))
            else:
                check_flag(self.field_name, directive, value)
        self._check_extensions()
        if not self.encode():
            raise FieldError(f"{self.field_name} needs at least one directive")

    def _check_extensions(self) -> None:
        object.__setattr__(self, "extensions", extension_texts(self.field_name, self.extensions))
        for extension in self.extensions:
            match = DIRECTIVE.fullmatch(extension) if extension.isascii() else None
            if match is None:
                raise FieldError(f"{self.field_name}: {extension!r} is not a directive (name or name=value)")
            if match[1].lower() in ARGUMENTS:
                raise FieldError(f"{self.field_name}: {match[1]} is not an extension; it has a parameter of its own")
            if fault := directive_fault(parameter(extension)):
                raise FieldError(f"{self.field_name}: {extension!r} {fault}")

    @classmethod
    def decode(cls, value: str) -> Self:
        """Raises FieldError for text that is not a list of directives, and for a wrong or second value."""
        said: dict[str, Any] = {}
        extensions = []
        for member in split_list(cls.field_name, value):
            match = DIRECTIVE.fullmatch(member)
            if match is None:
                raise FieldError(f"{cls.field_name}: {member!r} is not a directive (name or name=value)")
            directive = match[1].lower()
            if directive not in ARGUMENTS:
                extensions.append(member)
                continue
            attribute = directive.replace("-", "_")
            argument = cls._argument(directive, match[2])
            if said.setdefault(attribute, argument) != argument:
                raise FieldError(f"{cls.field_name}: {directive} is said twice, with different values")
        return cls(**said, extensions=tuple(extensions))

    @classmethod
    def _argument(cls, directive: str, argument: str | None) -> int | bool | tuple[str, ...]:
        takes = ARGUMENTS[directive]
        if takes == "seconds" and argument is not None:
            return read_number(cls.field_name, directive, argument)
        if takes == "names" and argument is not None:
            # RFC 9111 section 5.2.2.4: "A sender SHOULD NOT generate the token form"; it is legal all the same.
            names = unquote(cls.field_name, directive, argument) if argument.startswith('"') else argument
            return tuple(split_list(cls.field_name, names))
        if takes == "seconds" or argument is not None:
            raise FieldError(f"{cls.field_name}: {directive} takes {_WORDS[takes]}")
        return True

    def encode(self) -> bytes:
        written = []
        for directive in ARGUMENTS:
            value = getattr(self, directive.replace("-", "_"))
            if value is True:
                written.append(directive)
            elif isinstance(value, tuple):
                written.append(f'{directive}="{", ".join(value)}"')
            elif value is not None and value is not False:
                written.append(f"{directive}={value}")
        return ", ".join((*written, *self.extensions)).encode("ascii")
