"""`antiphon build`: modules that do what the declarations do, without pydantic."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import textwrap
from pathlib import Path
from typing import Any

import pytest

from antiphon.interpreters.ahead_of_time.module import _Writer
from antiphon.interpreters.ahead_of_time.names import Names, NotWritable
from antiphon.runtime.built import abi_version
from antiphon.runtime.content.text import UTF_8
from antiphon.runtime.plan import BodyPlan
from tests.support import checkers
from tests.support.paths import ROOT
from tests.support.patience import PATIENCE
from tests.support.project import Project

TYPES = """\
    import dataclasses
    import enum
    import msgspec

    class User(msgspec.Struct):
        id: int
        name: str

    @dataclasses.dataclass
    class Reading:
        value: float
        unit: str | None = None

    class Colour(enum.Enum):
        RED = "red"
        BLUE = "blue"
"""

#: Every body kind, fixed and varying, and every kind of param, required, optional and with a default.
DECLARED = """\
    from __future__ import annotations
    from datetime import UTC, datetime, timedelta
    from typing import Any
    from uuid import UUID
    from antiphon import (
        ContentType,
        CookieValue,
        ETag, Location, Params, cookie, header, host_cookie, insecure_cookie, placeholder, redirect, respond
    )
    from things import Colour, Reading, User

    class Many(Params):
        etag: ETag
        location: Location | None = header(default=None)
        retry_after: int = header(default=30)
        trace: str = header("X-Trace")
        colour: Colour = header("X-Colour", default=Colour.RED)
        request: UUID = header("X-Request")
        at: datetime = header("X-At")
        last: datetime | None = header("Last-Modified", default=None)
        session: str = host_cookie(max_age=timedelta(hours=1))
        shade: Colour = cookie(default=Colour.BLUE)
        old: str | None = insecure_cookie(default=None)
        type: str = header("X-Type", default="a\\"b")
        languages: list[str] = header("X-Languages")

    class Kept(Params):
        session: CookieValue[str] = host_cookie(max_age=3600, expires=datetime(2031, 1, 1, tzinfo=UTC))
        theme: str | CookieValue[str] = insecure_cookie(default="light", max_age=60)

    class Chosen(Params):
        content_type: ContentType
        kind: str = header("X-Kind", default="")

    class To(Params):
        location: str = header()

    class Place(Params):
        user_id: int = placeholder()
        q: str = placeholder()

    many = (
        respond(200)
        .json(User)
        .params(Many)
        .cookie("fixed", "1%")
        .describe('Many\\n\\n  "things" \\\\ here.')
        .compile()
    )
    reading = respond(200).json(Reading).compile()
    readings = respond(200).json(list[Reading]).describe("What was read.").compile()
    nulls = respond(200).json(list[Reading], nan="null").compile()
    valid = respond(200).json(User, validate="always").compile()
    debugged = respond(200).json(User, validate="debug").compile()
    all_debugged = respond(200).json(list[User], validate="debug").compile()
    anything = respond(200).json(dict[str, Any]).compile()
    either = respond(200).json(User | Reading | None).compile()
    fixed = respond(200).json_value({"ok": True}).compile()
    page = respond(200).html().compile()
    fixed_page = respond(200).html("<p>hi").compile()
    text = respond(200).text().compile()
    fixed_text = respond(200).text("a,b").compile()
    octets = respond(200).bytes("image/png").compile()
    fixed_octets = respond(200).bytes("image/png", b"\\x89PNG\\0").compile()
    problem = respond(404).problem(title="No such user").compile()
    moved = redirect(308, location="/new").compile()
    there = respond(303).params(To).compile()
    placed = respond(201).json(User).location("/users/{user_id}?q={q}").params(Place).compile()
    chosen = respond(200).bytes(None).params(Chosen).compile()
    written = respond(200).text(media_type=None).params(Chosen).compile()
    kept = respond(204).params(Kept).compile()
    gone = respond(204).compile()
    also_gone = gone
    (odd,) = (respond(205).compile(),)
"""

#: For each response, calls that it takes and calls that it refuses.
CALLS = """\
    from datetime import UTC, datetime
    from uuid import UUID
    from antiphon import ContentType, CookieValue
    from antiphon.headers.etag import ETag
    from antiphon.headers.location import Location
    from things import Colour, Reading, User

    ada = User(1, "Ada")
    given = dict(
        etag=ETag("1"), trace="t", request=UUID(int=7), at=datetime(2026, 1, 2, tzinfo=UTC), session="s",
        languages=["de", "fi"],
    )
    all_given = dict(
        given, location=Location("/x"), retry_after=5, colour=Colour.BLUE, last=datetime(2026, 1, 1, tzinfo=UTC),
        shade=Colour.RED, old="o", type="t",
    )
    CALLS = [
        ("many", (ada,), given),
        ("many", (ada,), all_given),
        *(("many", (ada,), given | wrong) for wrong in (
            {"etag": "no"}, {"location": "//evil.example"}, {"retry_after": "x"}, {"trace": "a\\nb"}, {"trace": 1},
            {"colour": "red"}, {"request": "7"}, {"at": 0}, {"session": "a;b"}, {"session": "x" * 5000},
            {"shade": "red"}, {"old": "\\0"}, {"type": " a"}, {"languages": "de"}, {"sesion": "s"},
        )),
        ("many", (ada,), {}),
        ("many", ({"id": 1, "name": "Ada"},), given),
        ("reading", (Reading(1.5, "K"),), {}),
        ("reading", (Reading(float("nan")),), {}),
        ("readings", ([Reading(1.5), Reading(2.5)],), {}),
        ("readings", ([Reading(float("inf"))],), {}),
        ("readings", ((),), {}),
        ("nulls", ([Reading(float("nan"))],), {}),
        *((name, (content,), {}) for name in ("valid", "debugged") for content in (ada, User("x", 1))),
        *(("all_debugged", ([content],), {}) for content in (ada, User("x", 1))),
        ("anything", ({"a": [1, None, "é"]},), {}),
        ("anything", ({"a": float("nan")},), {}),
        ("anything", ({"a": object()},), {}),
        ("either", (ada,), {}),
        ("either", (None,), {}),
        ("either", (1,), {}),
        ("page", ("<p>é",), {}),
        ("page", (b"<p>",), {}),
        ("text", ("é",), {}),
        ("text", ("\\ud800",), {}),
        *((name, ("a",) if name == "written" else (b"a",), {"content_type": given})
            for name in ("chosen", "written") for given in (
                ContentType("text/csv"), ContentType.active("text/html"), ContentType("text/csv; charset=latin1"),
                "text/csv", "text/html", 3,
            )),
        *(("kept", (), given) for given in (
            {"session": CookieValue("t")},
            {"session": CookieValue("t", expires=datetime(2030, 1, 2, tzinfo=UTC))},
            {"session": CookieValue("t", max_age=5), "theme": CookieValue("x", secure=True)},
            {"session": CookieValue("t", secure=False)}, {"session": CookieValue("t", max_age=-1)}, {"session": "t"},
            {"session": CookieValue("t"), "theme": "x"},
        )),
        ("octets", (b"\\0\\xff",), {}),
        ("octets", (bytearray(b"x"),), {}),
        ("octets", ("x",), {}),
        ("there", (), {"location": "/users/1"}),
        ("there", (), {"location": "https://evil.example/"}),
        ("placed", (ada,), {"user_id": 7, "q": "a&b é"}),
        ("placed", (ada,), {"user_id": "7", "q": ""}),
        *((name, (), {}) for name in (
            "fixed", "fixed_page", "fixed_text", "fixed_octets", "problem", "moved", "gone", "also_gone", "odd"
        )),
    ]
"""

#: Prints what there is to see of the responses of a module, and which of some modules were loaded by then.
WITNESS = """\
    import asyncio, importlib, inspect, json, sys
    module, calls, *forbidden = sys.argv[1:]
    sys.path.insert(0, ".")
    for name in forbidden:
        sys.modules[name] = None  # importing it raises

    def errors(error):
        return [type(error).__name__, str(error)]

    async def sent(app, *arguments, **keywords):
        messages = []
        async def send(message):
            messages.append(message)
        await app(send, *arguments, **keywords)
        return repr(messages)

    built = importlib.import_module(module)
    loaded = [name for name in ("pydantic", "antiphon.spec", "antiphon.builder") if sys.modules.get(name)]
    calls = importlib.import_module(calls).CALLS
    seen = {}
    for name in dict.fromkeys(name for name, _, _ in calls):
        function = getattr(built, name)
        seen[name] = [
            function.__name__, function.__qualname__, function.__doc__, str(inspect.signature(function)),
            function.send.__name__, function.send.__qualname__, str(inspect.signature(function.send)),
            inspect.isfunction(function), inspect.iscoroutinefunction(function.send),
        ]
    answers = []
    for name, arguments, keywords in calls:
        function = getattr(built, name)
        try:
            response = function(*arguments, **keywords)
            scope = {"type": "http"}
            whole = asyncio.run(sent(lambda send: response(scope, None, send)))
            kind = [type(response).__name__, response.media_type, response.background_policy]
        except Exception as error:
            whole = kind = errors(error)
        try:
            in_place = asyncio.run(sent(function.send, *arguments, **keywords))
        except Exception as error:
            in_place = errors(error)
        answers.append([name, kind, whole, in_place])
    print(json.dumps({"loaded": loaded, "seen": seen, "answers": answers}))
"""

NO_PYDANTIC = ("pydantic", "pydantic_core", "antiphon.spec")


def witness(folder: Path, module: str, calls: str, *forbidden: str, debug: str = "0") -> dict[str, Any]:
    """The responses of a module as a fresh Python sees them, with some imports forbidden."""
    program = textwrap.dedent(WITNESS)
    command = [sys.executable, "-c", program, module, calls, *forbidden]
    environment = {
        **os.environ,
        "ANTIPHON_DEBUG": debug,
        "PYTHONPATH": os.pathsep.join(path for path in sys.path if path),
    }
    done = subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, text=True, check=False, timeout=PATIENCE
    )
    assert done.returncode == 0, done.stderr
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def test_a_built_module_answers_as_its_declarations(project: Project) -> None:
    """Names, docstrings, signatures, messages of objects and of `.send`, and errors are the same, without pydantic."""
    project.write({"things.py": TYPES, "declared.py": DECLARED, "calls.py": CALLS})
    assert project.run("build", "declared", "-o", "built") == 0, project.err

    expected = witness(project.folder, "declared", "calls")
    found = witness(project.folder, "built.declared", "calls", *NO_PYDANTIC)

    assert found["loaded"] == []
    assert expected["seen"] == found["seen"]
    assert expected["answers"] == found["answers"]
    assert sum("Error" in str(answer[1]) for answer in found["answers"]) > 20


def test_content_is_validated_where_the_serving_process_is_debugged(project: Project) -> None:
    """`validate="debug"` goes by the process that imports the built module, not by the one that built it."""
    project.write({"things.py": TYPES, "declared.py": DECLARED, "calls.py": CALLS})
    project.run("build", "declared", "-o", "built")

    expected = witness(project.folder, "declared", "calls", debug="1")
    found = witness(project.folder, "built.declared", "calls", debug="1")

    assert expected["answers"] == found["answers"]
    assert found["answers"] != witness(project.folder, "built.declared", "calls")["answers"]


SHOP_CALLS = """\
    from antiphon.headers.etag import ETag
    from antiphon.headers.location import Location
    from shop.models import Account, InvalidInput, Item, Order
    import datetime as dt, enum, typing

    def plain(name, **keywords):
        return (name, (), keywords)

    CALLS = [
        plain("logged_out"), plain("items_unchanged", etag=ETag("7")), plain("order_placed", location=Location("/o")),
        plain("unauthorized"), plain("not_found"), plain("method_not_allowed", allow="GET, HEAD"),
        plain("email_taken"), plain("sku_taken"), plain("out_of_order"), plain("healthy"),
        ("front_page", ("<p>shop",), {}), ("items", ([],), {"etag": ETag("7")}), ("items", (1,), {"etag": ETag("7")}),
        ("signed_up", (None,), {"session": "s", "location": Location("/")}), ("account", (1,), {}), ("item", (1,), {}),
        ("order", (1,), {}), ("item_created", (1,), {"location": Location("/")}), ("invalid_input", (1,), {}),
        ("logged_in", (1,), {"session": "s"}),
    ]
"""


def test_the_shop_is_built(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    """The example's responses are built and answer the same. Its models are pydantic's, so pydantic is loaded."""
    monkeypatch.syspath_prepend(str(ROOT / "examples"))
    project.write({"calls.py": SHOP_CALLS})
    assert project.run("build", "shop.responses", "-o", "built") == 0, project.err

    expected = witness(project.folder, "shop.responses", "calls")
    found = witness(project.folder, "built.responses", "calls", "antiphon.spec", "antiphon.builder")

    assert found["loaded"] == ["pydantic"]
    assert (expected["seen"], expected["answers"]) == (found["seen"], found["answers"])


SMALL = """\
    from antiphon import respond
    from things import User

    created = respond(201).json(User).cookie("lang", "en").describe("It exists.").compile()
"""


def run_in(folder: Path, program: str) -> str:
    """The output of a fresh Python that runs a program there."""
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([".", *(path for path in sys.path if path)])}
    command = [sys.executable, "-c", textwrap.dedent(program)]
    return subprocess.run(
        command,
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        check=True,
        timeout=PATIENCE,
    ).stdout.strip()


def test_a_spec_is_read_when_it_is_asked_for(project: Project) -> None:
    """Until a `.spec` is touched, pydantic is not loaded; then it is the declared one, for every purpose."""
    project.write({"things.py": TYPES, "declared.py": SMALL})
    project.run("build", "declared", "-o", "built")

    printed = run_in(
        project.folder,
        """\
        import sys
        from built.declared import created
        spec = created.spec
        print("pydantic" in sys.modules)
        print(spec.status, spec.cookies[0].name, "pydantic" in sys.modules)
        import copy, pickle
        from antiphon import ResponseSpec, check
        from declared import created as declared
        wanted = declared.spec
        print(spec == wanted, wanted == spec, {spec: 1}[wanted], isinstance(spec, ResponseSpec))
        print(check(spec) == check(wanted))
        print(repr(spec) == repr(wanted), pickle.loads(pickle.dumps(spec)) == wanted)
        print(copy.deepcopy(spec) == wanted)
        print(type(created.spec) is ResponseSpec, created.spec.model_dump_json() == wanted.model_dump_json())
        """,
    )

    assert printed.splitlines() == [
        "False",
        "201 lang True",
        "True True 1 True",
        "True",
        "True True",
        "True",
        "True True",
    ]


def test_what_is_written_does_not_depend_on_the_process(project: Project) -> None:
    """Two processes with different hashes write the same octets, and say where they come from."""
    project.write({"things.py": TYPES, "declared.py": DECLARED})
    texts = set()
    for seed in ("1", "2"):
        environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
        command = [sys.executable, "-m", "antiphon", "build", "declared", "-o", f"built{seed}"]
        subprocess.run(command, cwd=project.folder, env=environment, capture_output=True, check=True, timeout=PATIENCE)
        texts.add((project.folder / f"built{seed}" / "declared.py").read_bytes())

    assert len(texts) == 1
    assert texts.pop().startswith(b"# Written by `antiphon build declared`; do not edit.")


def test_check_compares_octet_for_octet(project: Project) -> None:
    """`--check` is silent with exit 0 where nothing differs; else it shows the difference, writes nothing, and is 1."""
    project.write({"things.py": TYPES, "declared.py": SMALL})
    path = project.folder / "built" / "declared.py"

    assert project.run("build", "declared", "-o", "built", "--check") == 1
    assert project.out.startswith("--- /dev/null\n+++ built/declared.py\n")
    assert not path.exists()
    assert (project.run("build", "declared", "-o", "built"), project.out) == (0, "wrote built/declared.py\n")
    assert (project.run("build", "declared", "-o", "built"), project.out) == (0, "")
    assert (project.run("build", "declared", "-o", "built", "--check"), project.out) == (0, "")
    path.write_text(path.read_text().replace("201", "200"))
    assert project.run("build", "declared", "-o", "built", "--check") == 1
    assert '-        "status": 200,' in project.out
    assert '+        "status": 201,' in project.out


def test_check_reports_what_would_not_be_written_any_more(project: Project) -> None:
    """A module that was built from one that is gone is a difference; a file of somebody else's is not."""
    project.write({"things.py": TYPES, "api/__init__.py": "", "api/a.py": SMALL, "api/b.py": SMALL})
    project.run("build", "api", "-o", "built")
    (project.folder / "api" / "b.py").unlink()
    (project.folder / "built" / "mine.py").write_text("x = 1\n")

    assert project.run("build", "api", "-o", "built", "--check") == 1
    assert project.out.splitlines()[:2] == ["--- built/b.py", "+++ /dev/null"]
    assert "mine" not in project.out


def test_a_package_is_built_as_a_package(project: Project) -> None:
    """Each module of a package has its file, at its place within the package; modules without responses have none."""
    project.write(
        {
            "things.py": TYPES,
            "api/__init__.py": "from antiphon import respond\nok = respond(200).text('ok').compile()\n",
            "api/users/__init__.py": "",
            "api/users/answers.py": SMALL,
            "api/nothing.py": "",
        }
    )

    assert project.run("build", "api", "-o", "built") == 0, project.err

    written = sorted(str(path.relative_to(project.folder)) for path in (project.folder / "built").rglob("*.py"))
    assert written == ["built/__init__.py", "built/users/__init__.py", "built/users/answers.py"]
    assert run_in(project.folder, "import built, built.users.answers as a; print(built.ok(), a.created.__doc__)") == (
        "<PlainTextResponse 200> It exists."
    )


def test_what_was_built_into_the_package_is_not_built_again(project: Project) -> None:
    """A built module within the package that is built is not a declaration, and `check` judges it once."""
    project.write({"things.py": TYPES, "api/__init__.py": "", "api/answers.py": SMALL})
    project.run("build", "api", "-o", "api/built")

    assert (project.run("build", "api", "-o", "api/built", "--check"), project.out) == (0, "")


def test_a_folder_of_scripts_is_built_file_by_file(project: Project) -> None:
    """A folder without `__init__.py` and a file by its path are targets, too."""
    project.write({"things.py": TYPES, "scripts/one.py": SMALL, "scripts/two.py": SMALL})
    (project.folder / "scripts" / "things.py").write_text(textwrap.dedent(TYPES))

    assert project.run("build", "scripts/one.py", "-o", "file") == 0, project.err
    assert (project.folder / "file" / "one.py").is_file()
    assert project.run("build", "./scripts", "-o", "folder") == 0, project.err
    assert sorted(path.name for path in (project.folder / "folder").iterdir()) == ["one.py", "two.py"]


def test_classes_of_replies_alone_are_nothing_to_build(project: Project) -> None:
    """A module that declares classes of replies only is noted, and left out of its package."""
    classes = "from antiphon import Bodiless\nclass Gone(Bodiless): ...\n"
    project.write({"things.py": TYPES, "api/__init__.py": "", "api/a.py": classes, "api/b.py": SMALL})

    assert project.run("build", "./api", "-o", "built") == 0
    assert project.err == "note: api.a.Gone is a class of replies: import it from api.a\n"
    assert [path.name for path in (project.folder / "built").iterdir()] == ["b.py"]


NAMES = """\
    from antiphon import Params, header, respond
    import things, more

    class Hostile(Params):
        len: str = header("X-A", default="a")
        User: str = header("X-B")
        _class = 1

    User = respond(200).json(things.User).params(Hostile).compile()
    str = respond(200).json(more.User).compile()
    frozenset = respond(200).json(list[more.User]).compile()
    Literal = respond(200).json(more.Outer.Inner).compile()
    JSONResponse = respond(200).json(object).compile()
"""
MORE = """\
    import msgspec

    class User(msgspec.Struct):
        name: str

    class Outer:
        class Inner(msgspec.Struct):
            a: int
"""
NAMES_CALLS = """\
    import more, things
    CALLS = [
        ("User", (things.User(1, "a"),), {"User": "b"}), ("str", (more.User("a"),), {}), ("str", ("a",), {}),
        ("frozenset", ([more.User("a")],), {}), ("Literal", (more.Outer.Inner(1),), {}), ("JSONResponse", ([1],), {}),
    ]
"""


def test_names_do_not_get_in_each_others_way(project: Project) -> None:
    """Types of the same name, and responses and params that are called as types and builtins are, stay apart."""
    names = NAMES.replace("        _class = 1\n", "")
    project.write({"things.py": TYPES, "more.py": MORE, "declared.py": names, "calls.py": NAMES_CALLS})
    assert project.run("build", "declared", "-o", "built") == 0, project.err

    expected = witness(project.folder, "declared", "calls")
    found = witness(project.folder, "built.declared", "calls", *NO_PYDANTIC)

    assert (expected["seen"], expected["answers"]) == (found["seen"], found["answers"])


DEFAULTS = """\
    from datetime import UTC, datetime, timedelta
    from uuid import UUID
    from antiphon import ETag, Params, header, respond
    from things import Colour

    class Told(Params):
        etag: ETag = header(default=ETag("a", weak=True))
        colour: Colour = header("X-Colour", default=Colour.RED)
        at: datetime = header("X-At", default=datetime(2026, 1, 2, tzinfo=UTC))
        lasts: timedelta = header("X-Lasts", default=timedelta(days=1, seconds=2))
        number: UUID = header("X-Number", default=UUID(int=7))

    class Bits(Params):
        flag: int = header("X-Flag", default=1)

    told = respond(200).params(Told).json(tuple[int, ...]).compile()
    bits = respond(200).params(Bits).text().compile()
"""
DEFAULTS_CALLS = """\
    from datetime import UTC, datetime, timedelta
    CALLS = [
        ("told", ((1, 2),), {}), ("told", ((1, 2),), {"at": datetime(2027, 1, 1, tzinfo=UTC)}),
        ("told", ((1, 2),), {"lasts": timedelta(1)}), ("bits", ("a",), {}), ("bits", ("a",), {"flag": 2}),
    ]
"""


def test_defaults_of_every_type_are_written_down(project: Project) -> None:
    """A default is the same value with the same octets, whatever its type."""
    project.write({"things.py": TYPES, "declared.py": DEFAULTS, "calls.py": DEFAULTS_CALLS})
    assert project.run("build", "declared", "-o", "built") == 0, project.err

    expected = witness(project.folder, "declared", "calls")
    found = witness(project.folder, "built.declared", "calls", *NO_PYDANTIC)

    assert (expected["seen"], expected["answers"]) == (found["seen"], found["answers"])


def test_a_function_keeps_the_name_that_it_was_given(project: Project) -> None:
    """A response that was compiled for another name, or for none, calls itself what the declared one does."""
    text = """\
        from antiphon import respond
        made = {"ok": respond(200).text("ok").compile()}
        healthy = made["ok"]
        """
    project.write({"declared.py": text})
    assert project.run("build", "declared", "-o", "built") == 0, project.err

    program = "from {} import healthy as h; print(h.__name__, h.__qualname__, h.send.__qualname__)"
    assert run_in(project.folder, program.format("declared")) == run_in(
        project.folder, program.format("built.declared")
    )


REFUSED = {
    "a type without a name": (
        "from typing import Annotated\nr = respond(200).json(list[Annotated[int, msgspec.Meta(gt=1)]]).compile()",
        "has no name: Annotated is not a type that can be imported",
    ),
    "a type of the script that runs": (
        "class Main(msgspec.Struct): ...\nMain.__module__ = '__main__'\nr = respond(200).json(Main).compile()",
        "r: Main is declared in __main__, which another process cannot import",
    ),
    "a type inside a function": (
        "def local():\n    class Own(msgspec.Struct): ...\n    return Own\nr = respond(200).json(local()).compile()",
        "r: declared.local.<locals>.Own is declared inside a function, where no import reaches it",
    ),
    "a name that leads elsewhere": (
        "class One(msgspec.Struct): ...\nr = respond(200).json(One).compile()\nOne = int",
        "r: declared.One leads to something else than the type of that name",
    ),
}


@pytest.mark.parametrize(("text", "reason"), REFUSED.values(), ids=list(REFUSED))
def test_what_cannot_be_imported_by_name_is_refused(text: str, reason: str, project: Project) -> None:
    """Such a type is refused with its reason and exit 2, and nothing is written."""
    project.write({"declared.py": f"import msgspec\nfrom antiphon import respond\n{text}\n"})

    assert project.run("build", "declared", "-o", "built") == 2
    assert reason in project.err
    assert not (project.folder / "built").exists()


@pytest.mark.parametrize("type_", [3, "User"], ids=["a value", "a text"])
def test_what_has_no_name_cannot_be_written(type_: object) -> None:
    """A value in the place of a type that cannot be imported is refused."""
    with pytest.raises(NotWritable, match="has no name that a module could import it by"):
        Names([]).type(type_)


def test_a_value_without_a_text_cannot_be_written() -> None:
    """A value is written only where its text gives an equal value."""
    with pytest.raises(NotWritable, match="a value of type list cannot be written down"):
        Names([]).value([1])


def test_a_body_kind_says_how_its_content_is_made() -> None:
    """A body kind that does not say how another process makes its content is refused, not guessed at."""
    with pytest.raises(NotWritable, match=r"BodyPlan\.recipe"):
        _Writer(Names([])).content(BodyPlan("text/plain", None, UTF_8, "Response"))


def test_a_script_outside_of_the_path_cannot_be_imported(project: Project) -> None:
    """A type in a script whose name is not a module's is refused."""
    head = "import msgspec\nfrom antiphon import respond\n"
    project.write({"my-script.py": f"{head}class A(msgspec.Struct): ...\nr = respond(200).json(A).compile()\n"})

    assert project.run("build", "my-script.py", "-o", "built") == 2
    assert "no import finds the module" in project.err


CANNOT = {
    "a folder with nothing to build": (["./empty"], "there is no Python file in empty"),
    "a single response": (["declared:created"], "whole modules are built, not single responses"),
    "a module without responses": (["things"], "things has no responses that `.compile()` made at module level"),
    "no such module": (["thing"], "there is no module thing"),
}


@pytest.mark.parametrize(("arguments", "reason"), CANNOT.values(), ids=list(CANNOT))
def test_what_is_no_target_cannot_be_built(arguments: list[str], reason: str, project: Project) -> None:
    """A request for something that is not there is exit 2, with the reason."""
    project.write({"things.py": TYPES, "declared.py": SMALL, "empty/readme.txt": ""})

    assert project.run("build", *arguments, "-o", "built") == 2
    assert reason in project.err


def test_a_file_of_somebody_elses_is_not_written_over(project: Project) -> None:
    """The command writes over its own files alone."""
    project.write({"things.py": TYPES, "declared.py": SMALL})

    assert project.run("build", "declared", "-o", ".") == 2
    assert "declared.py is not a file that this command wrote" in project.err
    assert (project.folder / "declared.py").read_text() == textwrap.dedent(SMALL)


def test_findings_stand_in_the_way(project: Project) -> None:
    """A module with findings of level error is not built: they are shown, with exit 1."""
    text = "from antiphon import respond\nr = respond(200).text('x').cookie('a', 'b;c').compile()\n"
    project.write({"declared.py": text})

    assert project.run("build", "declared", "-o", "built") == 1
    assert "error[CK003]" in project.err
    assert not (project.folder / "built").exists()


def test_what_a_module_raises_stands_in_the_way(project: Project) -> None:
    """A module that raises on import is not built: what it raised is shown at its line, with exit 1."""
    project.write({"declared.py": "1 / 0\n"})

    assert project.run("build", "declared", "-o", "built") == 1
    assert "declared.py:1" in project.err


def test_what_keeps_pydantic_loaded_is_noted(project: Project) -> None:
    """Types beside the responses are imported from there; and classes of replies stay where they are."""
    text = """\
        import msgspec
        from antiphon import Reply, respond

        class User(msgspec.Struct):
            name: str

        class Found(Reply[User]): ...

        found = respond(200).json(User).compile()
        """
    project.write({"declared.py": text})

    assert project.run("build", "declared", "-o", "built") == 0
    assert project.err == (
        "note: declared.Found is a class of replies: import it from declared\n"
        "note: declared.py imports declared, which has types of its own beside the responses; "
        "types in a module of their own let it serve without pydantic\n"
    )


def test_a_module_of_another_abi_version_is_refused() -> None:
    """A built module asks for the ABI version that it was written for, and says what to do where there is another."""
    with pytest.raises(ImportError, match="run `antiphon build` again"):
        abi_version(0)


CALLER = """\
from typing import Literal, assert_type
from antiphon import Location
from antiphon.responses import JSONResponse, Response
from built.typed import created, gone
from things import User

async def call(send: object) -> None:
    made = created(User(1, "Ada"), location=Location("/users/1"), session="s")
    assert_type(made, JSONResponse[Literal[201], User])
    assert_type(gone(), Response[Literal[204], None])
    created(User(1, "Ada"), location=Location("/users/1"), sesion="s")  # E:
    created({"id": 1}, location=Location("/users/1"), session="s")  # E:
    created(User(1, "Ada"), location="/users/1", session="s")  # E:
    gone(1)  # E:

async def send_it(message: object) -> None: ...

async def place() -> None:
    await created.send(send_it, User(1, "Ada"), location=Location("/users/1"), session="s")
    await created.send(send_it, User(1, "Ada"), location=Location("/users/1"))  # E:
    assert_type(created.spec.status, int)
"""
TYPED = """\
    from antiphon import Location, Params, host_cookie, respond
    from things import User

    class Created(Params):
        location: Location
        session: str = host_cookie()

    created = respond(201).json(User).params(Created).describe("It exists.").compile()
    gone = respond(204).compile()
"""


@pytest.mark.newest
@pytest.mark.parametrize("checker", [checkers.mypy, checkers.pyright], ids=["mypy", "pyright"])
def test_callers_of_a_built_module_are_checked(checker: Any, project: Project) -> None:
    """Both checkers know content, params and result of a built function, and find nothing in the built module."""
    project.write({"things.py": TYPES, "typed.py": TYPED})
    assert project.run("build", "typed", "-o", "built") == 0
    (project.folder / "caller.py").write_text(CALLER)
    wrong = {("caller.py", at) for at, line in enumerate(CALLER.splitlines(), 1) if "# E:" in line}

    assert wrong == set(checker(project.folder))


ENCODED = """
    from datetime import date
    from decimal import Decimal
    from typing import Annotated, Literal
    from antiphon import Params, cookie, header, respond
    from fields import Invalid, Path, flag

    class Varying(Params):
        location: Path
        on: bool = header("X-On", encode=flag)
        dry: bool = header("X-Dry", default=True, encode=flag)
        day: date = cookie(encode=date.isoformat)
        limit: float | Literal["none"] = header("X-Limit", default=0.5)
        price: Annotated[Decimal, "with two places"] = cookie(default=Decimal("1.50"))
        tags: list[str] | None = header("X-Tags", default=None)

    moved = respond(303).params(Varying).compile()
    invalid = respond(422).json(Invalid).compile()
    broke = respond(402).problem(title="t", extensions={"balance": 3}).compile()
"""
FIELDS = """
    from typing import NewType
    from antiphon import Problem

    Path = NewType("Path", str)

    def flag(on: bool) -> str:
        return "1" if on else "0"

    class Invalid(Problem):
        errors: list[str] = []
"""
ENCODED_CALLS = """
    from datetime import date
    from fields import Invalid

    DAY = date(2030, 1, 2)
    CALLS = [
        ("moved", (), {"location": "/a", "on": True, "day": DAY}),
        ("moved", (), {"location": "/a", "on": False, "dry": False, "day": DAY, "limit": "none", "tags": ["a", "b"]}),
        ("moved", (), {"location": "//evil.example", "on": True, "day": DAY}),
        ("moved", (), {"location": "/a", "on": True, "day": DAY, "tags": ["a, b"]}),
        ("invalid", (Invalid(errors=["a"]),), {}), ("invalid", (Invalid(status=400),), {}), ("broke", (), {}),
    ]
"""


def test_a_built_module_writes_params_and_problems_alike(project: Project) -> None:
    """The functions of `encode`, defaults of every type, and the status of a problem are in the written module."""
    project.write({"fields.py": FIELDS, "declared.py": ENCODED, "calls.py": ENCODED_CALLS})
    assert project.run("build", "declared", "-o", "built") == 0, project.err

    expected = witness(project.folder, "declared", "calls")
    found = witness(project.folder, "built.declared", "calls", *NO_PYDANTIC)

    assert expected["seen"] == found["seen"]
    assert expected["answers"] == found["answers"]
