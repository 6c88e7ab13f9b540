"""Plug-ins that are broken in many ways: each is told by its distribution, and ends nothing else."""

from __future__ import annotations

import importlib.metadata
import io
import logging
from collections.abc import Iterator
from contextlib import redirect_stdout
from pathlib import Path
from typing import Any

import pytest

from antiphon.cli.collecting.importing import Imports
from antiphon.cli.inputs import sources
from antiphon.errors import PluginError
from antiphon.headers import plugins
from antiphon.headers.field import FieldError
from antiphon.headers.plugins import Loaded, checked_field, loaded, own_fields_with_sources
from antiphon.headers.values.text_field import TextField
from antiphon.rules.parts import ResponseParts
from antiphon.rules.plugins import checked_rule, own_rules
from antiphon.rules.rule import Finding, Rule
from antiphon.spec import ResponseSpec
from antiphon.testing import JudgedResponse, StrictWSGI
from tests.support.lsp_editor import Editor
from tests.support.plugin_rule import SOURCE, greeting
from tests.support.plugin_site import Site

PARTS = ResponseParts(ResponseSpec(status=200))


class Ending(BaseException):
    """An exception that nobody expects, and whose text raises."""

    def __str__(self) -> str:
        raise RuntimeError("no text")


class Distribution:
    """As importlib.metadata has it."""

    name, version = "acme-rules", "1.0"


class Point:
    """An entry point whose object is made by a function."""

    dist, name, value = Distribution(), "acme", "acme:RULES"

    def __init__(self, load: Any) -> None:
        self.load = load


@pytest.fixture
def installed(monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    """Puts entry points in the place of those that are installed."""

    def install(*loads: Any, group: str = "antiphon.rules") -> None:
        points = {group: [Point(load) for load in loads]}
        monkeypatch.setattr(importlib.metadata, "entry_points", lambda group: points.get(group, []))
        monkeypatch.setattr(plugins, "installed", lambda: True)
        own_fields_with_sources.cache_clear()

    yield install
    own_fields_with_sources.cache_clear()


def raising(error: BaseException) -> Any:
    """A function that raises it."""

    def function(*_: object, **__: object) -> Any:
        raise error

    return function


def pieces() -> Iterator[int]:
    """A list that ends in the middle."""
    yield from ()
    raise ValueError("in the\nmiddle")


@pytest.mark.parametrize(
    ("load", "what"),
    [
        (raising(SystemExit(3)), "it cannot be loaded: SystemExit: 3"),
        (raising(Ending()), "it cannot be loaded: Ending"),
        (raising(GeneratorExit()), "it cannot be loaded: GeneratorExit"),
        (raising(SyntaxError("no\nPython")), "it cannot be loaded: SyntaxError: no"),
        (pieces, "it cannot be loaded: ValueError: in the"),
    ],
)
def test_what_cannot_be_loaded(installed: Any, load: Any, what: str) -> None:
    """Whatever its module raises, were it the end of the process, is told in one line."""
    installed(load)

    with pytest.raises(PluginError) as raised:
        list(loaded("antiphon.rules"))

    assert (SOURCE.distribution, SOURCE.entry, what) == (
        raised.value.distribution,
        raised.value.entry,
        raised.value.what,
    )


def test_an_interrupt_is_the_user_s(installed: Any) -> None:
    """Ctrl-C while a plug-in is loaded, or runs, ends what the user wants to end."""
    installed(raising(KeyboardInterrupt()))

    with pytest.raises(KeyboardInterrupt):
        list(loaded("antiphon.rules"))
    with pytest.raises(KeyboardInterrupt):
        checked_rule(Loaded(SOURCE, greeting._replace(check=raising(KeyboardInterrupt())))).check(PARTS)


def test_what_a_module_prints(installed: Any, capsys: pytest.CaptureFixture[str]) -> None:
    """It goes to stderr: standard output has reports, and what a language server says."""
    installed(lambda: print("loading") or ())

    assert [] == list(loaded("antiphon.rules"))
    assert ("", "loading\n") == tuple(capsys.readouterr())


def test_a_circle_of_imports(installed: Any) -> None:
    """A plug-in that needs itself while it is imported is told how to mend that, once."""
    text = "partially initialized module 'acme' has no attribute 'RULES' (most likely due to a circular import)"
    inner = [raising(AttributeError(text))]
    installed(lambda: inner.pop()() if inner else list(loaded("antiphon.rules")))

    with pytest.raises(PluginError) as raised:
        list(loaded("antiphon.rules"))

    assert raised.value.what == f"it cannot be loaded: AttributeError: {text}"
    assert raised.value.help.startswith("import what declares responses, or looks the field up, after it")


def test_a_plugin_that_looks_its_own_field_up(site: Site) -> None:
    """It finds the field where the class is there by then, also in a declaration, and so does everybody later."""
    field = """\
        from antiphon.headers.registry import field_class
        from antiphon.headers.values.text_field import TextField

        class Team(TextField):
            __slots__ = ()
            field_name = "X-Acme-Team"
            code, citation, url = "XACME003", "c", "https://a.example/"
            examples, refused = ("search",), ("",)
            decode = classmethod(lambda cls, text: cls(text))

        assert field_class("x-acme-team") is Team
        assert field_class("X-Nobody-Has-This") is None

        from antiphon import respond
        hello = respond(200).text("hello").header("X-Acme-Team", "search").compile()
    """
    site.install("acme-rules", {"antiphon.headers": {"team": "acme:Team"}}, {"acme.py": field})
    code = "from antiphon.headers.registry import field_class; print(field_class('X-Acme-Team'))"

    done = site.run("-c", code)
    assert ("<class 'acme.Team'>\n", "") == (done.stdout, done.stderr)


@pytest.mark.parametrize(
    ("changed", "what"),
    [
        ({"code": 3}, "greeting: its code is int, and str is needed"),
        ({"url": None}, "greeting: its url is NoneType, and str is needed"),
        ({"level": "fatal"}, "XACME001 has the level 'fatal'"),
        ({"level": "silent"}, "XACME001 has the level 'silent'"),
        ({"strict": "fatal"}, "XACME001 has the level 'warning' and in the profile strict 'fatal'"),
    ],
)
def test_a_rule_of_the_wrong_types(changed: Any, what: str) -> None:
    """It is refused when it is loaded, before any response is judged."""
    with pytest.raises(PluginError) as raised:
        checked_rule(Loaded(SOURCE, greeting._replace(**changed)))

    assert what == raised.value.what


@pytest.mark.parametrize(
    ("check", "what"),
    [
        (raising(SystemExit(4)), "raises: SystemExit: 4"),
        (raising(Ending()), "raises: Ending"),
        (lambda _: None, "raises: TypeError: 'NoneType' object is not iterable"),
        (lambda _: [Finding("status", 3)], "gives a Finding whose path, message and help are not all str"),  # type: ignore[arg-type]  # on purpose
        (lambda _: [Finding(None, "a")], "gives a Finding whose path, message and help are not all str"),  # type: ignore[arg-type]  # on purpose
        (lambda _: [Finding("", "a", "fatal")], "gives a Finding with the level 'fatal'"),  # type: ignore[arg-type]  # on purpose
        (lambda _: [Finding("", "a", None, "loud")], "gives a Finding with the level 'loud'"),  # type: ignore[arg-type]  # on purpose
    ],
)
def test_a_rule_that_fails_at_a_response(check: Any, what: str) -> None:
    """The rule and its distribution are named."""
    with pytest.raises(PluginError) as raised:
        checked_rule(Loaded(SOURCE, greeting._replace(check=check))).check(PARTS)

    assert f"XACME001 (greeting) {what}" == raised.value.what


@pytest.mark.parametrize(
    ("second", "what"),
    [
        ({"slug": "other"}, "there is a rule XACME001 already, of acme-rules 1.0"),
        ({"code": "XACME002"}, "there is a rule greeting already, of acme-rules 1.0"),
    ],
)
def test_two_rules_with_one_code_or_name(installed: Any, second: Any, what: str) -> None:
    """Both distributions are named."""
    rules: list[Rule] = [greeting, greeting._replace(**second)]
    installed(*(lambda one=one: one for one in rules))

    with pytest.raises(PluginError) as raised:
        list(own_rules(()))

    assert what == raised.value.what


class Team(TextField):
    """A team."""

    __slots__ = ()
    field_name = "X-Acme-Team"
    code, citation, url = "XACME003", "c", "https://a.example/"
    examples, refused = ("search",), ("",)

    @classmethod
    def decode(cls, value: str) -> Team:
        if not value:
            raise FieldError("X-Acme-Team: nobody")
        return cls(value)


@pytest.mark.parametrize(
    ("changed", "what"),
    [
        ({"examples": 3}, "is not a typed field: its examples are not a tuple of str"),
        ({"refused": ("", 3)}, "is not a typed field: its refused are not a tuple of str"),
        ({"url": 3}, "is not a typed field: its url is not a str"),
        ({"field_name": b"X"}, "is not a typed field: its field_name is not a str"),
        ({"decode": "text"}, "is not a typed field: its decode is not a function"),
        ({"decode": classmethod(lambda _, text: 1 / len(text))}, "raises at 'search': AttributeError"),
        ({"encode": lambda _: 3}, ".encode gives int at 'search'"),
        ({"encode": raising(SystemExit(3))}, "raises at 'search': SystemExit: 3"),
    ],
)
def test_a_field_that_fails_at_its_own_examples(changed: Any, what: str) -> None:
    """It is refused when it is loaded, so that it does not fail at a call."""
    field = type("Other", (Team,), {"__slots__": (), **changed})

    with pytest.raises(PluginError) as raised:
        checked_field(Loaded(SOURCE, field))

    assert raised.value.what.replace("Other ", "").replace("Other", "").startswith(what)
    assert checked_field(Loaded(SOURCE, Team)).examples == Team.examples


def test_two_classes_for_one_field(installed: Any) -> None:
    """As for rules."""
    installed(lambda: Team, lambda: type("Other", (Team,), {"__slots__": ()}), group="antiphon.headers")

    with pytest.raises(PluginError, match=r"X-Acme-Team has a class already, of acme-rules 1\.0"):
        own_fields_with_sources()


BROKEN = PluginError(
    "acme-rules 1.0", "antiphon.rules: acme = acme:RULES", "XACME001 (greeting) raises", help="mend it"
)


def hello(_environ: Any, start_response: Any) -> list[bytes]:
    start_response("200 OK", [("Content-Type", "text/plain")])
    return [b"hello"]


def test_a_strict_application(monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture) -> None:
    """The error is raised or logged in the place of findings; a function gets it with the response."""
    monkeypatch.setattr("antiphon.testing.judging.judged", raising(BROKEN))
    taken: list[JudgedResponse] = []
    environ = {"REQUEST_METHOD": "GET", "PATH_INFO": "/"}

    with pytest.raises(PluginError, match="acme-rules"):
        list(StrictWSGI(hello)(environ, lambda *_: None))
    with caplog.at_level(logging.ERROR):
        list(StrictWSGI(hello, on_finding="log")(environ, lambda *_: None))
    list(StrictWSGI(hello, on_finding=taken.append)(environ, lambda *_: None))

    assert [("ERROR", True)] == [(one.levelname, "the plug-in acme-rules 1.0" in one.message) for one in caplog.records]
    assert [BROKEN] == [one.broken for one in taken]


def test_sources(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """It is told once, and not at each file."""
    monkeypatch.setattr(sources, "judge_source", raising(BROKEN))
    file = tmp_path / "a.py"
    file.write_text("")

    with pytest.raises(PluginError):
        sources.judged_files([file], "default", lambda _: None)


def test_modules(tmp_path: Path) -> None:
    """A module that is declared with a broken plug-in has no finding: nothing is wrong with it."""
    file = tmp_path / "broken_by_a_plugin.py"
    file.write_text('from antiphon.errors import PluginError\nraise PluginError("acme 1.0", "e", "w", help="h")\n')

    with redirect_stdout(io.StringIO()), pytest.raises(PluginError):
        Imports(lambda *_: None).file(file)


RULES = """\
    from antiphon.rules.rule import rule
    from antiphon.spec import ResponseSpec

    print("a plug-in that prints")

    @rule(code="XBAD001", level="error", citation="c", help="h", url="https://a.example/",
          bad=ResponseSpec(status=200), good=ResponseSpec(status=204))
    def dividing(response):
        \"\"\"A rule does not divide.\"\"\"
        return 1 / 0
"""
TEST = """\
    from antiphon.testing import StrictASGI  # nothing of it is used: pytest's own plug-in judges
    from starlette.applications import Starlette
    from starlette.responses import PlainTextResponse
    from starlette.routing import Route
    from starlette.testclient import TestClient

    app = Starlette(routes=[Route("/", lambda request: PlainTextResponse("hello"))])

    def test_hello():
        assert TestClient(app).get("/").text == "hello"

    def test_nothing():
        pass
"""
FOREIGN = "from starlette.responses import Response\n\nresponse = Response(b'')\n"


@pytest.fixture
def site(tmp_path: Path) -> Site:
    """A folder that distributions are installed in."""
    return Site(tmp_path / "site")


def test_pytest(site: Site) -> None:
    """A test whose response a rule fails at fails with that alone; one that cannot be loaded ends the run at once."""
    modules = {"broken.py": RULES, "test_hello.py": TEST}
    site.install("acme-broken", {"antiphon.rules": {"acme": "broken:dividing"}}, modules)
    pytest_ = ("-m", "pytest", "-q", "--antiphon", "-p", "no:cacheprovider", "-c", "/dev/null", "test_hello.py")

    done = site.run(*pytest_)
    assert "1 failed, 1 passed" in done.stdout
    assert "the plug-in acme-broken 1.0 is broken: XBAD001 (dividing) raises: ZeroDivisionError" in done.stdout
    assert not [line for line in done.stdout.splitlines() if "src/antiphon" in line or "Traceback" in line]

    site.folder.joinpath("broken.py").write_text("raise SystemExit(3)\n")
    done = site.run(*pytest_)
    assert 4 == done.returncode
    assert done.stderr.startswith("ERROR: the plug-in acme-broken 1.0 is broken: it cannot be loaded: SystemExit: 3\n")


def test_an_editor(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is shown which plug-in is broken, once, and the conversation goes on, whatever the plug-in prints."""
    site.install("acme-broken", {"antiphon.rules": {"acme": "broken:dividing"}}, {"broken.py": RULES})
    monkeypatch.setenv("PYTHONPATH", str(site.folder))
    file = site.folder / "service.py"
    file.write_text(FOREIGN)
    editor = Editor(site.folder)
    document = {"uri": file.as_uri(), "languageId": "python", "version": 1, "text": FOREIGN}

    editor.begin(site.folder)
    editor.notify("textDocument/didOpen", textDocument=document)
    shown = editor.wait(lambda message: message.get("method") == "window/showMessage")
    assert "the plug-in acme-broken 1.0 is broken: XBAD001 (dividing) raises" in shown["params"]["message"]
    change = [{"text": f"{FOREIGN}\nagain = 1\n"}]
    editor.notify("textDocument/didChange", textDocument={"uri": file.as_uri(), "version": 2}, contentChanges=change)
    asked = {"textDocument": {"uri": file.as_uri()}, "position": {"line": 0, "character": 0}}
    assert editor.request("textDocument/hover", **asked)["result"] is None
    editor.request("shutdown")
    editor.notify("exit")
    assert 0 == editor.close()
