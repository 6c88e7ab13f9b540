"""`[tool.antiphon]` in pyproject.toml."""

from __future__ import annotations

import pytest

from tests.support.project import Project

FAULTY = """\
    from antiphon import CookieSpec, ResponseSpec

    spec = ResponseSpec(status=200, cookies=(CookieSpec(name="a", value="b", path="/"),))
"""


def test_targets(project: Project) -> None:
    """They are judged where the command line names none."""
    project.write({"shop.py": FAULTY, "other.py": "", "pyproject.toml": '[tool.antiphon]\ntargets = ["shop"]\n'})

    assert (1, 0) == (project.run("check"), project.run("check", "other"))


def test_ignored_warnings(project: Project) -> None:
    """They are left out of the report, and counted."""
    ignore = 'ignore = [{code = "CK053", because = "every browser of ours says lax"}]'
    project.write({"shop.py": FAULTY, "pyproject.toml": f"[tool.antiphon]\n{ignore}\n"})

    assert 0 == project.run("check", "shop")
    assert "1 response judged: no findings; 1 finding ignored by the configuration\n" == project.out


@pytest.mark.parametrize("text", ["", "[tool.ruff]\nline-length = 3\n", "[project]\nname = 'shop'\n"])
def test_a_pyproject_that_says_nothing(project: Project, text: str) -> None:
    """Then the command line says it all."""
    project.write({"shop.py": "", "pyproject.toml": text})

    assert 0 == project.run("check", "shop")


def test_nothing_to_check(project: Project) -> None:
    """Without any TARGET there is nothing to run."""
    assert 2 == project.run("check")
    assert project.err.startswith("error: there is nothing to check\n")


@pytest.mark.parametrize(
    ("text", "what", "help"),
    [
        ("x = [", "pyproject.toml is not TOML: Invalid value (at end of document)", "mend it"),
        ("[tool]\nantiphon = 3", "tool.antiphon is not a table", "write [tool.antiphon]"),
        ("tool = 3", "tool.antiphon is not a table", "write [tool.antiphon]"),
        ("[tool.antiphon]\ntarget = []", "there is no key 'target'", "did you mean targets?"),
        ("[tool.antiphon]\nx = []", "there is no key 'x'", "the keys are profile, targets, exclude, select, ignore"),
        ("[tool.antiphon]\ntargets = 'a'", "targets is not a list of strings", "write targets ="),
        ("[tool.antiphon]\nexclude = 'a'", "exclude is not a list of strings", 'write exclude = ["tests"]'),
        ("[tool.antiphon]\nignore = 'a'", "ignore is not a list", "write ignore ="),
        ("[tool.antiphon]\nignore = ['CK053']", "an entry of ignore has a code and a reason", "because"),
        ("[tool.antiphon]\nignore = [{code = 'CK999', because = 'x'}]", "there is no rule 'CK999'", "did you mean CK"),
        ("[tool.antiphon]\nignore = [{code = 'AN021', because = 'x'}]", "AN021 is not a rule", "mend the declaration"),
        ("[tool.antiphon]\nignore = [{code = 3, because = 'x'}]", "code is not text: 3", "write {code ="),
        (
            "[tool.antiphon]\nignore = [{code = 'CK053', becuse = 'x'}]",
            "there is no key 'ignore.becuse'",
            "mean because?",
        ),
        ("[tool.antiphon]\nignore = [{because = 'x'}]", "an entry of ignore has a code and a reason", "write {code ="),
        ("[tool.antiphon]\nlint = 3", "lint is not a table", "write [tool.antiphon.lint]"),
        ("[tool.antiphon.lint]\nignor = []", "there is no key 'lint.ignor'", "did you mean ignore?"),
        ("[tool.antiphon.lint]\nignore = 3", "lint.ignore is not a list", "write ignore ="),
        ("[tool.antiphon.lint]\nignore = [{cod = 'x'}]", "there is no key 'lint.ignore.cod'", "did you mean code?"),
        ("[tool.antiphon.lint]\nignore = [{host = 'a'}]", "lint.ignore gives no reason for a", "because"),
        ("[tool.antiphon]\nprofile = 'strct'", "there is no profile 'strct'", "did you mean strict?"),
        ("[tool.antiphon]\nignore = [{code = 'CK053', because = ' '}]", "ignore gives no reason for CK053", "because"),
        ("[tool.antiphon]\nignore = [{code = 'CK052', because = 'x'}]", "CK052 is an error", ".accept_finding("),
    ],
)
def test_a_pyproject_that_is_wrong(project: Project, text: str, what: str, help: str) -> None:
    """Exit code 2 with what, where and help; nothing is judged."""
    project.write({"shop.py": FAULTY, "pyproject.toml": text})

    assert (2, "") == (project.run("check", "shop"), project.out)
    first, where, advice, cite = project.err.splitlines()
    assert first.startswith(f"error: {what}")
    assert where.startswith(" --> pyproject.toml")
    assert help in advice
    assert "  = cite: https://antiphon.readthedocs.io/en/latest/reference/errors.html#the-command-line" == cite


def test_a_pyproject_that_cannot_be_read(project: Project) -> None:
    """It is not taken for one that is not there."""
    (project.folder / "pyproject.toml").mkdir()

    assert 2 == project.run("check", "shop")
    assert project.err.startswith("error: pyproject.toml cannot be read: ")


def test_a_pyproject_that_is_not_text(project: Project) -> None:
    """TOML is UTF-8."""
    (project.folder / "pyproject.toml").write_bytes(b"\xff")

    assert 2 == project.run("check", "shop")
    assert project.err.startswith("error: pyproject.toml is not TOML: ")
