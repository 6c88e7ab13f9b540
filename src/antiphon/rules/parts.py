"""One response taken apart once, for all the rules that judge it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import TYPE_CHECKING, NamedTuple

from antiphon.http import set_cookie
from antiphon.http.dates import parse_http_date
from antiphon.http.secrets import disguised, holds_cookies
from antiphon.http.set_cookie import Cookie
from antiphon.http.status import may_carry_content
from antiphon.rules.seen import FieldLine, SeenBody, SeenLine, SeenResponse, SeenSite, as_spec

if TYPE_CHECKING:
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
        "_asked", "_fixed", "_joined", "_lines", "_media_types", "_numbers", "_response", "_sent",
        "body", "captured", "cookies", "method", "params", "site", "status",
    )  # fmt: skip

    def __init__(self, response: ResponseSpec | SeenResponse, *, captured: bool = False) -> None:
        self._response = response
        #: Whether antiphon did not build it.
        self.captured: bool = captured
        self.status: int = response.status
        self.body: BodySpec | SeenBody = response.body
        self.site: SiteSpec | SeenSite | None = response.site
        self.method: str | None = response.method
        self.params: tuple[ParamSpec, ...] = response.params
        declared: tuple[FieldLine, ...] = response.headers
        self._lines = [(f"headers[{i}]", line) for i, line in enumerate(declared)]
        self._lines += _added(response)
        self._numbers: dict[str, list[int]] = {}
        for number, (_, header) in enumerate(self._lines):
            self._numbers.setdefault(header.name.lower(), []).append(number)
        self._joined: dict[str, Joined | None] = {}
        # Several rules ask for the same fields, and each of them is looked up once.
        self._asked: dict[tuple[str, ...], tuple[tuple[str, FieldLine], ...]] = {}
        self._fixed: dict[tuple[str, ...], tuple[tuple[str, str], ...]] = {}
        self._media_types: tuple[tuple[str, str], ...] | None = None
        self._sent: tuple[datetime | None] | None = None
        #: Each cookie as a browser reads it: those of the spec, and those of Set-Cookie field lines. A line that joins
        #: several cookies is left out: it has a rule of its own (CK082).
        self.cookies: tuple[tuple[str, Cookie], ...] = self._cookies()

    @property
    def spec(self) -> ResponseSpec:
        """The response as a spec: of one that was seen, it is made here, which loads pydantic."""
        return as_spec(self._response) if isinstance(self._response, SeenResponse) else self._response

    def _cookies(self) -> tuple[tuple[str, Cookie], ...]:
        declared: tuple[Cookie, ...] = self._response.cookies
        found = [(f"cookies[{i}]", set_cookie.folded(cookie)) for i, cookie in enumerate(declared)]
        for path, value in self.as_written("Set-Cookie"):
            if not set_cookie.is_joined(value):
                found.append((f"{path}.value", set_cookie.read(value)))
        return tuple(found)

    @property
    def sent(self) -> datetime | None:
        """The moment that its own Date names, or now for a declaration; None where a capture does not say it."""
        if self._sent is None:
            dates = (parse_http_date(value) for _, value in self.values("Date"))
            now = None if self.captured else datetime.now(UTC)
            self._sent = (next((moment for moment in dates if moment), now),)
        return self._sent[0]

    def deletes(self, cookie: Cookie) -> bool:
        """Whether a cookie's lifetime is over when it arrives; a capture is judged by its own Date."""
        return set_cookie.is_deletion(cookie, at=self.sent)

    def headers(self, *names: str) -> tuple[tuple[str, FieldLine], ...]:
        """Each field line with its path, in order; only those of the given names, in any case, where any are given.

        A rule that asks for all lines may show any value, so the values of cookies among them are disguised.
        """
        found = self._asked.get(names)
        if found is None:
            found = self._asked[names] = tuple(self._named(names))
        return found

    def _named(self, names: tuple[str, ...]) -> Iterator[tuple[str, FieldLine]]:
        if not names:
            return ((path, _without_secrets(header)) for path, header in self._lines)
        numbers = [number for name in names for number in self._numbers.get(name.lower(), ())]
        if len(names) > 1:
            numbers.sort()
        return (self._lines[number] for number in numbers)

    def values(self, *names: str) -> tuple[tuple[str, str], ...]:
        """The path and the value of each field line of these names that has one; of a template a sample.

        Whitespace around a value is not part of it (RFC 9110 section 5.5); HD004 speaks of it, and no other rule.
        """
        found = self._fixed.get(names)
        if found is None:
            fixed = ((path, _fixed(header)) for path, header in self.headers(*names))
            found = self._fixed[names] = tuple((path, value.strip(" \t")) for path, value in fixed if value is not None)
        return found

    def as_written(self, *names: str) -> Iterator[tuple[str, str]]:
        """The path and the value of each field line that has one, with the whitespace around it.

        Of Set-Cookie it counts: a blank in front of a cookie's name is not part of what comes back.
        """
        fixed = ((path, _fixed(header)) for path, header in self.headers(*names))
        return ((path, value) for path, value in fixed if value is not None)

    @property
    def own_media_type(self) -> str | None:
        """The media type that the body declares; empty where a field says it.

        None where the name of a file says it, and for the kinds of bodies that have none or a fixed one.
        """
        return getattr(self.body, "media_type", None)

    def media_types(self) -> tuple[tuple[str, str], ...]:
        """Each media type of the content with its path: the body's own, unless it is empty, and those of field lines.

        There are none where the status lets no content follow: what the type says of it does not matter then.
        """
        if self._media_types is None:
            self._media_types = tuple(self._of_content()) if may_carry_content(self.status) else ()
        return self._media_types

    def _of_content(self) -> Iterator[tuple[str, str]]:
        if self.body.kind == "problem":
            yield "body", "application/problem+json"
        if self.own_media_type:
            yield "body.media_type", self.own_media_type
        yield from self.values("Content-Type")

    def has(self, *names: str) -> bool:
        """Whether there is a line of one of these fields."""
        return any(name.lower() in self._numbers for name in names)

    def joined(self, name: str) -> Joined | None:
        """All lines of a field in one (RFC 9110 section 5.3).

        None where the field is absent, or where one of its lines varies with each response.
        """
        key = name.lower()
        if key not in self._joined:
            lines = self.headers(name)
            values = [header.value.strip(" \t") for _, header in lines if header.value is not None]
            whole = bool(lines) and len(values) == len(lines)
            self._joined[key] = Joined(lines[0][0], ", ".join(values)) if whole else None
        return self._joined[key]

    def present(self) -> frozenset[str]:
        """The names of its fields in lower case; that of Set-Cookie wherever there is a cookie."""
        return frozenset((*self._numbers, "set-cookie") if self.cookies else self._numbers)

    def spellings(self, *names: str) -> list[str]:
        """Those of the names that the response has, each as its last line spells it."""
        return [self._lines[self._numbers[name.lower()][-1]][1].name for name in names if name.lower() in self._numbers]


def _added(response: ResponseSpec | SeenResponse) -> list[tuple[str, FieldLine]]:
    """The lines that the body adds where the response has none of the same name."""
    if response.body.kind != "events":
        return []
    fields = enumerate(response.body.fields)
    return [(f"body.fields[{i}]", line) for i, line in fields if response.header(line.name) is None]


def _without_secrets(header: FieldLine) -> FieldLine:
    if header.value is None or not holds_cookies(header.name):
        return header
    return SeenLine(header.name, disguised(header.value))


def within(path: str, part: str) -> str:
    """The path of one part of a cookie. A cookie that was read from a field line has no parts."""
    return path if not part or path.startswith("headers") else f"{path}.{part}"


def _fixed(header: FieldLine) -> str | None:
    """The value of a line, or a sample of its template; None where a param supplies it."""
    if header.template is None:
        return header.value
    from antiphon.http.field_template import sample  # declarations alone have templates

    return sample(header.name, header.template)
