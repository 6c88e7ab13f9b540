"""An example as whoever meets the rule has written it: the steps of a draft, where steps can say the same."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Any, Final, NamedTuple

from antiphon.builder import respond
from antiphon.errors import SpecError
from antiphon.interpreters.rule_pages.python_source import WIDTH, spelling
from antiphon.interpreters.rule_pages.sent import wire
from antiphon.rules.check import check
from antiphon.spec import CookieSpec, ResponseSpec
from antiphon.spec.bodies import BodySpec, BytesBody, HTMLBody, TextBody


class Declaration(NamedTuple):
    """The imports and the expression of a draft, and what that declares."""

    imports: str
    expression: str
    spec: ResponseSpec


class _Step(NamedTuple):
    name: str
    positional: tuple[Any, ...]
    named: dict[str, Any]

    def __str__(self) -> str:
        given = [*map(_spelling, self.positional), *(f"{key}={_spelling(value)}" for key, value in self.named.items())]
        return f".{self.name}({', '.join(given)})"


def declaration(example: ResponseSpec) -> Declaration | None:
    """A draft about which the rules say the same as about the example; None where no steps say that.

    A cookie of a draft is HttpOnly where the rules do not mind: nobody is to copy one that is not.
    """
    for unsaid in ({**_USUAL, "http_only": False}, _USUAL):
        try:
            steps = list(_steps(example, unsaid))
            made = _made(example.status, steps)
        except (AttributeError, SpecError, TypeError, ValueError):  # no such step, or it refuses the value
            continue
        if _seen(made) == _seen(example):
            expression = _expression(example.status, steps)
            dated = "from datetime import UTC, datetime\n\n" if "datetime(" in expression else ""
            return Declaration(f"{dated}from antiphon import respond\n", expression, made)
    return None


def _made(status: int, steps: list[_Step]) -> ResponseSpec:
    begin: Any = respond  # a status that is not known here begins a draft that is not, either
    draft = begin(status)
    for step in steps:
        draft = getattr(draft, step.name)(*step.positional, **step.named)
    made: ResponseSpec = draft.spec()
    return made


def _expression(status: int, steps: list[_Step]) -> str:
    line = f"respond({status}){''.join(map(str, steps))}"
    if len(line) + len("good = ") <= WIDTH:
        return line
    return "\n    ".join([f"(\n    respond({status})", *map(str, steps)]) + "\n)"


def _seen(spec: ResponseSpec) -> tuple[object, ...]:
    """The lines that are sent, but for HttpOnly, and the findings."""
    return wire(spec).replace("; HttpOnly", ""), {(one.code, one.message) for one in check(spec)}


def _steps(spec: ResponseSpec, unsaid: dict[str, Any]) -> Iterator[_Step]:
    """The steps that may say it. Raises ValueError for what has none."""
    if spec.params or spec.allowances or spec.examples or spec.site or spec.method:
        raise ValueError(spec)
    yield from _content(spec.body)
    for header in spec.headers:
        if header.value is None:
            raise ValueError(header)
        yield _Step("header", (str(header.name), str(header.value)), {})
    for cookie in spec.cookies:
        yield _cookie(cookie, unsaid)


def _content(body: BodySpec) -> Iterator[_Step]:
    if isinstance(body, TextBody | HTMLBody) and body.content is not None:
        yield _Step("text" if isinstance(body, TextBody) else "html", (body.content,), {})
    elif isinstance(body, BytesBody) and body.content is None:
        yield _Step("bytes", (str(body.media_type),), {})


#: The prefix that the step `host_cookie` writes itself.
_HOST: Final = "__Host-"

#: The attributes of a cookie that steps take, and what they are where nothing is said.
_USUAL: Final[dict[str, Any]] = {
    "same_site": "lax",
    "max_age": None,
    "expires": None,
    "http_only": True,
    "domain": None,
    "path": "/",
    "partitioned": False,
}


def _cookie(cookie: CookieSpec, unsaid: dict[str, Any]) -> _Step:
    said = {key: getattr(cookie, key) for key, usual in unsaid.items() if getattr(cookie, key) != usual}
    if cookie.extensions:
        raise ValueError(cookie)
    if not unsaid["http_only"]:
        said.pop("http_only", None)  # it is what a step writes where nothing is said
    step, name = "cookie" if cookie.secure else "insecure_cookie", str(cookie.name)
    if cookie.secure and name.startswith(_HOST) and not said.keys() & {"domain", "path"}:
        step, name = "host_cookie", name.removeprefix(_HOST)
    return _Step(step, (name, str(cookie.value)), said)


def _spelling(value: Any) -> str:
    if not isinstance(value, dt.datetime):
        return spelling(value)
    parts = [value.year, value.month, value.day, value.hour, value.minute, value.second]
    while len(parts) > 3 and not parts[-1]:
        parts.pop()
    return f"datetime({', '.join(map(str, parts))}, tzinfo=UTC)"
