"""Content-Disposition (RFC 6266): whether the content is shown or saved, and under which file name."""

from __future__ import annotations

import dataclasses
import re
import unicodedata
from collections.abc import Iterator
from typing import ClassVar, Literal, Self

from antiphon.headers.field import FieldError
from antiphon.headers.values.extended_value import read_extended, write_extended
from antiphon.headers.values.extensions import extension_texts
from antiphon.headers.values.parameters import read_parameters
from antiphon.headers.values.quoted_string import quote
from antiphon.headers.values.tokens import check_choice
from antiphon.headers.values.wire_text import wire_text
from antiphon.http.file_names import dangers, faults, sendable
from antiphon.http.grammar import TOKEN

#: RFC 6266 appendix D: what a plain `filename` had better not hold. Browsers disagree on escapes and on `%41`; Chromium
#: reads an encoded word (`=?utf-8?q?a?=`) and strips a space in front, which it does in no `filename*`.
_DISPUTED = re.compile(r'["%\\]|[^ -~]|=\?|\A | \Z')


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

    field_name: ClassVar[str] = "Content-Disposition"
    examples: ClassVar[tuple[str, ...]] = (
        "inline",
        'attachment; filename="report 2026.pdf"',
        "attachment; filename=\"_ rates.txt\"; filename*=UTF-8''%E2%82%AC%20rates.txt",
    )

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
    ) -> None:
        check_choice(self.field_name, disposition, ("attachment", "inline"))
        if filename is not None:
            filename = sendable(_text("filename", filename)) or None
        if filename is not None and fallback is None and _DISPUTED.search(filename):
            fallback = _ascii(filename)
        extensions = extension_texts(self.field_name, extensions)
        written = "".join(f";{extension}" for extension in extensions)
        parameters, end = read_parameters(self.field_name, written)
        if end != len(written) or len(parameters) != len(extensions) or any(p.value is None for p in parameters):
            raise FieldError(f"{self.field_name}: {extensions!r} are not parameters of the form name=value")
        if any(p.name in ("filename", "filename*") for p in parameters):
            raise FieldError(f"{self.field_name}: the file name has a parameter of its own")
        self._hold(disposition, filename, fallback, extensions)

    @classmethod
    def attachment(cls, filename: str | None = None) -> Self:
        """The content is saved, under this name: any text, such as the name of a user's upload.

        Raises FieldError only where the name is not text at all. The class says what becomes of which name.
        """
        return cls("attachment", filename=filename)

    @classmethod
    def inline(cls, filename: str | None = None) -> Self:
        """The content is shown where the browser can show it, and saved under this name, which may be any text."""
        return cls("inline", filename=filename)

    def _hold(self, disposition: str, filename: str | None, fallback: str | None, extensions: tuple[str, ...]) -> None:
        if filename is not None:
            lost = (has for has, dangerous in faults(filename) if dangerous or not filename)
            _check_name("filename", filename, lost)
        if fallback is not None:
            _check_name("fallback", fallback, dangers(_text("fallback", fallback)))
            if filename is None:
                raise FieldError(f"{self.field_name}: a fallback goes with a filename")
            if not fallback.isascii():
                raise FieldError(f"{self.field_name}: the fallback {fallback!r} is not ASCII")
        object.__setattr__(self, "disposition", disposition)
        object.__setattr__(self, "filename", filename)
        object.__setattr__(self, "fallback", fallback)
        object.__setattr__(self, "extensions", extensions)

    @classmethod
    def decode(cls, value: str) -> Self:
        """Any disposition type, as a declaration may hold it.

        Raises FieldError where the grammar does not admit it, and for a type with a dot, which is a file name.
        """
        match = TOKEN.match(wire_text(cls.field_name, value))
        parameters, end = read_parameters(cls.field_name, value, match.end() if match else 0)
        if match is None or end != len(value) or any(p.value is None for p in parameters):
            raise FieldError(
                f"{cls.field_name}: {value!r} is not a disposition type and then parameters (; name=value)"
            )
        if "." in match[0]:
            raise FieldError(f'{cls.field_name}: {value!r} has a file name alone; write `attachment; filename="..."`')
        said = {p.name: p for p in parameters}
        plain, extended = said.pop("filename", None), said.pop("filename*", None)
        filename = fallback = plain.value if plain else None
        if extended is None:
            fallback = None
        else:
            filename = read_extended(cls.field_name, "filename*", extended.written.partition("=")[2])
            if fallback is None and _DISPUTED.search(filename):
                fallback = _ascii(filename)
        for name in (name for name in said if name.endswith("*")):
            read_extended(cls.field_name, name, said[name].written.partition("=")[2])
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


def _text(what: str, name: object) -> str:
    if isinstance(name, str):
        return name
    raise FieldError(f"Content-Disposition: the {what} {name!r} is {type(name).__qualname__} where text is needed")


def _check_name(what: str, name: str, has: Iterator[str]) -> None:
    # RFC 6266 section 4.3: recipients MUST NOT be able to write into any location other than one to which they are
    # specifically entitled.
    if fault := next(has, None):
        raise FieldError(f"Content-Disposition: the {what} {name!r} has {fault}")


def _ascii(name: str) -> str:
    """The name with accents left out and `_` for whatever else a plain `filename` had better not hold."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    return sendable(re.sub(r'[^ -~]|["%]', "_", plain).strip(" ")) or "download"
