"""`antiphon show --golden` of several targets: modules, folders and applications, in one folder of golden files."""

from __future__ import annotations

import json
import sys

import pytest

from tests.support.project import Project

#: A module whose names every other module has as well.
MADE = """\
    from antiphon import Created, respond

    class Made(Created[str]): ...

    shown = respond(200).text("{text}").compile()
"""


@pytest.fixture(autouse=True)
def _afresh(monkeypatch: pytest.MonkeyPatch) -> None:
    """A source that changes within a second is read again, and nothing waits for what varies."""
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    monkeypatch.setattr("antiphon.cli.showing.varying.wait", lambda: None)


def _run(project: Project, *arguments: str) -> int:
    """A run that writes or compares."""
    return _fresh(project, "show", "--golden", "golden", *arguments)


def _fresh(project: Project, *arguments: str) -> int:
    """A run as in a process of its own."""
    for name, module in list(sys.modules.items()):
        if str(getattr(module, "__file__", None) or "").startswith(str(project.folder)):
            del sys.modules[name]
    path = list(sys.path)
    try:
        return project.run(*arguments)
    finally:
        sys.path[:] = path


def _files(project: Project) -> dict[str, str]:
    folder = project.folder / "golden"
    return {path.relative_to(folder).as_posix(): path.read_text("utf-8") for path in folder.rglob("*.txt")}


def test_modules_and_folders(project: Project) -> None:
    """Each module has a folder, so that classes of one name in several modules have files of their own."""
    project.write({
        "users.py": MADE.format(text="users"),
        "shop/__init__.py": "",
        "shop/orders.py": MADE.format(text="orders"),
        "jobs/nightly.py": MADE.format(text="nightly"),
    })  # fmt: skip

    assert 0 == _run(project, "users", "shop", "./jobs")
    assert {
        *("nightly/Made.txt", "nightly/shown.txt"),
        *("shop.orders/Made.txt", "shop.orders/shown.txt"),
        *("users/Made.txt", "users/shown.txt"),
    } == set(_files(project))
    assert "\norders\n" in _files(project)["shop.orders/shown.txt"]
    assert (0, "", "") == (_run(project, "--check", "./jobs", "shop", "users"), project.out, project.err)


def test_every_difference_of_every_target(project: Project) -> None:
    """Files that are missing, left over and changed are told of all targets in one run, and exit code 1."""
    project.write({name: MADE.format(text=name) for name in ("a.py", "b.py", "c.py")})
    _run(project, "a", "b", "c")
    project.write({"a.py": MADE.format(text="other"), "b.py": MADE.format(text="b.py").replace("shown", "told")})

    assert 1 == _run(project, "--check", "--json", "a", "b")
    assert [
        *[("golden/a/Made.txt", "same"), ("golden/a/shown.txt", "changed"), ("golden/b/Made.txt", "same")],
        *[("golden/b/shown.txt", "removed"), ("golden/b/told.txt", "added")],
        *[("golden/c/Made.txt", "removed"), ("golden/c/shown.txt", "removed")],
    ] == [(one["file"], one["state"]) for one in json.loads(project.out)["golden"]]
    assert 1 == _run(project, "--check", "a", "b")
    assert "-a.py\n+other\n" in project.out
    assert "5 of 7 golden files differ (1 changed, 1 missing, 3 left over)" in project.err
    assert 0 == _run(project, "a", "b")
    assert ["a/Made.txt", "a/shown.txt", "b/Made.txt", "b/told.txt"] == sorted(_files(project))
    assert not (project.folder / "golden" / "c").exists()


def test_a_single_response_beside_a_module(project: Project) -> None:
    """With `module:attribute` among the targets, nothing is called left over."""
    project.write({name: MADE.format(text=name) for name in ("a.py", "b.py")})
    _run(project, "a", "b")
    project.write({"a.py": MADE.format(text="other").replace("class Made", "class Other")})

    assert 0 == _run(project, "a", "b:shown")
    assert {"a/Made.txt", "a/Other.txt", "a/shown.txt", "b/Made.txt", "b/shown.txt"} == set(_files(project))


def test_files_of_one_name_in_several_folders(project: Project) -> None:
    """Folders that are no packages may each hold a `responses.py`: all are read, and the order changes no name."""
    folders = ("a", "b", "c")
    project.write({f"{folder}/responses.py": MADE.format(text=folder) for folder in folders})

    assert 0 == _run(project, "./a", "./b", "./c")
    assert {f"{folder}.responses/{name}.txt" for folder in folders for name in ("Made", "shown")} == set(
        _files(project)
    )
    assert "\nc\n" in _files(project)["c.responses/shown.txt"]
    assert (0, "") == (_run(project, "--check", "./c", "./b", "./a"), project.out)
    assert (0, "") == (_run(project, "--check", "."), project.out)
    assert 0 == _fresh(project, "check", ".")
    assert "6 responses judged: no findings\n" == project.out


@pytest.mark.parametrize(
    "made",
    [
        "from starlette.applications import Starlette; app = Starlette()",
        "from fastapi import FastAPI; app = FastAPI()",
        "from flask import Flask; app = Flask(__name__)",
        "from quart import Quart; app = Quart(__name__)",
        "from litestar import Litestar; app = Litestar()",
        "from aiohttp.web import Application; app = Application()",
        "from sanic import Sanic; Sanic._app_registry.clear(); app = Sanic('main')",
        "from falcon import App; app = App()",
        "from falcon.asgi import App; app = App()",
        "from blacksheep import Application; app = Application()",
        "from django.core.handlers.asgi import ASGIHandler; app = object.__new__(ASGIHandler)",
        "from django.core.handlers.wsgi import WSGIHandler; app = object.__new__(WSGIHandler)",
    ],
)
def test_an_application(project: Project, made: str) -> None:
    """`main:app`, as servers are told it, is all that its module declares, and what that imports of the project."""
    pytest.importorskip(made.split()[1].partition(".")[0])
    project.write({"shop.py": MADE.format(text="shop"), "main.py": f"import shop\n{made}\n"})

    assert 0 == _run(project, "main:app")
    assert {"shop/Made.txt", "shop/shown.txt"} == set(_files(project))
    assert "2 responses judged: no findings" in (_fresh(project, "check", "main:app"), project.out)[1]


def test_targets_of_the_project(project: Project) -> None:
    """Without a TARGET the project's own are taken, without what it excludes."""
    project.write({
        "a.py": MADE.format(text="a"),
        "jobs/b.py": MADE.format(text="b"),
        "jobs/c.py": MADE.format(text="c"),
        "jobs/d.py": MADE.format(text="d"),
        "pyproject.toml": '[tool.antiphon]\ntargets = ["a", "./jobs"]\nexclude = ["c.py"]\n',
    })  # fmt: skip

    assert 0 == _run(project)
    assert {"a", "b", "d"} == {name.partition("/")[0] for name in _files(project)}
    assert 0 == _run(project, "--exclude", "b.py")
    assert {"a", "d"} == {name.partition("/")[0] for name in _files(project)}


def test_a_target_that_does_not_exist(project: Project) -> None:
    """Each is named with exit code 2; nothing is written, and nothing is called left over."""
    project.write({"a.py": MADE.format(text="a")})

    assert 2 == _run(project, "a", "nowhere", "nothing.py")
    assert 2 == project.err.count("error: ")
    assert not (project.folder / "golden").exists()
    assert 2 == _run(project)
    assert "error: there is nothing to show\n" in project.err
