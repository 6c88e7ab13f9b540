"""Steps whose draft is dropped, and responses that are called as methods: what only `antiphon check` can see."""

from __future__ import annotations

import pytest

from tests.support.project import Project

USED = """\
from antiphon import fragment, redirect, respond

draft = respond(200).text("Hello").cache_control(no_store=True)
chained = (
    draft
    .vary("Accept")
    .compile()
)
drafts = [draft.vary("Origin"), draft.etag("v1")]
[step.compile() for step in drafts]
assert draft.vary("Accept").spec()
respond(204).compile()
draft.check()
shared = fragment().header("X-A", "b")


def uncached(given):
    return given.cache_control(no_store=True)


uncached(draft).compile()
away = redirect(303, location="/x").compile()


class View:
    hello = respond(200).text().compile()

    def get(self, name):
        self.other = View.hello(name)
        return self.other

    @classmethod
    def make(cls, name):
        return cls.hello(name)
"""


def test_what_is_used_is_left_alone(project: Project) -> None:
    """Chains, lists, arguments, results of functions, and calls by the class."""
    project.write({"used.py": USED})

    assert [] == [line for line in project.findings("used") if "AN03" in line]


@pytest.mark.parametrize(
    "step",
    [
        "draft.cache_control(no_store=True)",
        "draft.delete_cookie(sid)",
        "draft.json(int).vary('Accept')",
        "fragment().header('X-A', 'b')",
        "respond(404)",
        "(draft\n    .vary('Accept'))",
    ],
)
def test_a_dropped_step(project: Project, step: str) -> None:
    """Each is found once, at its place, inside a function that the module runs as well."""
    lines = "from antiphon import CookieSpec, fragment, respond\n\nsid = CookieSpec(name='sid')\ndraft = respond(200)\n"
    inside = "".join(f"    {line}\n" for line in step.splitlines())
    project.write({"lost.py": f"{lines}{step}\n", "inside.py": f"{lines}def run():\n{inside}\nrun()\n"})

    for module in ("lost", "inside"):
        found = [line for line in project.findings(module) if "AN031" in line]
        assert 1 == len(found), found


def test_a_response_that_is_called_as_a_method(project: Project) -> None:
    """In methods and properties, at the place of the call."""
    project.write({
        "view.py": (
            "from antiphon import respond\n\n\nclass View:\n    hello = respond(200).text().compile()\n"
            "    gone = respond(404).compile()\n\n    def get(self):\n        return self.hello('Ada')\n\n"
            "    @property\n    def nothing(self):\n        return self.gone()\n"
        )
    })  # fmt: skip

    found = [line for line in project.findings("view") if "AN032" in line]
    assert [9, 13] == [int(line.split(":")[1]) for line in found]
