"""`antiphon problems`: the page of what a module declares, written or compared."""

from __future__ import annotations

import json

from tests.support.project import Project

MODULE = """\
    from antiphon import ProblemReply

    class Gone(ProblemReply, type="https://cli.example/problems/gone", status=410):
        "It was here."
        since: str
"""


def test_a_page_and_its_json(project: Project) -> None:
    """Title, URI, status, description and members."""
    project.write({"service.py": MODULE})

    assert 0 == project.run("problems", "service", "--title", "Problems")
    assert project.out.startswith("# Problems\n")
    assert "`https://cli.example/problems/gone`, sent with 410 Gone." in project.out

    assert 0 == project.run("problems", "service", "--format", "json")
    said = next(one for one in json.loads(project.out) if one["type"] == "https://cli.example/problems/gone")
    assert {"title": "Gone", "status": 410, "description": "It was here.", "members": ["since"]}.items() <= said.items()


def test_a_page_is_compared(project: Project) -> None:
    """Exit code 1, with a diff, where the file says something else."""
    project.write({"service.py": MODULE})

    assert 0 == project.run("problems", "service", "--out", "problems.md")
    assert 0 == project.run("problems", "service", "--check", "problems.md")
    project.write({"problems.md": "old\n"})
    assert 1 == project.run("problems", "service", "--check", "problems.md")
    assert "-old" in project.out


def test_a_module_that_raises_cannot_be_described(project: Project) -> None:
    """Exit code 2, with the place."""
    project.write({"broken.py": "raise RuntimeError('no')\n"})

    assert 2 == project.run("problems", "broken")
    assert "raises while it is imported" in project.err
