"""The forms of a TARGET, and the answer to one that leads nowhere."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tests.support.project import Project

NAMED = """\
    from antiphon import CookieSpec, Reply, ResponseSpec, fragment, header, respond

    HOUSE = fragment().cookie("a b", "c")
    made = respond(200).text("a").header("X Y", "z").compile()
    kept = respond(200).text("b").header("Z Z", "z")
    cookie = CookieSpec(name="c d", value="v", path="/", same_site="lax")
    spec = ResponseSpec(status=200, cookies=(cookie,))

    class Taken(Reply[str], status=409):
        tag: str = header("T T")

    class Group:
        inner = respond(200).text("a").header("I I", "z").compile()

    taken = Taken.__name__
"""


def module(value: str) -> str:
    """A module with one response, whose one finding names the value."""
    return f'from antiphon import respond\n\nmade = respond(200).text("a").header("{value} !", "z").compile()\n'


# Modules


def test_a_package_with_all_its_modules(project: Project) -> None:
    """Every module below a package is imported, but for `__main__`, also in folders without `__init__.py`."""
    project.write({
        "shop/__init__.py": module("top"),
        "shop/__main__.py": "1 / 0\n",
        "shop/a/__init__.py": "",
        "shop/a/b.py": module("below"),
        "shop/c/d.py": module("loose"),
        "shop/assets/style.css": "",
    })  # fmt: skip

    assert ["top !", "below !", "loose !"] == [line.split("'")[1] for line in project.findings("shop")]


def test_a_module_alone(project: Project) -> None:
    """A module that is not a package is judged without its siblings."""
    project.write({"shop/__init__.py": "", "shop/a.py": module("a"), "shop/b.py": module("b")})

    assert ["shop/a.py:3:30: HD001 the field name 'a !' is not a token"] == project.findings("shop.a")


# Paths


def test_a_file_within_a_package(project: Project) -> None:
    """It is imported under its own name, so relative imports work, wherever the package lies."""
    project.write({
        "src/shop/__init__.py": "",
        "src/shop/names.py": 'NAME = "X !"\n',
        "src/shop/a.py": """\
            from antiphon import respond
            from .names import NAME

            assert __name__ == "shop.a"
            made = respond(200).text("a").header(NAME, "z").compile()
        """,
    })  # fmt: skip

    assert ["src/shop/a.py:5:30: HD001 the field name 'X !' is not a token"] == project.findings("src/shop/a.py")


def test_a_package_as_a_folder(project: Project) -> None:
    """A folder with `__init__.py` is the package."""
    project.write({"src/shop/__init__.py": module("top"), "src/shop/a.py": module("a")})

    assert ["src/shop/__init__.py", "src/shop/a.py"] == [line.split(":")[0] for line in project.findings("src/shop")]


def test_a_folder_of_files(project: Project) -> None:
    """Every Python file below it is judged, but for hidden folders and virtual environments."""
    project.write({
        "gear/one.py": module("one"),
        "gear/my-script.py": module("two"),
        "gear/__main__.py": "1 / 0\n",
        "gear/deep/three.py": module("three"),
        "gear/.hidden/x.py": "1 / 0\n",
        "gear/venv/pyvenv.cfg": "",
        "gear/venv/x.py": "1 / 0\n",
    })  # fmt: skip

    expected = ["gear/deep/three.py", "gear/my-script.py", "gear/one.py"]
    assert expected == [line.split(":")[0] for line in project.findings("./gear")]


def test_the_current_folder(project: Project) -> None:
    """Each file is imported once, under the name that the others import it by."""
    project.write({
        "shop/__init__.py": "",
        "shop/loose/deep.py": module("deep"),
        "shop/api.py": "from shop.loose import deep\n",
        "run.py": "import shop.api\n",
    })  # fmt: skip

    project.run("check", ".")

    assert "1 error in 1 response" == project.out.splitlines()[-1]


def test_a_file_that_is_called_like_another_module(project: Project) -> None:
    """The file is meant, and nothing else that is called the same loses its place."""
    project.write({"gear/json.py": module("mine"), "gear/my-script.py": "import json\njson.loads('{}')\n"})

    assert ["gear/json.py"] == [line.split(":")[0] for line in project.findings("gear/json.py", "gear/my-script.py")]


def test_a_target_that_is_named_twice(project: Project) -> None:
    """A file is run once, under whichever names it is reached."""
    project.write({"gear/my-script.py": "1 / 0\n", "shop.py": module("a")})

    project.run("check", "gear/my-script.py", "./gear/my-script.py", "shop", "shop.py", "./shop.py")

    assert "2 errors in 1 response; not judged to the end: checked_my-script" == project.out.splitlines()[-1]


def test_a_package_that_raises_as_a_folder(project: Project) -> None:
    """Nothing below it can be imported."""
    project.write({"src/shop/__init__.py": "1 / 0\n", "src/shop/a.py": module("a")})

    assert ["src/shop/__init__.py:1:1: AN000 ZeroDivisionError: division by zero"] == project.findings("src/shop")


def test_the_main_module(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is there, and runs already, though it has no spec where it is a script."""
    monkeypatch.setattr(sys.modules["__main__"], "__spec__", None)

    assert 0 == project.run("check", "__main__")


def test_no_current_folder(project: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the current folder was removed there is nothing to start from."""
    (tmp_path / "gone").mkdir()
    monkeypatch.chdir(tmp_path / "gone")
    (tmp_path / "gone").rmdir()

    assert 2 == project.run("check", "shop")
    assert project.err.startswith("error: the current folder does not exist any more\n")


def test_a_script_imports_its_siblings(project: Project) -> None:
    """As when Python runs it, its own folder is where it looks for modules."""
    project.write({"gear/one.py": "import two\n", "gear/two.py": module("two")})

    assert ["gear/two.py"] == [line.split(":")[0] for line in project.findings("gear/one.py")]


def test_a_file_that_raises(project: Project) -> None:
    """A script that no name leads to is reported like any module."""
    project.write({"my-script.py": "1 / 0\n"})

    assert ["my-script.py:1:1: AN000 ZeroDivisionError: division by zero"] == project.findings("my-script.py")


# Attributes


@pytest.mark.parametrize(
    ("attribute", "finding", "judged"),
    [
        ("made", "named.py:4:30: HD001 the field name 'X Y' is not a token", "1 response"),
        ("kept", "named.py:5:30: HD001 the field name 'Z Z' is not a token", "1 response"),
        ("spec", "named.py:7:1: CK002 the cookie name 'c d' is not a token", "1 response"),
        ("cookie", "named.py:6:1: CK002 the cookie name 'c d' is not a token", "1 part of responses"),
        ("Taken", "named.py:10:16: HD001 the field name 'T T' is not a token", "1 response"),
        ("Group.inner", "named.py:13:35: HD001 the field name 'I I' is not a token", "1 response"),
    ],
)
@pytest.mark.parametrize("module", ["named", "./named.py"])
def test_one_response(project: Project, module: str, attribute: str, finding: str, judged: str) -> None:
    """`module:attribute` judges that response alone, whatever it was made with."""
    project.write({"named.py": NAMED})

    assert [finding] == project.findings(f"{module}:{attribute}")
    assert f"1 error in {judged}\n" == project.err


def test_one_response_beside_a_whole_module(project: Project) -> None:
    """A response that is named twice counts once."""
    project.write({"shop.py": module("a")})

    project.run("check", "shop", "shop:made")

    assert "1 error in 1 response" == project.out.splitlines()[-1]


def test_one_response_of_a_module_that_raises(project: Project) -> None:
    """The exception is the finding: the response could not be judged."""
    project.write({"shop.py": "1 / 0\n"})

    assert 1 == project.run("check", "shop:made", "./shop.py:made")
    assert "1 error; 0 responses judged; not judged to the end: shop" == project.out.splitlines()[-1]


# Nothing is there


@pytest.mark.parametrize(
    ("target", "what", "help"),
    [
        ("qq42zz", "there is no module qq42zz in the current folder or where Python looks", "a TARGET is module"),
        ("named2", "there is no module named2", "did you mean named?"),
        ("shop.respnses", "there is no module shop.respnses in shop", "did you mean responses?"),
        ("shop.LIMIT", "there is no module shop.LIMIT in shop", "write shop:LIMIT"),
        ("named.made", "named is a module, not a package: there is no named.made", "write named:made"),
        ("named:mad", "there is no mad in named", "did you mean made"),
        ("named:Group.outer", "there is no Group.outer in named", "inner"),
        ("named:taken", "named:taken is of type str, which declares no response", "name a compiled response"),
        ("named:Group", "named:Group is a class, which declares no response", "name a compiled response"),
        ("named:HOUSE", "named:HOUSE is of type Fragment, which declares no response", "name a compiled response"),
        ("nowhere.py", "there is no file nowhere.py", "the current folder"),
        ("nowhere/at/all.py", "there is no file nowhere/at/all.py", "the current folder"),
        ("shop/respnses.py", "there is no file shop/respnses.py", "did you mean responses.py?"),
        ("./nowhere.py:made", "there is no file nowhere.py", "the current folder"),
        ("./notes.txt", "notes.txt is not a Python file", "name a .py file or a folder"),
        ("./notes.txt:made", "notes.txt is not a Python file", "a TARGET is module"),
        ("./empty", "there is no Python file in empty", "name a folder that holds Python files"),
        ("", "'' is neither a module's name nor a path", "a TARGET is module"),
        (":", "':' names no attribute of a module", "a TARGET is module"),
        ("named:", "'named:' names no attribute of a module", "a TARGET is module"),
        ("named:not-a-name", "'named:not-a-name' names no attribute", "a TARGET is module"),
        ("no-module", "'no-module' is neither a module's name nor a path", "a TARGET is module"),
        (".named", "'.named' is neither a module's name nor a path", "a TARGET is module"),
    ],
)
def test_a_target_that_leads_nowhere(project: Project, target: str, what: str, help: str) -> None:
    """Exit code 2, with what, where and help on stderr, and without a traceback."""
    project.write({
        "named.py": NAMED,
        "shop/__init__.py": "LIMIT = 3\n",
        "shop/responses.py": "",
        "notes.txt": "",
        "empty/notes.txt": "",
    })  # fmt: skip

    assert 2 == project.run("check", target)
    first, where, advice, cite = project.err.splitlines()
    assert first.startswith(f"error: {what}")
    assert where.startswith(" --> TARGET ")
    assert advice.startswith("  = help: ")
    assert help in advice
    assert cite.endswith("/reference/errors.html#the-command-line")
    assert project.out.endswith("; 1 TARGET could not be reached\n")


def test_the_other_targets_are_judged_all_the_same(project: Project) -> None:
    """One TARGET that leads nowhere makes the exit code 2, and takes nothing from the report."""
    project.write({"shop.py": module("a")})

    assert 2 == project.run("check", "nowhere", "shop")
    assert "error[HD001]" in project.out
    assert "1 error in 1 response; 1 TARGET could not be reached" == project.out.splitlines()[-1]


def test_a_folder_without_init_by_name(project: Project) -> None:
    """A name that Python takes for a namespace package is one; a folder that it does not is a folder of files."""
    project.write({"gear/one.py": module("one")})

    assert ["gear/one.py"] == [line.split(":")[0] for line in project.findings("gear")]


def test_a_draft_that_does_not_become_a_spec(project: Project) -> None:
    """It is a finding like any other."""
    project.write({
        "shop.py": """\
            from antiphon import respond

            kept = respond(200).text("a").describe(3)
        """
    })  # fmt: skip

    assert 1 == project.run("check", "shop")
    assert "AN020" in project.out
