# Written by `nox -s generate` from src; do not edit.
"""Content-Disposition (RFC 6266): whether the content is shown or saved, and under which file name."""

import dataclasses
from typing import ClassVar, Literal, Self

@dataclasses.dataclass(frozen=True, slots=True, init=False)
class ContentDisposition:
    """`attachment` is saved, `inline` is shown, under `filename`, which may be any text, a user's own included.

    `ContentDisposition.attachment(name)` and `.inline(name)` are the short forms.

    `filename` holds the name as it is sent, and that name survives: what browsers would replace (a path separator, a
    control, an invisible character, one of `:*?"<>|`) is `_`, a name of dots and dashes alone is `download`, and one of
    more than 244 octets is cut before its extension. An empty one is None. Dots and spaces at its ends stay, though
    browsers trim them.

    A name outside ASCII is sent as `filename*`, beside a `filename` for old clients: `fallback`, or one made of the
    name. `extensions` are further parameters, as they are written. Raises FieldError for a fallback that is not ASCII
    or names no file, and `decode` for a name that leads out of a folder, hides what it is, or names no file.
    """

    field_name: ClassVar[str]
    examples: ClassVar[tuple[str, ...]]
    disposition: str
    """`attachment` or `inline`, or what was read."""
    filename: str | None
    """The name of the file in any script, as it is sent; None where there is none."""
    fallback: str | None
    """The name in ASCII for clients that know no other."""
    extensions: tuple[str, ...]
    """Further parameters, as they are written."""

    def __init__(
        self,
        disposition: Literal["attachment", "inline"],
        *,
        filename: str | None = None,
        fallback: str | None = None,
        extensions: tuple[str, ...] = (),
    ) -> None: ...
    @classmethod
    def attachment(cls, filename: str | None = None) -> Self:
        """The content is saved, under this name: any text, such as the name of a user's upload.

        Raises FieldError only where the name is not text at all. The class says what becomes of which name.
        """

    @classmethod
    def inline(cls, filename: str | None = None) -> Self:
        """The content is shown where the browser can show it, and saved under this name, which may be any text."""

    @classmethod
    def decode(cls, value: str) -> Self:
        """Any disposition type, as a declaration may hold it.

        Raises FieldError where the grammar does not admit it, and for a type with a dot, which is a file name.
        """

    def encode(self) -> bytes: ...
