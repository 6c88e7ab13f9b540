"""Calls of declared responses that are refused, or wrong, whenever they are made: AN037 and AN038."""

from __future__ import annotations

import pytest

from tests.support.project import Project

HEAD = """\
from __future__ import annotations

import contextlib
import dataclasses
import functools

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
}

WITHOUT_F = [
    "return Page('<h1>{name}</h1>')",
    "return Page('a' + '{user.name!r:>3}')",
    "return Page(f'{name}', x_name='{name}')",
    "return Location('/users/{user.id}')",
    "return ContentDisposition.attachment('{name}.pdf')",
    "raise Gone(article='{name}')",
]

LEFT_ALONE = [
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


@pytest.mark.parametrize("line", WITHOUT_F)
def test_a_text_without_its_f(project: Project, line: str) -> None:
    """In the content, a param, a typed field, and a member of a problem."""
    assert 1 == len(_found(project, line, "AN038"))


@pytest.mark.parametrize("line", LEFT_ALONE)
def test_what_may_be_right_is_left_alone(project: Project, line: str) -> None:
    """Names of the function's own, spread arguments, caught exceptions, templates, wrappers, braces of other kinds."""
    assert [] == _found(project, line, "AN03")
