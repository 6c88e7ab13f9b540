"""Calls of declared responses that are refused, wrong or in vain, whenever they are made: AN037, AN038 and AN039."""

from __future__ import annotations

import pytest

from tests.support.project import Project

HEAD = """\
from __future__ import annotations

import contextlib
import dataclasses
import functools
from datetime import UTC, datetime, timedelta

from antiphon import *


@dataclasses.dataclass
class User:
    id: int
    name: str


made = respond(201).json(User).header_param("location", Location).header_param("x_name", str).compile()


class Page(HTMLReply):
    x_name: str = header("X-Name", default="none")


class Gone(ProblemReply, type="https://shop.example/gone", status=410):
    article: str


class Upstream(FamilyReply[Problem], family="5XX"): ...


class Cached(HTMLReply):
    allow: tuple[str, ...] = header(default=("GET",))
    vary: str = header(default="Accept")
    last_modified: LastModified | None = None


class Whole(FileReply, root="/srv"): ...


class SignedIn(Bodiless, Raisable):
    session: CookieValue[str] = host_cookie()


respond_gone = respond(410).json(Problem).compile()


class View:
    shown = respond(200).json(User).compile()


"""

REFUSED = {
    "return made(user, lokation=Location('/x'), x_name='a')": "no parameter 'lokation'; it has content, location,",
    "return made(user, location=Location('/x'))": "missing a required argument: 'x_name'",
    "return made(user, 1, location=Location('/x'), x_name='a')": "too many positional arguments",
    "return made(user, location=Location('/x'), x_name='\u00e9')": "x_name: holds characters outside ASCII",
    "return made(user, location=Location('/x'), x_name=' a')": "x_name: has blanks around it",
    "return made(user, location=Location('/x'), x_name=1.5)": "x_name: ",
    "return Page('a', x_nam='b')": "no parameter 'x_nam'",
    "return View.shown(user, x=1)": "no parameter 'x'",
    "raise Gone(articel='a')": "no parameter 'articel'",
    "return [made(user) for user in name]": "missing a required",
    "with open(name) as user: return made(user)": "missing a required",
    "return ETag('\"v7\"')": "has its quotes already",
    "return Challenge('Basic')": "Basic needs a realm",
    "return made(user, location=Location('https://shop.example/'), x_name='a')": "leaves its origin",
    "return Location.external('https://shop.example/ x')": "Location: ",
    "return ContentRange(0, 500, 500)": "the last position 500 is not inside a length of 500",
    "return Link('/a.css', rel='preload')": "preloads without as",
    "return RetryAfter(timedelta(seconds=0.5))": "only whole seconds",
    "return RetryAfter(-1)": "Retry-After: ",
    "return LastModified(datetime(2026, 1, 1))": "Last-Modified needs an aware datetime",
    "return Expires(datetime.utcnow())": "Expires needs an aware datetime",
    "return Sunset(datetime.now())": "Sunset needs an aware datetime",
    "return ContentDisposition.decode('report.pdf')": "has a file name alone",
    "return Upstream(Problem(title=name), status=404)": "404 is not a status of 5XX",
    "return respond_gone(Problem(title=name, status=404))": "the problem says the status 404 in a response with",
    "return SignedIn(session=CookieValue('a', secure=False))": "session: ",
    "return SignedIn(session=CookieValue('a b'))": "session: ",
}

#: Values that are well formed, and wrong all the same: a rule says so, as of a declaration.
JUDGED = {
    "return Cached('a', allow=('get',))": "SF015 get is not GET: methods match by case",
    "return Cached('a', vary='*')": "CC013 Vary holds `*`",
}

IN_VAIN = [
    "made(user, location=Location('/x'), x_name='a')",
    "if user: Gone(article=name)",
    "View.shown(user)",
    "SignedIn(session=CookieValue(name))",
    "precondition_failed(user, etag=ETag('a'))",
    "early_answer(user, Page, x_name='a')",
    "answer(user, made)",
    "Raised(View.shown(user))",
]

WITHOUT_F = [
    "return Page('<h1>{name}</h1>')",
    "return Page('a' + '{user.name!r:>3}')",
    "return Page(f'{name}', x_name='{name}')",
    "return Location('/users/{user.id}')",
    "return ContentDisposition.attachment('{name}.pdf')",
    "raise Gone(article='{name}')",
]

NEVER_COMPARED = [
    "return answer(user, Page('a'))",
    "return answer(user, View.shown(user), method='GET')",
]

LEFT_ALONE = [
    "return answer(user, Cached('a', last_modified=name))",
    "return answer(user, Whole(name))",
    "return answer(user, Gone(article=name))",
    "return answer(user, name)",
    "return made(user, location=Location('/x'), x_name=name)",
    "return made(user, **name)",
    "return made(*user, location=Location('/x'), x_name='a')",
    "made = print; return made(1, 2, 3)",
    "with contextlib.suppress(TypeError): made(user)",
    "return Page('body {color: red} {other} {')",
    "return Page('{name}'.format(name=name))",
    "return Page(name.join('{name}'))",
    "return print('{name}')",
    "return wrapped()",
    "return Gone(article='a', detail=None)",
    "return ETag(name)",
    "return ETag(*name)",
    "return RetryAfter(timedelta(seconds=name))",
    "return LastModified(datetime(2026, 1, 1, tzinfo=UTC))",
    "return LastModified(datetime.now(UTC))",
    "return LastModified(datetime.now(name))",
    "return ContentRange(0, 499, 500)",
    "return Cached('a', allow=('GET', 'TRACE'), vary='Accept, Origin')",
    "return Cached('a', last_modified=LastModified(datetime(2026, 1, 1, tzinfo=UTC)))",
    "return Upstream(Problem(title=name), status=503)",
    "return respond_gone(Problem(title=name, status=410))",
    "return SignedIn(session=CookieValue(name, max_age=timedelta(days=1)))",
    "with contextlib.suppress(ValueError): ETag('\"v7\"')",
    "response = Gone(article='a'); return response",
    "print(Gone(article='a'))",
    "name(Gone)",
    "ETag('a')",
]
WRAPPED = """

@functools.wraps(made)
def wrapped():
    return made(User(1, "a"), location=Location("/x"), x_name="a")
"""


def _found(project: Project, line: str, code: str) -> list[str]:
    body = "\n".join(f"    {part}" for part in line.split("; "))
    project.write({"shop.py": f"{HEAD}def handler(user, name):\n{body}\n{WRAPPED}"})
    return [found for found in project.findings("shop") if code in found]


@pytest.mark.parametrize("line", REFUSED)
def test_a_call_that_is_refused(project: Project, line: str) -> None:
    """Once, with the reason that the call would raise."""
    found = _found(project, line, "AN037")

    assert 1 == len(found), found
    assert REFUSED[line] in found[0]


@pytest.mark.parametrize("line", JUDGED)
def test_a_constant_is_judged_as_a_declaration_is(project: Project, line: str) -> None:
    """By every rule, at the argument."""
    found = _found(project, line, "")

    assert [True] == [JUDGED[line] in one for one in found if "CC019" not in one], found


@pytest.mark.parametrize("line", WITHOUT_F)
def test_a_text_without_its_f(project: Project, line: str) -> None:
    """In the content, a param, a typed field, and a member of a problem."""
    assert 1 == len(_found(project, line, "AN038"))


@pytest.mark.parametrize("line", IN_VAIN)
def test_a_response_in_vain(project: Project, line: str) -> None:
    """A `return` or a `raise` that was forgotten, and a condition whose answer is not minded."""
    found = _found(project, line, "AN039")

    assert 1 == len(found), found
    assert "gives a response, which is dropped" in found[0]


def test_a_test_may_make_a_response_in_vain(project: Project) -> None:
    """It sees that the response can be made."""
    project.write({"shop.py": f"{HEAD}def test_shown(user, name):\n    View.shown(user)\n"})

    assert [] == [found for found in project.findings("shop") if "AN039" in found]


@pytest.mark.parametrize("line", NEVER_COMPARED)
def test_an_answer_that_no_client_can_ask_about(project: Project, line: str) -> None:
    """It has no validator, so it is never a 304."""
    found = _found(project, line, "AN045")

    assert 1 == len(found), found
    assert "has neither ETag nor Last-Modified" in found[0]


@pytest.mark.parametrize("line", LEFT_ALONE)
def test_what_may_be_right_is_left_alone(project: Project, line: str) -> None:
    """Names of the function's own, spread arguments, caught exceptions, templates, wrappers, braces of other kinds."""
    assert [] == _found(project, line, "AN03")
    assert [] == _found(project, line, "AN045")
