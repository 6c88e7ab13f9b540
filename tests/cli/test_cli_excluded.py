"""`antiphon check FOLDER` skips excluded files, and answers names that nearly lead somewhere."""

from __future__ import annotations

import pytest

from tests.support.project import Project

RAISING = "1 / 0\n"
FAULTY = 'from antiphon import respond\n\nx = respond(204).header("X Y", "z").compile()\n'


@pytest.mark.parametrize(
    "files",
    [
        ("venv/pyvenv.cfg", "venv/lib/python3.11/site-packages/thing.py"),
        ("tools/env/conda-meta/history", "tools/env/thing.py"),
        ("node_modules/node-gyp/gyp.py",),
        ("build/lib/shop/thing.py",),
        ("dist/thing.py",),
        ("shop.egg-info/thing.py",),
        (".tox/thing.py",),
        ("__pypackages__/thing.py",),
        ("setup.py",),
        ("noxfile.py",),
        ("gear/setup.py",),
        ("gear/__main__.py",),
    ],
)
def test_what_is_no_part_of_a_project(project: Project, files: tuple[str, ...]) -> None:
    """Installed and built files, and the scripts of build tools, are skipped."""
    project.write({"shop.py": FAULTY, **dict.fromkeys(files, RAISING)})

    assert 1 == project.run("check", ".")
    assert "1 error in 1 response" == project.out.splitlines()[-1]


def test_what_is_only_called_so(project: Project) -> None:
    """A package may be called `build`; a file that is named itself is always judged."""
    project.write({"build/__init__.py": FAULTY, "setup.py": FAULTY})

    assert ["build/__init__.py"] == [line.split(":")[0] for line in project.findings(".")]
    assert ["setup.py"] == [line.split(":")[0] for line in project.findings("setup.py")]


@pytest.mark.parametrize("pattern", ["tests", "t*s", "./shop/tests", "shop/tests/", "shop/t*", "test_shop.py"])
@pytest.mark.parametrize("target", [".", "shop"])
@pytest.mark.parametrize("where", ["option", "configuration"])
def test_what_a_project_excludes(project: Project, pattern: str, target: str, where: str) -> None:
    """A name, wherever it is, or a path from the project's folder; in folders and in packages."""
    project.write({
        "shop/__init__.py": "",
        "shop/tests/__init__.py": "",
        "shop/tests/test_shop.py": RAISING,
    })  # fmt: skip
    configured = [pattern] if where == "configuration" else []
    project.write({"pyproject.toml": f"[tool.antiphon]\nexclude = {configured}\n"})

    assert 0 == project.run("check", *(["--exclude", pattern] if where == "option" else []), target)
    assert 1 == project.run("check", "--exclude", "other", "shop/tests/test_shop.py")


def test_a_notebook(project: Project) -> None:
    """It is no module; the answer says where the declarations belong."""
    project.write({"shop.ipynb": "{}"})

    assert 2 == project.run("check", "shop.ipynb")
    assert project.err.startswith("error: shop.ipynb is a notebook, not a Python file\n")
    assert "a module that the notebook imports" in project.err


@pytest.mark.parametrize(("name", "path"), [("shop", "src/shop"), ("shop.api", "src/shop"), ("tool", "src/tool.py")])
def test_a_package_in_a_src_layout(project: Project, name: str, path: str) -> None:
    """A name that is importable only once the project is installed: the answer says so, and names the folder."""
    project.write({"src/shop/__init__.py": FAULTY, "src/shop/api.py": "", "src/tool.py": ""})

    assert 2 == project.run("check", name)
    assert f"name its folder, {path}, or install the project where antiphon runs" in project.err
    assert 1 == project.run("check", "src/shop")


@pytest.mark.parametrize(
    ("step", "help"),
    [
        ("set_cookie", ".host_cookie("),
        ("build", ".compile()"),
        ("content", ".text("),
    ],
)
def test_a_step_of_another_library(project: Project, step: str, help: str) -> None:
    """A step that others call so has an answer that says what to write here."""
    project.write({"shop.py": f"from antiphon import respond\n\nx = respond(200).{step}\n"})

    assert 1 == project.run("check", "shop")
    assert help in project.out
