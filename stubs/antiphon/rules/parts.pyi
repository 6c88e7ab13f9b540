# Written by `nox -s generate` from src; do not edit.
"""One response taken apart once, for all the rules that judge it."""

from collections.abc import Iterator
from datetime import datetime
from typing import NamedTuple

from antiphon.http.set_cookie import Cookie
from antiphon.rules.seen import FieldLine, SeenBody, SeenResponse, SeenSite
from antiphon.spec import ParamSpec, ResponseSpec, SiteSpec
from antiphon.spec.bodies import BodySpec

class Joined(NamedTuple):
    """All lines of one field as the one value that recipients make of them, under the path of the first."""

    path: str
    value: str

class ResponseParts:
    """A response as rules walk through it: field lines by name, and cookies as browsers read them, with their paths.

    It is made once in `check` and handed to every rule, so that judging takes time in proportion to the response.
    """

    __slots__ = (
        "_asked",
        "_fixed",
        "_joined",
        "_lines",
        "_media_types",
        "_numbers",
        "_response",
        "_sent",
        "body",
        "captured",
        "cookies",
        "method",
        "params",
        "site",
        "status",
    )
    captured: bool
    status: int
    body: BodySpec | SeenBody
    site: SiteSpec | SeenSite | None
    method: str | None
    params: tuple[ParamSpec, ...]
    cookies: tuple[tuple[str, Cookie], ...]

    def __init__(self, response: ResponseSpec | SeenResponse, *, captured: bool = False) -> None: ...
    @property
    def spec(self) -> ResponseSpec:
        """The response as a spec: of one that was seen, it is made here, which loads pydantic."""

    @property
    def sent(self) -> datetime | None:
        """The moment that its own Date names, or now for a declaration; None where a capture does not say it."""

    def deletes(self, cookie: Cookie) -> bool:
        """Whether a cookie's lifetime is over when it arrives; a capture is judged by its own Date."""

    def headers(self, *names: str) -> tuple[tuple[str, FieldLine], ...]:
        """Each field line with its path, in order; only those of the given names, in any case, where any are given.

        A rule that asks for all lines may show any value, so the values of cookies among them are disguised.
        """

    def values(self, *names: str) -> tuple[tuple[str, str], ...]:
        """The path and the value of each field line of these names that has one; of a template a sample.

        Whitespace around a value is not part of it (RFC 9110 section 5.5); HD004 speaks of it, and no other rule.
        """

    def as_written(self, *names: str) -> Iterator[tuple[str, str]]:
        """The path and the value of each field line that has one, with the whitespace around it.

        Of Set-Cookie it counts: a blank in front of a cookie's name is not part of what comes back.
        """

    @property
    def own_media_type(self) -> str | None:
        """The media type that the body declares; empty where a field says it.

        None where the name of a file says it, and for the kinds of bodies that have none or a fixed one.
        """

    def media_types(self) -> tuple[tuple[str, str], ...]:
        """Each media type of the content with its path: the body's own, unless it is empty, and those of field lines.

        There are none where the status lets no content follow: what the type says of it does not matter then.
        """

    def has(self, *names: str) -> bool:
        """Whether there is a line of one of these fields."""

    def joined(self, name: str) -> Joined | None:
        """All lines of a field in one (RFC 9110 section 5.3).

        None where the field is absent, or where one of its lines varies with each response.
        """

    def present(self) -> frozenset[str]:
        """The names of its fields in lower case; that of Set-Cookie wherever there is a cookie."""

    def spellings(self, *names: str) -> list[str]:
        """Those of the names that the response has, each as its last line spells it."""

def within(path: str, part: str) -> str:
    """The path of one part of a cookie. A cookie that was read from a field line has no parts."""

def _fixed(header: FieldLine) -> str | None:
    """The value of a line, or a sample of its template; None where a param supplies it."""
