# Written by `nox -s generate` from src; do not edit.
"""CDN-Cache-Control (RFC 9213 section 3.1): what Cache-Control says, for the caches that serve the origin alone."""

from typing import ClassVar, Self

from antiphon.headers.cache_control import CacheControl

class CDNCacheControl(CacheControl):
    """Response directives as in Cache-Control, which a cache that knows this field heeds instead.

    It is a structured dictionary: raises FieldError for what Cache-Control would refuse, and for an extension that is
    no member of one.
    """

    __slots__ = ()
    field_name: ClassVar[str]
    examples: ClassVar[tuple[str, ...]]

    def __post_init__(self) -> None: ...
    @classmethod
    def decode(cls, value: str) -> Self: ...
