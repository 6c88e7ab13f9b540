# Written by `nox -s generate` from src; do not edit.
"""Content-Disposition (RFC 6266): whether the content is shown or saved, and under which file name."""

import dataclasses
from typing import ClassVar, Literal, Self

@dataclasses.dataclass(frozen=True, slots=True, init=False)
class ContentDisposition:
    """`attachment` is saved, `inline` is shown; `filename` is any text that can name a file in a folder.

    A name outside ASCII is sent as `filename*`, beside a `filename` for old clients: `fallback`, or one made of the
    name. `extensions` are further parameters, as they are written. Raises FieldError for a name with a path separator,
    a control or a control of writing direction, for `.` and `..`, and for a fallback outside ASCII.
    """

    field_name: ClassVar[str]
    examples: ClassVar[tuple[str, ...]]
    disposition: str
    filename: str | None
    fallback: str | None
    extensions: tuple[str, ...]

    def __init__(
        self,
        disposition: Literal["attachment", "inline"],
        *,
        filename: str | None = None,
        fallback: str | None = None,
        extensions: tuple[str, ...] = (),
    ) -> None: ...
    @classmethod
    def decode(cls, value: str) -> Self:
        """Any disposition type, as a declaration may hold it. Raises FieldError where the grammar does not admit it."""

    def encode(self) -> bytes: ...
