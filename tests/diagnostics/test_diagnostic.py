"""The text of a finding: the user's own step underlined, on one line or on several."""

from __future__ import annotations

import dataclasses
import importlib.util
import itertools
import linecache
import sys
import textwrap
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest

from antiphon import Diagnostic, SpecError
from antiphon.diagnostics.call_site import Position
from antiphon.diagnostics.diagnostic import Level, printable, render, render_one, summary
from antiphon.diagnostics.source_lines import without_secrets
from tests.support.growth import is_linear

_numbers = itertools.count()


def module(folder: Path, source: str) -> ModuleType:
    """A module of this source, imported from a file of its own."""
    name = f"declared_{next(_numbers)}"
    path = folder / f"{name}.py"
    path.write_text(textwrap.dedent(source), encoding="utf-8")
    spec = importlib.util.spec_from_file_location(name, path)
    assert spec is not None
    assert spec.loader is not None
    made = importlib.util.module_from_spec(spec)
    sys.modules[name] = made
    try:
        spec.loader.exec_module(made)
    finally:
        del sys.modules[name]
    return made


def refused(folder: Path, source: str) -> list[Diagnostic]:
    """The findings on the declarations of a source."""
    with pytest.raises(SpecError) as caught:
        module(folder, f"from antiphon import Params, cookie, fragment, header, respond\n{textwrap.dedent(source)}")
    return list(caught.value.diagnostics)


def marked(diagnostic: Diagnostic) -> str:
    """The part of the user's source that a finding is about."""
    where = diagnostic.position
    assert where is not None
    assert where.end_line is not None
    assert where.end_column is not None
    lines = Path(where.file).read_text(encoding="utf-8").split("\n")[where.line - 1 : where.end_line]
    lines[-1] = lines[-1][: where.end_column - 1]
    lines[0] = lines[0][where.column - 1 :]
    return "\n".join(lines)


def drawn(diagnostic: Diagnostic) -> str:
    """The lines between the arrow and the help."""
    lines = render_one(diagnostic).splitlines()
    return "\n".join(lines[2 : next(i for i, line in enumerate(lines) if "= help" in line)])


A_FINDING = Diagnostic(
    code="CK052",
    slug="same-site-none-without-secure",
    level="error",
    path="cookies[0].same_site",
    message="cookie 'sid' has SameSite=None but not Secure",
    help="write same_site='lax'",
    citation="RFC 6265bis section 5.7",
)


# Which part of a declaration is meant


def test_step_of_a_chain_on_one_line(tmp_path: Path) -> None:
    """The step alone is meant, from its dot to its closing parenthesis."""
    (found,) = refused(tmp_path, 'x = respond(200).text("a").cookie("a b", "c").header("X-A", "b").compile()')

    assert '.cookie("a b", "c")' == marked(found)


def test_step_of_a_chain_on_several_lines(tmp_path: Path) -> None:
    """The step begins at its own line, not at the head of the chain."""
    (found,) = refused(
        tmp_path,
        """
        x = (
            respond(200)
            .text("a")
            .cookie("a b", "c")
            .compile()
        )
        """,
    )

    assert '.cookie("a b", "c")' == marked(found)


def test_step_over_several_lines(tmp_path: Path) -> None:
    """A step's arguments belong to it, on whichever line they are."""
    (found,) = refused(tmp_path, 'x = respond(200).text("a").cookie(\n    "a b",\n    "c",\n).compile()')

    assert '.cookie(\n    "a b",\n    "c",\n)' == marked(found)


def test_step_after_a_step_over_several_lines(tmp_path: Path) -> None:
    """A call after a closing parenthesis on the same line is a step of its own."""
    (found,) = refused(tmp_path, 'x = respond(200).text(\n    "a",\n).cookie("a b", "c").compile()')

    assert '.cookie("a b", "c")' == marked(found)


def test_step_among_characters_of_several_octets(tmp_path: Path) -> None:
    """Columns count characters, not octets."""
    (found,) = refused(tmp_path, 'übel = respond(200).text("äöü€𝄞").cookie("ä", "c").compile()')

    assert '.cookie("ä", "c")' == marked(found)
    assert 34 == (found.position and found.position.column)


def test_step_behind_a_blank_after_the_dot(tmp_path: Path) -> None:
    """Blanks around a dot change nothing."""
    (found,) = refused(tmp_path, 'x = respond(200).text("a") . cookie("a b", "c").compile()')

    assert '. cookie("a b", "c")' == marked(found)


def test_step_of_a_name(tmp_path: Path) -> None:
    """The first step after a name is marked with the name, since no call is before it."""
    (found,) = refused(tmp_path, 'base = respond(200).text("a")\nx = base.cookie("a b", "c").compile()')

    assert 'base.cookie("a b", "c")' == marked(found)


def test_step_of_a_name_in_a_module(tmp_path: Path) -> None:
    """So is one with the modules before it."""
    (found,) = refused(tmp_path, 'import antiphon\nx = antiphon.builder.respond("200")')

    assert 'antiphon.builder.respond("200")' == marked(found)


def test_field_specifier(tmp_path: Path) -> None:
    """A param is meant from its specifier's name to its closing parenthesis."""
    (found,) = refused(
        tmp_path,
        """
        class P(Params):
            session: str = cookie("a b")

        x = respond(200).text("a").params(P).compile()
        """,
    )

    assert 'cookie("a b")' == marked(found)


def test_class_statement(tmp_path: Path) -> None:
    """A finding about a whole class is marked at its head, not over its body."""
    (found,) = refused(tmp_path, "class P(Params):\n    session: 'Nowhere'\n    other: int = 3\n")

    assert "class P" == marked(found)


@pytest.mark.parametrize("now", ["((((((((((((((((\n" * 3, None])
def test_source_that_changed_since_it_was_imported(tmp_path: Path, now: str | None) -> None:
    """A place in a file that is not what was imported, or that is gone, is still the place that was imported."""
    declared = module(
        tmp_path, "from antiphon.diagnostics.call_site import caller\nwhere = lambda: caller()\nplace = where()\n"
    )
    path = Path(declared.where.__code__.co_filename)
    path.unlink() if now is None else path.write_text(now, encoding="utf-8")
    linecache.checkcache(str(path))  # of this file alone: generated code is kept there, too

    assert Position(str(path), 3, 9, 3, 16) == declared.place.position()


def test_no_columns_are_known(tmp_path: Path) -> None:
    """Where the interpreter keeps no columns, the line is all there is, and the whole line is underlined."""
    (tmp_path / "plain.py").write_text("x = 1\n    y = 2\n", encoding="utf-8")
    diagnostic = dataclasses.replace(A_FINDING, position=Position(str(tmp_path / "plain.py"), 2))

    assert "  |\n2 |     y = 2\n  |     ^^^^^" == drawn(diagnostic)


# How it is drawn


def test_a_whole_finding(tmp_path: Path) -> None:
    """The text has what, where, the user's line, help, cite, and the rule to read on."""
    (tmp_path / "shop.py").write_text('x = respond(200).insecure_cookie("sid", "x")\n', encoding="utf-8")
    position = Position(str(tmp_path / "shop.py"), 1, 17, 1, 45)

    expected = f"""\
error[CK052]: cookie 'sid' has SameSite=None but not Secure
 --> {tmp_path}/shop.py:1:17 (cookies[0].same_site)
  |
1 | x = respond(200).insecure_cookie("sid", "*")
  |                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  = note: seen twice
  = help: write same_site='lax'
  = cite: RFC 6265bis section 5.7
  = rule: same-site-none-without-secure (https://antiphon.readthedocs.io/en/latest/rules/CK052.html)"""
    assert expected == render_one(dataclasses.replace(A_FINDING, position=position), notes=["seen twice"])


def test_a_finding_without_a_place() -> None:
    """The path into the spec is where the line would be."""
    expected = """\
error[CK052]: cookie 'sid' has SameSite=None but not Secure
 --> cookies[0].same_site
  = help: write same_site='lax'
  = cite: RFC 6265bis section 5.7
  = rule: same-site-none-without-secure (https://antiphon.readthedocs.io/en/latest/rules/CK052.html)"""
    assert expected == render([A_FINDING])


def test_several_lines_from_the_first_word(tmp_path: Path) -> None:
    """A step that begins its line and goes on is bracketed at the left."""
    (found,) = refused(
        tmp_path, 'x = (\n    respond(200).text("a")\n    .cookie("a b",\n        "c")\n    .compile()\n)'
    )

    assert textwrap.dedent("""\
          |
        4 | /     .cookie("a b",
        5 | |         "*")
          | |____________^""") == drawn(found)


def test_several_lines_from_the_middle_of_one(tmp_path: Path) -> None:
    """A step that begins in the middle of a line is pointed at there."""
    (found,) = refused(tmp_path, 'x = respond(200).text("a").cookie(\n    "a b", "c",\n).compile()')

    assert textwrap.dedent("""\
          |
        2 |   x = respond(200).text("a").cookie(
          |  ___________________________^
        3 | |     "a b", "*",
        4 | | ).compile()
          | |_^""") == drawn(found)


def test_many_lines(tmp_path: Path) -> None:
    """Of a step over many lines, the first and the last ones are shown."""
    lines = "".join(f"        # {number}\n" for number in range(20))
    (found,) = refused(
        tmp_path, f'x = (\n    respond(200).text("a")\n    .cookie("a b",\n{lines}        "c")\n    .compile()\n)'
    )

    numbers = [line.split("|")[0].strip() for line in drawn(found).splitlines()]
    assert ["", "4", "5", "6", "7", "8", "...", "24", "25", ""] == numbers


def test_underline_below_wide_characters_and_tabs(tmp_path: Path) -> None:
    """The carets are below the step in the columns of a terminal."""
    (found,) = refused(tmp_path, 'if True:\n\tx = respond(200).text("漢e\u0301字").cookie("é é", "c").compile()')

    source, carets = drawn(found).splitlines()[1:]
    assert '3 |     x = respond(200).text("漢e\u0301字").cookie("é é", "*").compile()' == source
    # Each of the two signs takes two columns, and the accent none.
    assert source.index(".cookie") + 2 - 1 == carets.index("^")
    assert len('.cookie("é é", "c")') == carets.count("^")


def test_control_characters_are_never_written() -> None:
    """A control character that a terminal would obey is written as an escape."""
    assert "a\\x1b[2Jb    \\u202ec" == printable("a\x1b[2Jb\t\u202ec")


def test_colours() -> None:
    """The level's colour marks the head; without colour there are none."""
    warning = dataclasses.replace(A_FINDING, level="warning")

    assert render([warning], colour=True).startswith("\033[1;33mwarning[CK052]\033[0m")
    assert "\033" not in render([warning])


def test_summary() -> None:
    """The counts by level, in order of weight; what did not happen is not counted."""
    levels: list[Level] = ["info", "error", "warning", "error"]
    findings = [dataclasses.replace(A_FINDING, level=level) for level in levels]

    assert "2 errors, 1 warning, 1 info" == summary(findings)
    assert "no findings" == summary([])


@pytest.mark.parametrize(
    ("source", "shown"),
    [
        ('respond(200).header("Set-Cookie", "a=b\\r")', 'respond(200).header("Set-Cookie", "*****")'),
        ("respond(200).cookie('a', 'b', path='/x')", "respond(200).cookie('a', '*', path='/x')"),
        ('CookieSpec(name="a", value="b", domain="c")', 'CookieSpec(name="a", value="*", domain="c")'),
        ('host_cookie("a", default="b")', 'host_cookie("a", default="*")'),
        ('{"Set-Cookie": "a=b"}', '{"Set-Cookie": "***"}'),
        ('cookies["a"] = f"b{c}"', 'cookies["a"] = f"****"'),
        ('respond(200).text("a").header("X-A", "b")', 'respond(200).text("a").header("X-A", "b")'),
        ('cookie("a", "b', 'cookie("a", "b'),  # a text that does not end on its line is no text of one line
        ("x = 1  # no cookie's fault", "x = 1  # no cookie's fault"),
    ],
)
def test_a_line_shows_no_cookies_value(source: str, shown: str) -> None:
    """Texts that may be a cookie's value are covered, and everything keeps its column."""
    assert [shown] == without_secrets([source])
    assert len(source) == len(shown)


@pytest.mark.newest
def test_a_long_line_takes_no_longer_for_its_length() -> None:
    """Covering is linear in the texts of a line."""

    def covered(texts: int) -> Callable[[], object]:
        line = "cookie('a', " + "(" * 50 + ", ".join(["'b'"] * texts)
        return lambda: without_secrets([line])

    assert is_linear(covered(5_000), covered(40_000))
