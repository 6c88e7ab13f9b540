"""Location (RFC 9110 section 10.2.2): where to go next, or where the new resource is."""

from __future__ import annotations

from typing import ClassVar, Self

from antiphon.headers.field import FieldError
from antiphon.headers.values.text_field import TextField
from antiphon.headers.values.uri_reference import check_reference
from antiphon.http.grammar import PATH_OCTETS, URI

#: As a global it is found sooner than as a method of str.
_new = str.__new__


class Location(TextField):
    """A URI-reference, checked when it is made.

    `Location(target)` stays on the origin that answers: it takes a relative reference only, so a target that came from
    a user cannot lead elsewhere. `Location.external(url)` says that leaving is intended.
    """

    __slots__ = ()
    field_name: ClassVar[str] = "Location"
    examples: ClassVar[tuple[str, ...]] = ("/users/1", "../list?page=2#top", "https://example.com/")

    def __new__(cls, target: str) -> Self:
        """Raises FieldError unless `target` is a relative reference that stays on its origin."""
        try:
            octets = target.encode()
            # The common case, a plain path, costs one table look-up an octet; all else is read by the full grammar.
            # Of plain paths, those whose second octet sorts before "0" ("//" among them) are read by it, too.
            if b"/0" <= octets < b"0" and octets.translate(PATH_OCTETS) == octets:
                return _new(cls, target)
        except AttributeError:
            msg = f"Location: {target!r} is not text"
            raise FieldError(msg) from None
        except UnicodeError:
            pass
        check_reference(cls.field_name, target)
        if URI.fullmatch(target) or target.startswith("//"):
            msg = f"Location: {target!r} leaves its origin; Location.external(...) says that this is intended"
            raise FieldError(msg)
        return str.__new__(cls, target)

    @classmethod
    def external(cls, url: str) -> Self:
        """A target on any origin. Raises FieldError unless `url` is an absolute http or https URL."""
        match = URI.fullmatch(url) if isinstance(url, str) else None
        if match is None or match["scheme"].lower() not in ("http", "https") or not match["host"]:
            msg = f"Location: {url!r} is not an absolute http or https URL"
            raise FieldError(msg)
        return str.__new__(cls, url)

    @classmethod
    def untrusted(cls, value: str) -> Self:
        """Read a param of type `str`: by the constructor itself, so that user input stays on its origin."""
        return cls(value)

    @classmethod
    def decode(cls, value: str) -> Self:
        """Any URI-reference, as a declaration may hold it. Raises FieldError for anything else."""
        check_reference(cls.field_name, value)
        return str.__new__(cls, value)
