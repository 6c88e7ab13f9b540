"""Strict-Transport-Security (RFC 6797 section 6.1): for how long a browser asks this host over HTTPS only."""

from __future__ import annotations

import dataclasses
import re
from datetime import timedelta
from typing import ClassVar, Self

from antiphon.headers.field import FieldError
from antiphon.headers.values.extensions import extension_texts
from antiphon.headers.values.numbers import read_number, whole_seconds
from antiphon.headers.values.quoted_string import unquote
from antiphon.headers.values.tokens import check_flag
from antiphon.headers.values.wire_text import wire_text
from antiphon.http.grammar import DIRECTIVE

#: [ directive ] *( ";" [ directive ] )
_DIRECTIVES = re.compile(rf"(?:{DIRECTIVE.pattern})?(?:[ \t]*;[ \t]*(?:{DIRECTIVE.pattern})?)*")


@dataclasses.dataclass(frozen=True, slots=True)
class StrictTransportSecurity:
    """A time in whole seconds, as an int or a timedelta; 0 ends it. It must be said whether subdomains are included.

    `preload` asks for a place on the list that browsers are shipped with. `extensions` are directives that no standard
    knows, as they are written. Raises FieldError for a negative time or a fraction of a second.
    """

    field_name: ClassVar[str] = "Strict-Transport-Security"
    examples: ClassVar[tuple[str, ...]] = (
        "max-age=31536000",
        "max-age=31536000; includeSubDomains",
        "max-age=63072000; includeSubDomains; preload",
        "max-age=0",
    )

    max_age: int | timedelta
    """The seconds for which browsers come by HTTPS alone; 0 ends it."""
    include_subdomains: bool = dataclasses.field(kw_only=True)
    """Whether it holds for every host below this one."""
    preload: bool = dataclasses.field(default=False, kw_only=True)
    """Whether the host asks for a place on the list that browsers are shipped with."""
    extensions: tuple[str, ...] = dataclasses.field(default=(), kw_only=True)
    """Further directives, as they are written."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "max_age", whole_seconds(self.field_name, "max-age", self.max_age))
        check_flag(self.field_name, "include_subdomains", self.include_subdomains)
        check_flag(self.field_name, "preload", self.preload)
        object.__setattr__(self, "extensions", extension_texts(self.field_name, self.extensions))
        known = {"max-age", "includesubdomains", "preload"}
        for extension in self.extensions:
            match = DIRECTIVE.fullmatch(extension) if extension.isascii() else None
            if match is None or match[1].lower() in known:
                raise FieldError(f"{self.field_name}: {extension!r} is not a further directive (name or name=value)")
            known.add(match[1].lower())

    @classmethod
    def decode(cls, value: str) -> Self:
        """Raises FieldError without max-age, for a directive twice, and for an argument that does not fit."""
        if not _DIRECTIVES.fullmatch(wire_text(cls.field_name, value)) or not value.isascii():
            raise FieldError(f"{cls.field_name}: {value!r} is not a list of directives with semicolons between them")
        said: dict[str, str | None] = {}
        extensions = []
        for match in DIRECTIVE.finditer(value):
            name = match[1].lower()
            if name in said:
                # Section 6.1: "All directives MUST appear only once".
                raise FieldError(f"{cls.field_name}: {match[1]} is said twice")
            said[name] = match[2]
            if name not in ("max-age", "includesubdomains", "preload"):
                extensions.append(match[0])
        max_age = said.get("max-age")
        if max_age is None:
            raise FieldError(f"{cls.field_name}: {value!r} has no max-age=SECONDS, without which all of it is ignored")
        if said.get("includesubdomains") is not None or said.get("preload") is not None:
            raise FieldError(f"{cls.field_name}: includeSubDomains and preload take no value")
        if max_age.startswith('"'):
            max_age = unquote(cls.field_name, "max-age", max_age)
        return cls(
            read_number(cls.field_name, "max-age", max_age),
            include_subdomains="includesubdomains" in said,
            preload="preload" in said,
            extensions=tuple(extensions),
        )

    def encode(self) -> bytes:
        parts = [f"max-age={self.max_age}"]
        parts += ["includeSubDomains"] * self.include_subdomains + ["preload"] * self.preload
        return "; ".join((*parts, *self.extensions)).encode("ascii")
