# Written by `nox -s generate` from src; do not edit.
"""Location (RFC 9110 section 10.2.2): where to go next, or where the new resource is."""

from collections.abc import Collection
from typing import ClassVar, Self

from antiphon.headers.values.text_field import TextField

class Location(TextField):
    """A URI-reference, checked when it is made.

    `Location(target)` stays on the origin that answers: it takes a relative reference only, so a target that came from
    a user cannot lead elsewhere. `Location.external(url)` says that leaving is intended.
    """

    __slots__ = ()
    field_name: ClassVar[str]
    examples: ClassVar[tuple[str, ...]]

    def __new__(cls, target: str) -> Self:
        """Raises FieldError unless `target` is a relative reference that stays on its origin."""

    @classmethod
    def external(cls, url: str, *, schemes: Collection[str] = ()) -> Self:
        """A target on any origin, or in an app.

        `url` is an absolute http or https URL, or has an app's scheme: a reversed domain name such as `com.example.app`
        (RFC 8252 section 7.1), or one of `schemes`. Given `schemes`, no other is taken, http and https included.
        Raises FieldError for any other URL, for user information in front of a host, and for a scheme that browsers
        never follow, such as `javascript`, whether or not it is listed.
        """

    @classmethod
    def within(cls, url: str, origin: str) -> Self:
        """An absolute URL of one's own origin, such as `https://shop.example`, or a relative reference.

        For text that names the host itself, such as what `url_for` gives or a user sends as `next`. Raises FieldError
        for a URL of any other origin, and as `Location(...)` and `Location.external(...)` do.
        """

    @classmethod
    def untrusted(cls, value: str) -> Self:
        """Read a param of type `str`: by the constructor itself, so that user input stays on its origin."""

    @classmethod
    def decode(cls, value: str) -> Self:
        """Any URI-reference that clients follow. Raises FieldError for anything else."""
