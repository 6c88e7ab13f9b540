# Written by `nox -s generate` from src; do not edit.
"""Strict-Transport-Security (RFC 6797 section 6.1): for how long a browser asks this host over HTTPS only."""

import dataclasses
from datetime import timedelta
from typing import ClassVar, Self

@dataclasses.dataclass(frozen=True, slots=True)
class StrictTransportSecurity:
    """A time in whole seconds, as an int or a timedelta; 0 ends it. It must be said whether subdomains are included.

    `preload` asks for a place on the list that browsers are shipped with. `extensions` are directives that no standard
    knows, as they are written. Raises FieldError for a negative time or a fraction of a second.
    """

    field_name: ClassVar[str]
    examples: ClassVar[tuple[str, ...]]
    max_age: int | timedelta
    """The seconds for which browsers come by HTTPS alone; 0 ends it."""
    include_subdomains: bool = dataclasses.field(kw_only=True)
    """Whether it holds for every host below this one."""
    preload: bool = dataclasses.field(default=False, kw_only=True)
    """Whether the host asks for a place on the list that browsers are shipped with."""
    extensions: tuple[str, ...] = dataclasses.field(default=(), kw_only=True)
    """Further directives, as they are written."""

    def __post_init__(self) -> None: ...
    @classmethod
    def decode(cls, value: str) -> Self:
        """Raises FieldError without max-age, for a directive twice, and for an argument that does not fit."""

    def encode(self) -> bytes: ...
