"""Modules that import lazily (PEP 810): what they declare is judged, and nothing is imported that they do not use."""

from __future__ import annotations

import json
import sys

import pytest

from tests.support.project import Project

pytestmark = pytest.mark.skipif(sys.version_info < (3, 15), reason="lazy imports are of Python 3.15")

FILES = {
    "models.py": """\
        import msgspec

        class User(msgspec.Struct):
            id: int
    """,
    "shared.py": """\
        from antiphon import fragment, respond

        HOUSE = fragment().cache_control(no_store=True)
        gone = respond(410).text("Gone.").add(HOUSE).compile()
    """,
    "broken.py": "1 / 0\n",
    "shop.py": """\
        lazy import broken
        lazy import models
        lazy from models import User
        lazy from shared import HOUSE, gone

        from antiphon import Reply, header, respond

        class Shown(Reply[User], cache_control="no-cache"):
            x_user: str = header()

        listed = respond(200).json(list[models.User]).add(HOUSE).compile()
        draft = respond(200).json(User)
    """,
}


def test_what_is_used_is_judged(project: Project) -> None:
    """A lazy name leads to its class in an annotation, a subscript and a call; others are not imported."""
    project.write(FILES)

    assert 0 == project.run("check", "shop")
    assert "4 responses judged: no findings" in project.out + project.err
    assert "broken" not in sys.modules


def test_what_is_imported_lazily_is_shown_where_it_is_declared(project: Project) -> None:
    """The lazy name of a response declares no second one."""
    project.write(FILES)

    assert 0 == project.run("show", "--json", "shop")

    shown = {one["name"]: one["wire"]["content"] for one in json.loads(project.out)["responses"]}
    assert {"Shown", "listed", "gone", "draft"} == set(shown)
    assert {"text": '{"id":1}'} == shown["Shown"]


def test_a_lazy_name_that_raises_when_it_is_used(project: Project) -> None:
    """The finding is at the line of the module that raises."""
    project.write({**FILES, "user.py": "lazy import broken\n\nbroken.x\n"})

    (finding,) = project.findings("user")

    assert finding.startswith("broken.py:1:1: AN000 ")
