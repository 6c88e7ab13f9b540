"""`antiphon stubs`: signatures that only the compiler knows, written down for type checkers."""

from __future__ import annotations

import ast
import importlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.checkers import CHECKERS, marked
from tests.support.paths import ROOT
from tests.support.patience import PATIENCE
from tests.support.project import Project

EXAMPLE = ROOT / "examples" / "catalogue"
STUBS = ROOT / "stubs" / "catalogue"

RESPONSES = """\
    '''The responses.'''

    import msgspec
    from antiphon import fragment, respond

    class User(msgspec.Struct):
        id: int

        def label(self, prefix: str = "#") -> str:
            '''How it is shown.'''
            return f"{prefix}{self.id}"

    shared = fragment().x_content_type_options()
    LIMIT = 3

    found = respond(200).json(User | None).add(shared).cookie_param("sid", int, default=7).compile()
    '''The user, if there is one.'''
"""

STUB = '''\
# Written by `antiphon stubs`; do not edit.
"""The responses."""

from typing import Literal

from antiphon import Fragment
from antiphon.compiler.compiled import compiled
from antiphon.responses import JSONResponse
import msgspec
from starlette.background import BackgroundTask

class User(msgspec.Struct):
    id: int

    def label(self, prefix: str='#') -> str:
        """How it is shown."""
shared: Fragment
LIMIT: int

@compiled
def found(
    content: User | None,
    *,
    sid: int = 7,
    background: BackgroundTask | None = None,
) -> JSONResponse[Literal[200], User | None]:
    """The user, if there is one."""
'''

CALLS = """\
from typing import Literal, assert_type
from uuid import UUID

from antiphon import Location, ResponseSpec
from antiphon.responses import JSONResponse, RedirectResponse
from antiphon.runtime.transmit.asgi import Send
from catalogue.models import Tier, User
from catalogue.responses import moved, teapot, user_created, users

ID = UUID(int=1)
ada = User(ID, "Ada")

assert_type(user_created(ada, location=Location("/"), session="s"), JSONResponse[Literal[201], User])
user_created(ada, location=Location("/"), session="s", x_tier=Tier.PAID)
assert_type(users([ada]), JSONResponse[Literal[200], list[User]])
assert_type(moved(user_id=ID), RedirectResponse[Literal[308]])
teapot("hot", kettle=3)
assert_type(user_created.spec, ResponseSpec)


async def quick(send: Send) -> None:
    await user_created.send(send, ada, location=Location("/"), session="s")
    await user_created.send(send, ada, location=Location("/"))  # E: missing keyword


user_created(ada, location=Location("/"))  # E: missing keyword
user_created(ada, location=Location("/"), sesion="s")  # E: misspelt
user_created(ada, location="/", session="s")  # E: a bare str is no Location
user_created(ada, location=Location("/"), session="s", x_tier="paid")  # E: a member of Tier
user_created("ada", location=Location("/"), session="s")  # E: content of another type
user_created(location=Location("/"), session="s")  # E: content is missing
users(ada)  # E: a list
users([ada], retry_after=3)  # E: a timedelta
moved(user_id="1")  # E: a UUID
moved()  # E: missing keyword
teapot("hot", kettle="3")  # E: an int
teapot(kettle=3)  # E: content is missing
"""


def test_a_module_is_described(project: Project) -> None:
    """The stub is written beside the module, and has its docstrings, its imports and its own spellings of types."""
    project.write({"responses.py": RESPONSES})

    assert project.run("stubs", "responses") == 0
    assert (project.folder / "responses.pyi").read_text() == STUB
    assert project.out == "wrote responses.pyi\n"


def test_a_second_run_writes_nothing(project: Project) -> None:
    """A stub that is up to date is left alone."""
    project.write({"responses.py": RESPONSES})
    project.run("stubs", "responses.py")

    assert project.run("stubs", "responses.py") == 0
    assert project.out == ""


def test_check_compares(project: Project) -> None:
    """With --check a stale stub is a diff and exit code 1, and nothing is written."""
    project.write({"responses.py": RESPONSES, "responses.pyi": STUB.replace("sid: int = 7,", "sid: str,")})

    assert project.run("stubs", "--check", "responses") == 1
    assert "-    sid: str,\n" in project.out
    assert "+    sid: int = 7,\n" in project.out
    assert "sid: str" in (project.folder / "responses.pyi").read_text()


def test_check_is_content_with_what_was_written(project: Project) -> None:
    """With --check a stub that is up to date is exit code 0."""
    project.write({"responses.py": RESPONSES, "responses.pyi": STUB})

    assert project.run("stubs", "--check", "responses") == 0


def test_a_tree_has_its_packages(project: Project) -> None:
    """With --out every package around a module has its `__init__.pyi`, without which mypy passes the tree over."""
    project.write({"shop/__init__.py": "'''The shop.'''\n", "shop/web/__init__.py": "", "shop/web/own.py": RESPONSES})

    assert project.run("stubs", "shop", "--out", "stubs") == 0
    assert sorted(str(path.relative_to(project.folder / "stubs")) for path in project.folder.rglob("*.pyi")) == [
        "shop/__init__.pyi",
        "shop/web/__init__.pyi",
        "shop/web/own.pyi",
    ]
    assert (project.folder / "stubs/shop/web/own.pyi").read_text() == STUB


def test_what_checkers_know_gets_no_stub(project: Project) -> None:
    """A module whose responses are all typed by a Params class needs none, and an old stub of ours is removed."""
    typed = """\
        from antiphon import Location, Params, respond

        class Created(Params):
            location: Location

        created = respond(201).params(Created).compile()
    """
    project.write({"typed.py": typed, "typed.pyi": STUB})

    assert project.run("stubs", "typed") == 0
    assert project.out == "removed typed.pyi\n"
    assert project.run("stubs", "typed") == 0
    assert project.err == "no stub is needed: type checkers see every signature\n"


REFUSED = {
    "a function without types": ("def helper(a):\n    return a\n", "5: the parameter a of helper has no type"),
    "a result without a type": ("def helper(a: int):\n    return a\n", "5: the result of helper has no type"),
    "a method without types": (
        "class Shelf:\n    def put(self, book) -> None: ...\n",
        "6: the parameter book of put has no type",
    ),
    "a value that nobody can tell": ("TABLE = dict(a=1)\n", "5: TABLE is public and has no written type"),
    "a draft": ("base = respond(200)\n", "5: base is public and has no written type"),
    "what a loop leaves behind": (
        "for number in range(3):\n    pass\n",
        "5: number is public, and no stub can say what it is: annotate it, or begin its name with an underscore",
    ),
    "a branch": (
        "import sys\nif sys.argv:\n    x: int = 1\n",
        "6: type checkers cannot tell which branch is taken",
    ),
    "a type from inside a function": (
        """\
def _made() -> type:
    class Local(str): ...
    return Local
a = respond(200).header_param('x', _made()).compile()
""",
        "8: a: _made.<locals>.Local is defined inside a function, where a stub cannot reach it",
    ),
}


@pytest.mark.parametrize(("code", "reason"), REFUSED.values(), ids=list(REFUSED))
def test_what_would_lie_is_refused(code: str, reason: str, project: Project) -> None:
    """A module that a stub cannot describe is refused with the place and the reason, and nothing is written."""
    head = "from antiphon import respond\n\nmade = respond(200).header_param('x_a').compile()\n\n"
    (project.folder / "mixed.py").write_text(head + code)

    assert project.run("stubs", "mixed") == 2
    assert f"mixed.py:{reason}" in project.err
    assert not (project.folder / "mixed.pyi").exists()


def test_a_stub_by_hand_is_left_alone(project: Project) -> None:
    """A stub that somebody wrote is not overwritten."""
    project.write({"responses.py": RESPONSES, "responses.pyi": "found: object\n"})

    assert project.run("stubs", "responses") == 2
    assert "responses.pyi was not written by antiphon" in project.err
    assert (project.folder / "responses.pyi").read_text() == "found: object\n"


def test_a_module_that_raises_is_shown(project: Project) -> None:
    """A faulty declaration is reported as `antiphon check` reports it, with exit code 2."""
    project.write({"faulty.py": "from antiphon import respond\nx = respond(201).location('/u/{id}').compile()\n"})

    assert project.run("stubs", "faulty") == 2
    assert "faulty cannot be imported:\n\nerror[AN013]" in project.err


def test_a_name_that_is_taken_is_imported_under_another(project: Project) -> None:
    """An import line never hides what the module itself calls by that name."""
    project.write(
        {
            "own.py": """\
                from antiphon import respond

                class Literal:
                    pass

                made = respond(204).header_param("x_a").compile()
            """
        }
    )

    assert project.run("stubs", "own") == 0
    text = (project.folder / "own.pyi").read_text()
    assert "from typing import Literal as _Literal\n" in text
    assert (
        "def made(*, x_a: str, background: BackgroundTask | None = None) -> Response[_Literal[204], None]: ..." in text
    )


def test_names_that_are_made_in_a_loop_are_described(project: Project) -> None:
    """Responses that are put into the module by computation are described like those that are written down."""
    project.write(
        {
            "many.py": """\
                from antiphon import respond

                for _name in ("first", "second"):
                    globals()[_name] = respond(200).text().header_param("x_a", int).compile()
            """
        }
    )

    assert project.run("stubs", "many") == 0
    text = (project.folder / "many.pyi").read_text()
    for name in ("first", "second"):
        given = "content: str, *, x_a: int, background: BackgroundTask | None = None"
        assert f"@compiled\ndef {name}({given}) -> PlainTextResponse[Literal[200]]: ..." in text


@pytest.mark.parametrize("checker", CHECKERS)
def test_checkers_read_the_stubs(checker: str, tmp_path: Path) -> None:
    """With the stubs in place each wrong call is refused, and no right one is: beside the modules, and as a tree.

    Neither ty nor pyrefly looks for stubs of a project's own modules but beside them. One run judges both forms.
    """
    copied(EXAMPLE, tmp_path / "catalogue")
    shutil.copy(STUBS / "responses.pyi", tmp_path / "catalogue")
    calls = [tmp_path / "calls.py"]
    calls[0].write_text(CALLS)
    if checker in ("mypy", "pyright"):
        copied(EXAMPLE, tmp_path / "shelved")
        copied(STUBS, tmp_path / "typings" / "shelved")
        calls.append(tmp_path / "calls_of_shelved.py")
        calls[1].write_text(CALLS.replace("catalogue", "shelved"))

    found = CHECKERS[checker](tmp_path, tmp_path / "typings" if checker == "mypy" else None)

    assert marked(calls) == {place for place in found if place[0].startswith("calls")}


def copied(source: Path, target: Path) -> None:
    """A package under another name."""
    target.mkdir(parents=True)
    for path in source.iterdir():
        if path.is_file():
            (target / path.name).write_text(path.read_text().replace("catalogue", target.name))


def test_stubtest_agrees_and_sees_a_renamed_parameter(tmp_path: Path) -> None:
    """The stubs of the example are what its modules are at run time; a parameter of another name is found out.

    The example and a copy whose stub is spoiled are compared in one run, without an allowlist.
    """
    for name in ("catalogue", "spoiled"):
        copied(EXAMPLE, tmp_path / "modules" / name)
        copied(STUBS, tmp_path / "stubs" / name)
        (tmp_path / "stubs" / name / "py.typed").touch()
    stub = tmp_path / "stubs" / "spoiled" / "responses.pyi"
    stub.write_text(stub.read_text().replace("session: str", "sid: str"))
    path = os.pathsep.join([str(tmp_path / "stubs"), str(tmp_path / "modules"), str(ROOT / "src")])

    done = subprocess.run(
        [sys.executable, "-m", "mypy.stubtest", "--concise", "catalogue.responses", "spoiled.responses"],
        env={**os.environ, "PYTHONPATH": path, "MYPYPATH": path},
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
        timeout=PATIENCE,
    )

    assert [
        'spoiled.responses.user_created is inconsistent, runtime does not have parameter "sid"',
        'spoiled.responses.user_created is inconsistent, stub does not have parameter "session"',
    ] == done.stdout.splitlines()
    assert done.returncode == 1


def test_the_example_is_up_to_date(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """The stubs that are kept for the example are those that the command writes."""
    monkeypatch.chdir(ROOT / "examples")

    code = importlib.import_module("antiphon.cli").main(["stubs", "catalogue", "--out", "../stubs", "--check"])

    assert code == 0, capsys.readouterr().out


def test_texts_with_separators_that_end_no_line(project: Project) -> None:
    """A form feed and a line separator in a description leave the lines of the stub in their places."""
    project.write({
        "shop.py": """\
            from antiphon import respond

            first = respond(200).describe("One\\u2028two\\x85three").text("a").header_param("etag", str).compile()
            second = respond(200).text("b").header_param("etag", str).compile()
        """
    })  # fmt: skip

    assert 0 == project.run("stubs", "shop.py"), project.err
    stub = (project.folder / "shop.pyi").read_text(encoding="utf-8")
    names = [node.name for node in ast.parse(stub).body if isinstance(node, ast.FunctionDef)]
    assert ["first", "second"] == names
    assert "One\u2028two\x85three" in stub
