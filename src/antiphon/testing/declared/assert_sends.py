"""Assert that a response is the declared one, and get back what it says, with its types."""

from __future__ import annotations

import contextlib
import dataclasses
from collections.abc import Callable, Iterator, Mapping
from typing import Any, Generic, TypeVar, overload

from antiphon.http.set_cookie import PlainCookie
from antiphon.reply.declare import ReplyRoot
from antiphon.reply.operation import name_of_source, spec_of
from antiphon.reply.problem_types import ProblemReply
from antiphon.responses import Response
from antiphon.runtime.cookie_value import CookieValue, declared_value
from antiphon.spec import ParamSpec, ResponseSpec
from antiphon.testing.declared.content_reading import read_content
from antiphon.testing.declared.cookie_differences import sent_cookie
from antiphon.testing.declared.difference import Difference, Unreadable
from antiphon.testing.declared.differences import differences
from antiphon.testing.declared.param_values import of_cookie, of_field, of_placeholder
from antiphon.testing.declared.seen import Seen, seen

R = TypeVar("R", bound=ReplyRoot)
S_co = TypeVar("S_co", bound=int, covariant=True)
C_co = TypeVar("C_co", covariant=True)
S = TypeVar("S", bound=int)
C = TypeVar("C")


@dataclasses.dataclass(frozen=True, slots=True)
class Sent(Generic[S_co, C_co]):
    """The response that a compiled one has sent: its status, its content as the declared type, and its params by name.

    A param that was left out is None. One whose value its own function wrote has no entry.
    """

    status_code: S_co
    content: C_co
    params: Mapping[str, Any]


@overload
def assert_sends(declared: type[R], response: object) -> R: ...  # type: ignore[overload-overlap]  # a class is asked first
@overload
def assert_sends(declared: Callable[..., Response[S, C]], response: object) -> Sent[S, C]: ...
def assert_sends(declared: Any, response: object) -> Any:
    """Assert that a response is the declared one, and give back what it says.

    `declared` is a class of replies or a compiled response. `response` is what a test client gave: Starlette's or
    FastAPI's TestClient, httpx, requests, Flask, Django, or aiohttp after `await response.read()`; or what a handler
    returned. For a class the result is an instance of it, with the content and every param as they were read from the
    response; for a compiled response a `Sent`. What nobody can read back, such as a param that a function of one's own
    wrote, is left out of it.

    Raises AssertionError with every difference at once: status, fields, cookies with their attributes, and content
    that is not of the type. No message holds the value of a cookie. TypeError for anything else.
    """
    __tracebackhide__ = True
    found, spec = seen(response), spec_of(declared)
    wrong = differences(spec, found)
    if wrong:
        raise AssertionError(_message(name_of_source(declared), spec, found, wrong))
    content = None
    has_content = found.content is not None and (spec.family is not None or found.status == spec.status)
    if has_content:
        with contextlib.suppress(Unreadable):
            content = read_content(spec, found.content or b"")
    params = dict(_params(spec, found))
    if not isinstance(declared, type):
        return Sent(found.status, content, params)
    class_: Any = declared
    made = class_.__new__(class_)  # the constructor would write everything again
    members = {"status_code": found.status, "background": None, "body": found.content or b"", **params}
    members["raw_headers"] = [(name.lower().encode("latin-1"), value.encode("latin-1")) for name, value in found.lines]
    if has_content and spec.body.kind not in ("empty", "redirect"):
        members["content"] = content
    if issubclass(declared, ProblemReply):
        members |= {name: getattr(content, name) for name in ("detail", "instance", *declared.member_names)}
    for name, value in members.items():
        object.__setattr__(made, name, value)
    return made


def _message(name: str, spec: ResponseSpec, found: Seen, wrong: list[Difference]) -> str:
    asked = f"{found.method} {found.path}".rstrip()
    lines = [f"{asked} was not answered as {name} is declared", *(f"  {one}" for one in wrong)]
    if wrong[0].part == "status":
        if found.content:
            text = found.content[:300].decode("utf-8", errors="replace")
            lines.append(f"  the content is {text!r}{' ...' if len(found.content) > 300 else ''}")
        if found.followed:
            lines.append(f"  the client followed {found.followed} redirects before: give it follow_redirects=False")
    return "\n".join(lines)


def _params(spec: ResponseSpec, found: Seen) -> Iterator[tuple[str, Any]]:
    """The params that can be read back, by name."""
    for param in spec.params:
        with contextlib.suppress(Unreadable):
            yield param.name, _READ[param.fills](param, spec, found)


def _of_field(param: ParamSpec, _spec: ResponseSpec, found: Seen) -> Any:
    values = found.values(param.slot)
    return of_field(param, ", ".join(values)) if values else None


def _of_cookie(param: ParamSpec, _spec: ResponseSpec, found: Seen) -> Any:
    cookie = sent_cookie(found, param.slot)
    if cookie is None:
        return None
    value = of_cookie(param, cookie.value or "")
    return value if declared_value(param.type.resolve()) is None else _with_lifetime(value, cookie)


def _with_lifetime(value: Any, cookie: PlainCookie) -> CookieValue[Any]:
    age, until = cookie.max_age, cookie.expires
    return CookieValue(
        value,
        max_age=int(age) if age is not None else None,
        expires=None if until is None or isinstance(until, str) else until,
        secure=cookie.secure,
    )


def _of_placeholder(param: ParamSpec, spec: ResponseSpec, found: Seen) -> Any:
    for header in spec.headers:
        if header.template and f"{{{param.slot}}}" in header.template:
            return of_placeholder(param, (header.name, header.template), ", ".join(found.values(header.name)))
    raise Unreadable(param.name)


_READ: Mapping[str, Callable[[ParamSpec, ResponseSpec, Seen], Any]] = {
    "cookie": _of_cookie,
    "header": _of_field,
    "placeholder": _of_placeholder,
}
