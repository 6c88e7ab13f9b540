"""Location (RFC 9110 section 10.2.2): where to go next, or where the new resource is."""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import ClassVar, Self

from antiphon.headers.field import FieldError
from antiphon.headers.values.text_field import TextField
from antiphon.headers.values.uri_reference import check_reference
from antiphon.http.grammar import PATH_OCTETS, URI
from antiphon.http.parsing.target import DEFAULT_PORTS, host_behind
from antiphon.http.targets import UNSAFE_SCHEMES, WEB_SCHEMES, target_fault

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
            msg = f"Location: {target!r} leaves its origin"
            raise FieldError(msg, help="Location.external(...) says that this is intended")
        return _new(cls, _followed(target))

    @classmethod
    def external(cls, url: str, *, schemes: Collection[str] = ()) -> Self:
        """A target on any origin, or in an app.

        `url` is an absolute http or https URL, or has an app's scheme: a reversed domain name such as `com.example.app`
        (RFC 8252 section 7.1), or one of `schemes`. Given `schemes`, no other is taken, http and https included.
        Raises FieldError for any other URL, for user information in front of a host, and for a scheme that browsers
        never follow, such as `javascript`, whether or not it is listed.
        """
        match = URI.fullmatch(url) if isinstance(url, str) else None
        if match is None:
            raise FieldError(f"Location: {url!r} is not an absolute URL")
        if isinstance(schemes, str):  # "http" in "https" is true of texts
            raise FieldError(f"Location: the schemes {schemes!r} are one text", help=f'write schemes=("{schemes}",)')
        scheme = match["scheme"].lower()
        allowed = scheme in map(str.lower, schemes) if schemes else scheme in WEB_SCHEMES or "." in scheme
        if not allowed and scheme not in UNSAFE_SCHEMES:
            listed = f'Location.external(..., schemes=("{scheme}",)) allows it'
            raise FieldError(f"Location: {url!r} has the scheme {scheme!r}, which is not allowed here", help=listed)
        if scheme in WEB_SCHEMES and not match["host"]:
            raise FieldError(f"Location: {url!r} names no host")
        return _new(cls, _followed(url))

    @classmethod
    def within(cls, url: str, origin: str) -> Self:
        """An absolute URL of one's own origin, such as `https://shop.example`, or a relative reference.

        For text that names the host itself, such as what `url_for` gives or a user sends as `next`. Raises FieldError
        for a URL of any other origin, and as `Location(...)` and `Location.external(...)` do.
        """
        match = URI.fullmatch(url) if isinstance(url, str) else None
        if match is None or match["scheme"].lower() not in WEB_SCHEMES:
            return cls(url)
        if not isinstance(origin, str) or (own := _origin(URI.fullmatch(origin))) is None:
            raise FieldError(f"Location: {origin!r} is not an origin", help='give one such as "https://shop.example"')
        if _origin(match) != own:
            raise FieldError(
                f"Location: {url!r} is not on {origin}", help="Location.external(...) says that this is intended"
            )
        return cls.external(url)

    @classmethod
    def untrusted(cls, value: str) -> Self:
        """Read a param of type `str`: by the constructor itself, so that user input stays on its origin."""
        return cls(value)

    @classmethod
    def decode(cls, value: str) -> Self:
        """Any URI-reference that clients follow. Raises FieldError for anything else."""
        check_reference(cls.field_name, value)
        if host_behind(value) is not None:
            raise FieldError(
                f"Location: {value!r} leads to a host without saying so", help="write `https://` and the host"
            )
        return _new(cls, _followed(value))


def _origin(match: re.Match[str] | None) -> tuple[str, str, str] | None:
    """The scheme, host and port of a URL, as browsers compare them; None where it has no host."""
    if match is None or not match["host"]:
        return None
    scheme = match["scheme"].lower()
    return scheme, match["host"].lower(), match["port"] or DEFAULT_PORTS.get(scheme, "")


def _followed(target: str) -> str:
    """The target itself. Raises FieldError where clients do not go where it seems to lead."""
    fault = target_fault(target)
    if fault is not None:
        raise FieldError(f"Location: {target!r} {fault.what}", help=fault.help)
    return target
