"""`antiphon check`: one run reports every finding of every module, at the user's own lines."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

from antiphon.cli import main
from antiphon.cli.collecting import own_code
from antiphon.cli.terminal.progress import Progress
from tests.support.patience import PATIENCE
from tests.support.project import Project, Terminal

CLEAN = """\
    from antiphon import respond

    gone = respond(410).text("Gone.").cache_control(no_store=True).compile()
"""

FAULTY = """\
    from antiphon import respond

    signed_in = (
        respond(200)
        .text("Welcome.")
        .cache_control(no_store=True)
        .insecure_cookie("sid", "secret", max_age=-1)
        .header("X Y", "z")
        .compile()
    )
"""

RAISING = """\
    from antiphon import respond

    first = respond(200).text("a").cookie("a b", "c").cache_control(no_store=True).compile()
    second = respond(204).text("b")
    third = respond(200).text("c").cookie("d e", "f").cache_control(no_store=True).compile()
"""


# The report


def test_a_clean_module(project: Project) -> None:
    """Nothing is found, the exit code is 0, and the last line says how much was judged."""
    project.write({"shop.py": CLEAN})

    assert 0 == project.run("check", "shop")
    assert ("1 response judged: no findings\n", "") == (project.out, project.err)


def test_every_finding_of_every_module_in_one_run(project: Project) -> None:
    """A package is judged with all its modules; one that raises ends alone, and says how far it was judged."""
    project.write(
        {"shop/__init__.py": "", "shop/clean.py": CLEAN, "shop/faulty.py": FAULTY, "shop/raising.py": RAISING}
    )

    assert 1 == project.run("check", "shop")
    expected = """\
        error[HD001]: the field name 'X Y' is not a token
         --> shop/faulty.py:8:5 (headers[1].name)
          |
        8 |     .header("X Y", "z")
          |     ^^^^^^^^^^^^^^^^^^^
          = help: use letters, digits and hyphens, such as `X-Request-Id`
          = cite: RFC 9110 sections 5.1 and 5.6.2
          = rule: field-name-not-a-token (https://antiphon.readthedocs.io/en/latest/rules/HD001.html)

        error[AN026]: BodilessDraft has no step `text`
         --> shop/raising.py:4:22
          |
        4 | second = respond(204).text("b")
          |                      ^^^^^
          = help: a response with status 204 has no content here (RFC 9110 sections 6.4.1 and 15)
          = cite: antiphon's own signatures, which mypy and pyright check
          = rule: step-that-a-draft-does-not-have (https://antiphon.readthedocs.io/en/latest/rules/AN026.html)
    """
    for finding in textwrap.dedent(expected).split("\n\n"):
        assert finding.strip() in project.out
    heads = [line.split(":")[0] for line in project.out.splitlines() if line.startswith("error")]
    assert ["error[CK026]", "error[HD001]", "error[CK002]", "error[AN026]"] == heads
    assert "4 errors in 3 responses; not judged to the end: shop.raising" == project.out.splitlines()[-1]


def test_findings_stand_in_order_of_their_lines(project: Project) -> None:
    """Files by name, then lines, then codes, whatever the order of TARGETs."""
    project.write({"b.py": FAULTY, "a.py": FAULTY})

    places = [line.split(":")[:2] for line in project.findings("b", "a")]
    assert [["a.py", "7"], ["a.py", "8"], ["b.py", "7"], ["b.py", "8"]] == places


def test_nothing_to_judge_is_said_plainly(project: Project) -> None:
    """A run that judged nothing does not claim that anything is well."""
    project.write({"shop.py": "x = 1\n"})

    assert 0 == project.run("check", "shop")
    assert "0 responses judged: none is declared there\n" == project.out


def test_advice_alone_is_clean(project: Project) -> None:
    """Findings of level info are shown, and leave the exit code at 0."""
    project.write({"shop.py": 'from antiphon.rules.registry import rule_of\n\nspec = rule_of("ST018").bad\n'})

    assert 0 == project.run("check", "shop")
    assert "1 info in 1 response\n" == project.out.splitlines(keepends=True)[-1]


def test_a_warning_is_not_clean(project: Project) -> None:
    """Findings of level warning make the exit code 1."""
    project.write({"shop.py": 'from antiphon.rules.registry import rule_of\n\nspec = rule_of("CK053").bad\n'})

    assert 1 == project.run("check", "shop")
    assert "warning[CK053]" in project.out


def test_shared_declarations_are_reported_once(project: Project) -> None:
    """A mistake in a fragment is one finding, which names the responses that it is part of."""
    project.write({
        "shop.py": """\
            from antiphon import fragment, respond

            HOUSE = fragment().header("X Y", "z")
            one = respond(200).text("a").add(HOUSE).compile()
            two = respond(404).text("b").add(HOUSE).compile()
            many = [respond(status).text("c").header("Z Z", "z").compile() for status in (400, 403, 409)]
        """
    })  # fmt: skip

    assert 1 == project.run("check", "shop")
    assert "  = note: this declaration is part of 2 responses: one, two\n" in project.out
    assert "  = note: this declaration is part of 3 responses\n" in project.out
    assert "2 errors in 5 responses" == project.out.splitlines()[-1]


def test_what_modules_print_does_not_mix_with_the_report(project: Project) -> None:
    """Output of imported modules goes to stderr."""
    project.write({"shop.py": 'print("hello")\n'})

    project.run("check", "shop")

    assert "hello" not in project.out
    assert "hello" in project.err


def test_the_process_is_left_as_it_was(project: Project) -> None:
    """The current folder and sys.path are the same after a run, whatever modules do to them."""
    project.write({"shop.py": 'import os, sys\n\nos.chdir("/")\nsys.path.append("/nowhere")\n'})
    before = list(sys.path)

    project.run("check", "shop")

    assert (project.folder, before) == (Path.cwd(), sys.path)


# Values that count as a response


def test_a_draft_that_was_never_compiled_is_judged(project: Project) -> None:
    """A draft that a module keeps is a response as well; compiled too, it counts once."""
    project.write({
        "shop.py": """\
            from antiphon import respond

            kept = respond(200).text("a").header("X Y", "z")
            also = respond(200).text("b").cache_control(no_store=True)
            made = also.compile()
        """
    })  # fmt: skip

    assert 1 == project.run("check", "shop")
    assert " --> shop.py:3:30 (headers[0].name)" in project.out
    assert "in 2 responses" in project.out.splitlines()[-1]


def test_a_draft_that_lacks_a_field_is_a_building_block(project: Project) -> None:
    """It cannot be compiled, so a missing part is not a finding."""
    project.write({"shop.py": "from antiphon import respond\n\nmoved = respond(301)\n"})

    assert 0 == project.run("check", "shop")


def test_a_spec_that_a_module_holds_is_judged(project: Project) -> None:
    """A ResponseSpec is a response; findings are at the statement that names it."""
    project.write({
        "shop.py": """\
            from antiphon import CookieSpec, ResponseSpec

            if True:
                ü = ResponseSpec(status=200, cookies=(CookieSpec(name="a b", value="c", path="/", same_site="lax"),))
        """
    })  # fmt: skip

    assert ["shop.py:4:5: CK002 the cookie name 'a b' is not a token"] == project.findings("shop")


def test_a_class_of_replies_is_judged(project: Project) -> None:
    """Class statements are declarations like any other."""
    project.write({
        "shop.py": """\
            from antiphon import Reply, header

            class Taken(Reply[str], status=409):
                tag: str = header("X Y")

            taken = Taken
        """
    })  # fmt: skip

    assert ["shop.py:4:16: HD001 the field name 'X Y' is not a token"] == project.findings("shop")
    project.run("check", "shop")
    assert "1 error in 1 response" == project.out.splitlines()[-1]


@pytest.mark.parametrize("away", ['write_text("(((")', "unlink()"])
def test_a_module_whose_source_is_gone(project: Project, away: str) -> None:
    """Its responses are judged; only their lines are not known."""
    project.write({
        "shop.py": f"""\
            from pathlib import Path
            from antiphon import CookieSpec, ResponseSpec

            spec = ResponseSpec(status=200, cookies=(CookieSpec(name="a b", value="c", path="/", same_site="lax"),))
            Path(__file__).{away}
        """
    })  # fmt: skip

    assert ["cookies[0].name: CK002 the cookie name 'a b' is not a token"] == project.findings("shop")


def test_a_spec_that_cannot_even_be_judged(project: Project) -> None:
    """It is a finding, not a traceback."""
    project.write({
        "shop.py": """\
            from antiphon import ResponseSpec, respond

            kept = respond(200).text("a")
            kept._state = None
        """
    })  # fmt: skip

    assert (1, True) == (project.run("check", "shop"), project.out.startswith("error[AN000]: AttributeError"))
    assert " --> kept\n" in project.out


def test_what_was_imported_before_is_judged_as_well(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    """A target that the process has imported already is judged by what it holds."""
    project.write({"shop.py": RAISING.replace("204", "200").replace('.cookie("a b", "c")', "").replace("d e", "de")})
    monkeypatch.syspath_prepend(str(project.folder))
    __import__("shop")

    assert 0 == project.run("check", "shop")
    assert "3 responses judged: no findings\n" == project.out


def test_modules_of_the_project_that_a_target_imports(project: Project) -> None:
    """They are judged as well, since their responses are the target's too."""
    project.write({"shop.py": "import house\nfrom house import signed_in\n", "house.py": FAULTY})

    assert ["house.py:7", "house.py:8"] == [line.rsplit(":", 2)[0] for line in project.findings("shop")]


def test_installed_modules_that_a_target_imports(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    """They are somebody else's to judge, unless they are the target."""
    project.write({"shop.py": "from house import signed_in\n", "installed/house.py": FAULTY})
    monkeypatch.syspath_prepend(str(project.folder / "installed"))
    monkeypatch.setattr(own_code, "_foreign", lambda: (f"{project.folder / 'installed'}{os.sep}",))

    assert 0 == project.run("check", "shop")
    assert "0 responses judged: none is declared there\n" == project.out
    del sys.modules["house"]
    assert 1 == project.run("check", "house")


# Exceptions


@pytest.mark.parametrize(
    ("line", "column", "what", "help"),
    [
        ('respond("200")', 9, "AN020]: a status is an int, not str", "respond(404)"),
        ('respond(200).cookie("a", "b", max_age="1")', 21, "AN020]: max_age is str, not a number", "timedelta"),
        ('respond(200).cooky("a", "b")', 21, "AN026]: Draft has no step `cooky`", "did you mean cookie"),
        ('respond(200).cookie("a", "b", maxage=1)', 21, "AN020]: `cookie` takes no `maxage`", "did you mean max_age?"),
        ("respond(204).frobnicate()", 21, "AN026]: BodilessDraft has no step `frobnicate`", "BodilessDraft: 1xx, 204"),
        ("respond(200).cookie('a', 'b', zzz=1)", 21, "AN020]: `cookie` takes no `zzz`", "it takes name, value"),
        ("respond(200, satus=1)", 9, "AN020]: `respond` takes no `satus`", "did you mean status?"),
        ("respond(301).compile()", 21, "AN026]: DraftMissingLocation has no step `compile`", "status 301 demands"),
        ("respond(200).json_value(float('nan'))", 21, "AN000]: content:", "null"),
        ("respond(200).text('a').compile()(1, 2)", 9, "AN000]: TypeError:", "mend this line"),
        ("CookieSpec(name='a', max_age=1.5)", 9, "AN000]: CookieSpec: max_age", "declared types"),
        ("Location('http://a b/')", 9, "AN021]: Location: 'http://a b/' is not a URI-reference", "Location: /users/1"),
        ("int('x')", 9, "AN000]: ValueError: invalid literal for int() with base 10: 'x'", "mend this line"),
        ("__import__('not_there')", 9, "AN000]: ModuleNotFoundError: No module named", "install what it needs"),
        ("exit(3)", 9, "AN000]: the module ends the process: SystemExit(3)", "__main__"),
        ("print(Silent.raised())", 15, "AN000]: Silent", "mend this line"),
    ],
)  # fmt: skip
def test_what_a_declaration_raises(project: Project, line: str, column: int, what: str, help: str) -> None:
    """It is a finding at the user's own line, and no frame of antiphon's is shown."""
    project.write({
        "shop.py": f"""\
            from sys import exit
            from antiphon import CookieSpec, Location, respond
            class Silent(BaseException):
                def __str__(self): raise ValueError
                @classmethod
                def raised(cls): return respond(200).raise_(cls)
            wrong = {line}
        """.replace("respond(200).raise_(cls)", "(_ for _ in ()).throw(cls())")
    })  # fmt: skip

    assert (2 if "exit" in line else 1) == project.run("check", "shop")
    assert project.out.startswith(f"error[{what}")
    assert f" --> shop.py:7:{column}" in project.out or "Silent" in line
    assert help in project.out
    assert "Traceback" not in project.out + project.err
    assert "/antiphon/" not in project.out.replace(str(project.folder), "")


@pytest.mark.parametrize(
    ("line", "what", "help"),
    [
        ('respond(200).host_cookie_param("a", path="/b")', "`host_cookie_param` takes no `path`", "takes a path"),
        ("host_cookie(domain='a.example')", "`host_cookie` takes no `domain`", "`cookie(...)` takes a domain"),
        ("cookie(secure=False)", "`cookie` takes no `secure`", "is declared with `insecure_cookie`"),
        ("antiphon.cookie(key='a')", "`cookie` takes no `key`", 'as in `cookie("sid")`'),
        ("cookie(zzz=1)", "`cookie` takes no `zzz`", "it takes name, default"),
        ("respond(204).add([fragment()])", "a fragment is added, not list", "`add=(first, second)`"),
        ("respond(204).add(None)", "a fragment is added, not NoneType", "begin it with `fragment()`"),
        ("type('A', (Bodiless,), {}, headers={})", "the class statement takes no `headers`", "fragment().header("),
        ("type('A', (Bodiless,), {}, status_code=204)", "the class statement takes no `status_code`", "mean status?"),
        ("type('A', (Bodiless,), {}, description='')", "the class statement takes no `description`", "docstring of"),
        ("type('A', (Bodiless,), {}, zzzzz='')", "the class statement takes no `zzzzz`", "fragment().header("),
    ],
)
def test_what_is_not_taken(project: Project, line: str, what: str, help: str) -> None:
    """The help says what to write in its place."""
    project.write(
        {
            "shop.py": "import antiphon\n"
            "from antiphon import Bodiless, cookie, fragment, host_cookie, respond\n"
            f"wrong = {line}\n"
        }
    )

    assert 1 == project.run("check", "shop")
    assert project.out.startswith(f"error[AN020]: {what}\n --> shop.py:3:")
    assert help in project.out


def test_invalid_values_are_not_repeated(project: Project) -> None:
    """A pydantic error shows the value that it refuses; a finding does not, since it may be a secret."""
    project.write({"shop.py": 'from antiphon import CookieSpec\n\nc = CookieSpec(name="sid", value=["secret"])\n'})

    project.run("check", "shop")

    assert "CookieSpec: value" in project.out
    assert "secret" not in project.out.replace('value=["secret"]', "")


def test_a_function_of_the_users_own_is_not_taken_for_a_step(project: Project) -> None:
    """It takes a value between them."""
    project.write({"shop.py": "def cookie(name): pass\n\ncookie(colour=3)\n"})

    assert ["shop.py:3:1: AN000 TypeError: cookie() got an unexpected keyword argument 'colour'"] == project.findings(
        "shop"
    )


def test_a_spec_error_without_a_place(project: Project) -> None:
    """An exception without a position is placed at the line that raised it."""
    project.write({
        "shop.py": """\
            from antiphon import CookieSpec, SpecError, check

            found = check(CookieSpec(name="a b", value="c", path="/", same_site="lax"))
            raise SpecError(found)
        """
    })  # fmt: skip

    assert ["shop.py:4:1: CK002 the cookie name 'a b' is not a token"] == project.findings("shop")


def test_syntax_error(project: Project) -> None:
    """It is a finding where the parser stopped, in characters; nothing of the file was judged."""
    project.write({"shop/__init__.py": "", "shop/a.py": 'ü = "ü" $ 1\n', "shop/b.py": CLEAN})

    assert 1 == project.run("check", "shop")
    expected = """\
        error[AN000]: SyntaxError: invalid syntax
         --> shop/a.py:1:9
          |
        1 | ü = "ü" $ 1
          |         ^
          = help: mend the syntax; nothing in the file was judged
          = cite: the Python language reference
          = rule: declaration-raised (https://antiphon.readthedocs.io/en/latest/rules/AN000.html)

        1 error in 1 response; not judged to the end: shop.a
    """
    assert textwrap.dedent(expected) == project.out


def test_a_package_that_raises(project: Project) -> None:
    """A module that cannot be imported is reported once, and the other targets are judged."""
    project.write({"shop/__init__.py": "1 / 0\n", "shop/a.py": CLEAN, "other.py": CLEAN})

    assert 1 == project.run("check", "shop", "shop.a", "shop/a.py", "other")
    assert 1 == project.out.count("ZeroDivisionError")
    assert "1 error in 1 response; not judged to the end: shop" == project.out.splitlines()[-1]


def test_one_module_that_two_others_need(project: Project) -> None:
    """The exception is one finding, though it stopped three modules."""
    project.write({"a.py": "import c\n", "b.py": "import c\n", "c.py": "1 / 0\n"})

    assert ["c.py:1:1: AN000 ZeroDivisionError: division by zero"] == project.findings("a", "b", "c")
    assert project.err.endswith("not judged to the end: a, b, c\n")


def test_a_refused_response_that_is_called_at_import(project: Project) -> None:
    """Its findings are reported once, though the call raises them again; its spec can be read."""
    project.write({
        "shop.py": """\
            from antiphon import respond

            kept = respond(200).text("a").cookie("a b", "c").cache_control(no_store=True).compile()
            ended = respond(204).delete_cookie(kept.spec.cookies[0]).compile()
            sent = kept()
        """
    })  # fmt: skip

    assert 1 == project.run("check", "shop")
    assert "2 errors in 2 responses; not judged to the end: shop" == project.out.splitlines()[-1]


def test_interrupt(project: Project) -> None:
    """Control-C ends the run with the exit code that shells know, and without a traceback."""
    project.write({"shop.py": "raise KeyboardInterrupt\n"})

    assert (130, "interrupted\n") == (project.run("check", "shop"), project.err)


# The terminal


def test_colour_is_for_terminals(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    """A pipe gets none, unless FORCE_COLOR asks for it; NO_COLOR has the last word."""
    project.write({"shop.py": FAULTY})
    coloured = []
    for forced, forbidden in (("", ""), ("1", ""), ("1", "1")):
        monkeypatch.setenv("FORCE_COLOR", forced)
        monkeypatch.setenv("NO_COLOR", forbidden)
        project.run("check", "shop")
        coloured.append("\033[" in project.out)

    assert [False, True, False] == coloured


@pytest.mark.parametrize(("term", "coloured"), [("xterm", True), ("dumb", False)])
def test_colour_on_a_terminal(project: Project, monkeypatch: pytest.MonkeyPatch, term: str, coloured: bool) -> None:
    """A terminal gets colours, unless it says that it has none."""
    project.write({"shop.py": FAULTY})
    terminal = Terminal()
    monkeypatch.setattr(sys, "stdout", terminal)
    monkeypatch.setenv("TERM", term)

    main(["check", "shop"])

    assert coloured == ("\033[" in terminal.getvalue())


def test_progress_is_for_slow_runs_on_terminals() -> None:
    """Progress is shown after a while, on one line that is cleared at the end."""
    terminal = Terminal()
    with Progress(terminal, after=0.01) as progress:
        progress.step("importing a")
        while not terminal.getvalue():
            pass
        progress.step("importing b")
    progress.step("too late")
    progress._begin()

    assert "\r\033[Kimporting a\r\033[Kimporting b\r\033[K" == terminal.getvalue()


def test_progress_begins_with_the_first_step() -> None:
    """Nothing is written for a run that has told no step when the while is over."""
    terminal = Terminal()
    with Progress(terminal, after=60) as progress:
        progress._begin()
        assert "" == terminal.getvalue()
        progress.step("importing a")

        assert "\r\033[Kimporting a" == terminal.getvalue()


def test_quick_runs_show_no_progress() -> None:
    """A run that ends before the while is over writes nothing."""
    terminal = Terminal()
    with Progress(terminal, after=60) as progress:
        progress.step("importing a")

    assert "" == terminal.getvalue()


# The process


def antiphon(*arguments: str, folder: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """The installed command, as a user runs it."""
    command = shutil.which("antiphon", path=str(Path(sys.executable).parent))
    start = [command] if command else [sys.executable, "-m", "antiphon"]
    return subprocess.run(
        [*start, *arguments],
        cwd=folder,
        env=os.environ | environment,
        capture_output=True,
        text=True,
        check=False,
        timeout=PATIENCE,
    )


def test_the_command_itself(project: Project) -> None:
    """Installed, it does what `main` does."""
    project.write({"shop.py": FAULTY})
    project.run("check", "shop")

    done = antiphon("check", "shop", folder=project.folder)

    assert (1, project.out, "") == (done.returncode, done.stdout, done.stderr)


def test_python_dash_m(project: Project) -> None:
    """`python -m antiphon` is the same command."""
    command = [sys.executable, "-m", "antiphon", "check", "nowhere"]

    done = subprocess.run(command, cwd=project.folder, capture_output=True, text=True, check=False, timeout=PATIENCE)

    assert (2, True) == (done.returncode, done.stderr.startswith("error: there is no module nowhere"))


def test_an_output_that_knows_no_unicode(project: Project) -> None:
    """Characters that the output cannot carry are escaped."""
    project.write({"shop.py": FAULTY.replace("X Y", "ü")})

    done = antiphon("check", "shop", folder=project.folder, PYTHONIOENCODING="ascii")

    assert "the field name '\\u00fc' is not a token" in done.stdout


def test_a_reader_that_has_seen_enough(project: Project) -> None:
    """`antiphon rule all | head -1` ends quietly."""
    script = f"'{sys.executable}' -u -m antiphon rule all | head -1"

    done = subprocess.run(
        script, shell=True, cwd=project.folder, capture_output=True, text=True, check=False, timeout=PATIENCE
    )

    assert ("AN000", "") == (done.stdout.split()[0], done.stderr)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_an_output_that_is_full(project: Project) -> None:
    """Output that cannot be written is an error of its own, exit code 2."""
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        command = [sys.executable, "-m", "antiphon", "rule", "all"]
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, text=True, check=False, timeout=PATIENCE)

    assert (2, True) == (done.returncode, done.stderr.startswith("error: "))


def test_help_is_quick(project: Project) -> None:
    """It imports neither pydantic nor the rules."""
    script = "import sys; from antiphon.cli import main; main(['--help']); print(sorted(sys.modules))"

    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True, timeout=PATIENCE)

    assert "Judge the responses that modules declare." in done.stdout
    assert "'pydantic'" not in done.stdout.splitlines()[-1]


@pytest.mark.parametrize(
    ("arguments", "code"), [(["--help"], 0), (["check", "--help"], 0), (["--version"], 0), ([], 2)]
)
def test_exit_codes_of_argparse(project: Project, arguments: list[str], code: int) -> None:
    """They are given back, not raised."""
    assert code == project.run(*arguments)
    assert "" != (project.out if code == 0 else project.err)


WITH_A_DOMAIN = """\
    from antiphon import respond

    signed_in = respond(200).text("Welcome.").cookie("sid", "t", domain="shop.example.com").compile()
"""
CAPTURED = "HTTP/1.1 200 OK\r\nSet-Cookie: sid=t; Secure; HttpOnly; SameSite=Lax; {}\r\n\r\n"
RETURNED = """\
    from fastapi import Response

    def show(response: Response) -> None:
        response.set_cookie("sid", "t", secure=True, httponly=True, samesite="lax"{})
"""


@pytest.mark.parametrize(
    ("arguments", "text", "told"),
    [
        (["check", "shop.py"], WITH_A_DOMAIN, True),
        (["check", "shop.py"], CLEAN, False),
        (["lint", "shop.http"], CAPTURED.format("Domain=shop.example.com"), True),
        (["lint", "shop.http"], CAPTURED.format("Path=/"), False),
        (["lint", "shop.py"], RETURNED.format(', domain="shop.example.com"'), True),
        (["lint", "shop.py"], RETURNED.format(""), False),
    ],
)
def test_a_rule_without_its_extra_is_named_where_it_could_have_found_something(
    project: Project, monkeypatch: pytest.MonkeyPatch, arguments: list[str], text: str, told: bool
) -> None:
    """CK034 looks at a Domain in the public suffix list: without one there is nothing to install for."""
    pytest.importorskip("publicsuffixlist")
    project.write({arguments[1]: text})
    project.run(*arguments)
    assert "CK034" not in project.out
    monkeypatch.setattr("antiphon.rules.registry._BROUGHT", {"psl": "no_such_package"})
    project.run(*arguments)
    assert told == project.out.endswith("; CK034 did not run: install antiphon[psl]\n")
