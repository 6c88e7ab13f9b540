"""Content-Disposition (RFC 6266): whether the content is shown or saved, and under which file name."""

from __future__ import annotations

import dataclasses
import re
import unicodedata
from typing import ClassVar, Literal, Self

from antiphon.headers.field import FieldError
from antiphon.headers.values.extended_value import read_extended, write_extended
from antiphon.headers.values.parameters import read_parameters
from antiphon.headers.values.quoted_string import quote
from antiphon.headers.values.tokens import check_choice
from antiphon.http.grammar import TOKEN

#: RFC 6266 appendix D: what a plain `filename` had better not hold. Browsers disagree on escapes and on `%41`.
_DISPUTED = re.compile(r'["%]|[^ -~]')
#: The controls of writing direction, with which a name that ends in `.exe` is made to look as if it ended in `.txt`.
_DIRECTIONS = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


@dataclasses.dataclass(frozen=True, slots=True, init=False)
class ContentDisposition:
    """`attachment` is saved, `inline` is shown; `filename` is any text that can name a file in a folder.

    A name outside ASCII is sent as `filename*`, beside a `filename` for old clients: `fallback`, or one made of the
    name. `extensions` are further parameters, as they are written. Raises FieldError for a name with a path separator,
    a control or a control of writing direction, for `.` and `..`, and for a fallback outside ASCII.
    """

    field_name: ClassVar[str] = "Content-Disposition"
    examples: ClassVar[tuple[str, ...]] = (
        "inline",
        'attachment; filename="report 2026.pdf"',
        "attachment; filename=\"_ rates.txt\"; filename*=UTF-8''%E2%82%AC%20rates.txt",
    )

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
    ) -> None:
        check_choice(self.field_name, disposition, ("attachment", "inline"))
        if filename is not None and fallback is None:
            _check_name("filename", filename)
            fallback = _ascii(filename) if _DISPUTED.search(filename) else None
        written = "".join(f";{extension}" for extension in extensions)
        parameters, end = read_parameters(self.field_name, written)
        if end != len(written) or len(parameters) != len(extensions) or any(p.value is None for p in parameters):
            raise FieldError(f"{self.field_name}: {extensions!r} are not parameters of the form name=value")
        if any(p.name in ("filename", "filename*") for p in parameters):
            raise FieldError(f"{self.field_name}: the file name has a parameter of its own")
        self._hold(disposition, filename, fallback, tuple(extensions))

    def _hold(self, disposition: str, filename: str | None, fallback: str | None, extensions: tuple[str, ...]) -> None:
        if filename is not None:
            _check_name("filename", filename)
        if fallback is not None:
            _check_name("fallback", fallback)
            if filename is None:
                raise FieldError(f"{self.field_name}: a fallback stands beside a filename")
            if not fallback.isascii():
                raise FieldError(f"{self.field_name}: the fallback {fallback!r} is not ASCII")
        object.__setattr__(self, "disposition", disposition)
        object.__setattr__(self, "filename", filename)
        object.__setattr__(self, "fallback", fallback)
        object.__setattr__(self, "extensions", extensions)

    @classmethod
    def decode(cls, value: str) -> Self:
        """Any disposition type, as a declaration may hold it. Raises FieldError where the grammar does not admit it."""
        match = TOKEN.match(value)
        parameters, end = read_parameters(cls.field_name, value, match.end() if match else 0)
        if match is None or end != len(value) or any(p.value is None for p in parameters):
            raise FieldError(
                f"{cls.field_name}: {value!r} is not a disposition type and then parameters (; name=value)"
            )
        said = {p.name: p for p in parameters}
        plain, extended = said.pop("filename", None), said.pop("filename*", None)
        filename = fallback = plain.value if plain else None
        if extended is None:
            fallback = None
        else:
            filename = read_extended(cls.field_name, "filename*", extended.written.partition("=")[2])
            if fallback is None and _DISPUTED.search(filename):
                fallback = _ascii(filename)
        made = object.__new__(cls)
        made._hold(match[0].lower(), filename, fallback, tuple(p.written for p in said.values()))
        return made

    def encode(self) -> bytes:
        parts = [self.disposition]
        if self.filename is not None:
            parts.append(f"filename={quote(self.field_name, 'filename', self.fallback or self.filename)}")
            if self.fallback is not None:
                parts.append(f"filename*={write_extended(self.field_name, 'filename', self.filename)}")
        return "; ".join((*parts, *self.extensions)).encode("ascii")


def _check_name(what: str, name: str) -> None:
    # RFC 6266 section 4.3: recipients MUST NOT be able to write into any location other than one to which they are
    # specifically entitled; browsers rewrite what is refused here, so the file would not have the declared name.
    problem = None
    if not isinstance(name, str) or not name:
        problem = "names no file"
    elif name in (".", ".."):
        problem = "names a folder"
    elif "/" in name or "\\" in name:
        problem = "has a path separator"
    elif any(unicodedata.category(character) in ("Cc", "Cs", "Zl", "Zp") for character in name):
        problem = "has a control character"
    elif not _DIRECTIONS.isdisjoint(name):
        problem = "has a control of writing direction"
    if problem:
        raise FieldError(f"Content-Disposition: the {what} {name!r} {problem}")


def _ascii(name: str) -> str:
    """The name with accents left out and `_` for whatever else a plain `filename` had better not hold."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    plain = re.sub(r'[^ -~]|["%/\\]', "_", plain)
    return "_" if plain in ("", ".", "..") else plain
