"""CDN-Cache-Control (RFC 9213 section 3.1): what Cache-Control says, for the caches that serve the origin alone."""

from __future__ import annotations

from typing import ClassVar, Self

from antiphon.headers.cache_control import CacheControl
from antiphon.headers.field import FieldError
from antiphon.headers.structured.reading import read_dictionary
from antiphon.headers.structured.writing import write_dictionary


class CDNCacheControl(CacheControl):
    """Response directives as in Cache-Control, which a cache that knows this field heeds instead.

    It is a structured dictionary: raises FieldError for what Cache-Control would refuse, and for an extension that is
    no member of one.
    """

    __slots__ = ()
    field_name: ClassVar[str] = "CDN-Cache-Control"
    examples: ClassVar[tuple[str, ...]] = ("no-store", "max-age=600, stale-if-error=86400")

    def __post_init__(self) -> None:
        super().__post_init__()
        self._canonical(self.encode().decode("ascii"))

    @classmethod
    def decode(cls, value: str) -> Self:
        return super().decode(cls._canonical(value))

    @classmethod
    def _canonical(cls, text: str) -> str:
        try:
            return write_dictionary(read_dictionary(text))
        except FieldError as error:
            raise FieldError(f"{cls.field_name}: {error}") from None
