"""Which findings are told, from which configuration, and in which form: the options of CI."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from tests.support import warm
from tests.support.paths import ROOT
from tests.support.patience import PATIENCE
from tests.support.project import Project

SHOP = """\
from starlette.responses import Response

def shown(request):
    response = Response(b"")
    response.set_cookie("sid", "x", domain="localhost")
    response.headers["Expires"] = "0"
    return response
"""
DECLARED = """\
from antiphon import respond
kept = respond(204).cookie("sid", "x", max_age=99_999_999)
"""


def codes(project: Project, *arguments: str) -> list[str]:
    """The codes of the findings of a run."""
    project.run(*arguments, "--format", "concise")
    return [line.split(": ")[1].split()[0] for line in project.out.splitlines()]


def test_select_chooses_warnings_and_advice(project: Project) -> None:
    """Codes or beginnings of codes, with commas or one by one; an unknown one is refused."""
    project.write({"shop.py": SHOP})

    assert ["CK035", "CC017"] == codes(project, "lint", "shop.py")
    assert ["CC017"] == codes(project, "lint", "--select", "CC", "shop.py")
    assert ["CK035", "CC017"] == codes(project, "lint", "--select", "cc,CK035", "shop.py")
    assert 2 == project.run("lint", "--select", "XX", "shop.py")
    assert project.err.startswith("error: no rule's code begins with 'XX'\n --> --select\n")


def test_check_ignores_a_warning_with_a_reason(project: Project) -> None:
    """`--ignore CODE:REASON`; an error is not ignored in bulk, and a reason is needed."""
    project.write({"shop.py": DECLARED})

    assert ["CK021"] == codes(project, "check", "shop.py")
    assert [] == codes(project, "check", "--ignore", "CK021: kiosks", "shop.py")
    assert 0 == project.run("check", "--ignore", "CK021: kiosks", "shop.py")
    assert project.out.endswith("; 1 finding ignored by --ignore\n")
    assert 2 == project.run("check", "--ignore", "CK021", "shop.py")
    assert 2 == project.run("check", "--ignore", "CK052: no", "shop.py")
    assert project.err.startswith("error: CK052 is an error, and errors are not ignored in bulk\n")


def test_quiet_writes_findings_alone(project: Project) -> None:
    """No counts and no notes; the exit code says the rest."""
    project.write({"shop.py": SHOP, "clean.py": "x = 1\n"})

    assert 1 == project.run("lint", "-q", "shop.py")
    assert project.out.startswith("warning[CK035]")
    assert project.out.endswith("CC017.html)\n")
    assert 0 == project.run("check", "-q", "clean.py")
    assert ("", "") == (project.out, project.err)


def test_antiphon_toml_comes_before_pyproject(project: Project) -> None:
    """Its keys are those of the table; a fault in it is told with its line; `--config` names another file."""
    project.write(
        {
            "shop.py": SHOP,
            "antiphon.toml": 'select = ["CC"]\n',
            "pyproject.toml": "[tool.antiphon]\nselect = ['CK']\n",
            "other/ci.toml": "[tool.antiphon]\nselect = ['CK']\n",
            "empty.toml": "",
        }
    )

    assert ["CC017"] == codes(project, "lint", "shop.py")
    assert ["CK035"] == codes(project, "lint", "--config", "other/ci.toml", "shop.py")
    assert 2 == project.run("lint", "--config", "empty.toml", "shop.py")
    assert project.err.startswith("error: empty.toml has no [tool.antiphon]\n --> --config\n")
    assert 2 == project.run("check", "--config", "none.toml", "shop.py")
    assert project.err.startswith("error: there is no file none.toml\n")

    project.write({"antiphon.toml": "\nselected = []\n"})
    assert 2 == project.run("lint", "shop.py")
    assert project.err.startswith("error: there is no key 'selected'\n --> antiphon.toml:2\n")


def test_ignores_of_some_files(project: Project) -> None:
    """`files` limits an entry to names and paths, in the table of declarations and in that of captures and sources."""
    project.write(
        {
            "shop.py": SHOP,
            "legacy/old.py": SHOP,
            "antiphon.toml": """\
ignore = [{code = "CK035", files = ["legacy/*"], because = "it is replaced in May"}]

[lint]
ignore = [{code = "CC017", files = ["shop.py"], because = "old proxies read it"}]
""",
        }
    )
    project.run("lint", "--format", "concise", ".")

    assert ["legacy/old.py:6:35: CC017", "shop.py:5:37: CK035"] == [
        " ".join(line.split()[:2]) for line in project.out.splitlines()
    ]

    project.write({"antiphon.toml": 'ignore = [{code = "CK035", files = "x", because = "y"}]\n'})
    assert 2 == project.run("lint", "shop.py")
    assert "files is not a list of strings" in project.err


def test_gitlab(project: Project) -> None:
    """Each finding is an issue of a code quality report, whose fingerprint does not depend on the lines above."""
    project.write({"shop.py": SHOP})
    project.run("lint", "--format", "gitlab", "shop.py")
    first = json.loads(project.out)
    project.write({"shop.py": f"\n{SHOP}"})
    project.run("lint", "--format", "gitlab", "shop.py")
    second = json.loads(project.out)

    assert ["minor", "info"] == [issue["severity"] for issue in first]
    assert {"path": "shop.py", "lines": {"begin": 5}} == first[0]["location"]
    assert {"description", "check_name", "fingerprint", "severity", "location"} == set(first[0])
    assert [issue["fingerprint"] for issue in first] == [issue["fingerprint"] for issue in second]
    assert 2 == len({issue["fingerprint"] for issue in first})


def test_init_writes_a_configuration_once(project: Project) -> None:
    """A table at the end of pyproject.toml, or a file of its own; what is there is not changed."""
    project.write({"pyproject.toml": "[project]\nname = 'x'\n", "src/shop/__init__.py": "", "tests/__init__.py": ""})

    assert 0 == project.run("init")
    written = tomllib.loads((project.folder / "pyproject.toml").read_text(encoding="utf-8"))
    assert {"targets": ["src/shop"], "profile": "default"} == written["tool"]["antiphon"]
    assert {"name": "x"} == written["project"]
    assert 2 == project.run("init")
    assert project.err.startswith("error: the project has a configuration\n")

    (project.folder / "pyproject.toml").unlink()
    assert 0 == project.run("init")
    assert ["src/shop"] == tomllib.loads((project.folder / "antiphon.toml").read_text(encoding="utf-8"))["targets"]


@pytest.mark.skipif(shutil.which("bash") is None, reason="there is no bash")
@pytest.mark.parametrize(
    ("words", "answers"),
    [
        ("antiphon li", {"lint"}),
        ("antiphon rule CK05", {"CK050", "CK051", "CK052", "CK053"}),
        ("antiphon lint --select CC012,CK05", {f"CC012,CK05{last}" for last in range(4)}),
        ("antiphon lint ser", {"service.py"}),
    ],
)
def test_completion_works_in_bash(project: Project, words: str, answers: set[str]) -> None:
    """The script completes commands, codes, several of them, and files."""
    project.write({"service.py": ""})
    assert 0 == project.run("completion", "bash")
    asked = f"COMP_WORDS=({words}); COMP_CWORD=$((${{#COMP_WORDS[@]}}-1)); _shtab_antiphon; echo ${{COMPREPLY[@]}}"
    answer = subprocess.run(
        ["bash", "-c", f"{project.out}\n{asked}"], capture_output=True, text=True, check=False, timeout=PATIENCE
    )

    assert answers == set(answer.stdout.split())


@pytest.mark.parametrize("shell", ["zsh", "fish", "tcsh"])
def test_completion_of_other_shells_has_codes_and_files(project: Project, shell: str) -> None:
    """How they use it was tried by hand (docs/how-to/check-in-ci.md)."""
    files = {"zsh": "_files", "fish": "__fish_complete_path", "tcsh": "/f/"}[shell]

    assert 0 == project.run("completion", shell)
    assert "CK052" in project.out
    assert files in project.out


def test_completion_says_what_it_needs(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the extra it names it."""
    monkeypatch.setitem(sys.modules, "shtab", None)

    assert 2 == project.run("completion", "zsh")
    assert "pip install antiphon[completion]" in project.err


def test_the_hooks_run_commands_that_there_are() -> None:
    """The entries of .pre-commit-hooks.yaml are command lines that the parser takes."""
    from antiphon.cli import parser

    lines = (ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8").splitlines()
    entries = [line.partition("entry: antiphon ")[2] for line in lines if "entry:" in line]

    assert ["lint", "check"] == [entry.split()[0] for entry in entries]
    for entry in entries:
        parser().parse_args([*entry.split(), "shop.py"])


def test_lint_fixes_what_leaves_no_choice_and_shows_it(project: Project) -> None:
    """The file is edited, the diff is printed, and what is left is reported."""
    source = SHOP.replace('domain="localhost"', 'samesite="none"')
    project.write({"shop.py": source})

    assert 0 == project.run("lint", "--fix", "shop.py")
    assert '-    response.set_cookie("sid", "x", samesite="none")\n' in project.out
    assert '+    response.set_cookie("sid", "x", samesite="none", secure=True)\n' in project.out
    assert 'samesite="none", secure=True)' in (project.folder / "shop.py").read_text(encoding="utf-8")


def test_lint_does_not_fix_what_a_comment_accepts(project: Project) -> None:
    """A file with accepted findings is left to its writer."""
    source = SHOP.replace('domain="localhost")', 'samesite="none")  # antiphon: ignore[CK052]')
    project.write({"shop.py": source})
    project.run("lint", "--fix", "shop.py")

    assert source == (project.folder / "shop.py").read_text(encoding="utf-8")


def test_check_fixes_declarations(tmp_path: Path) -> None:
    """An edit is kept if the module that is imported again is better for it, and put back if it is not."""
    (tmp_path / "shop.py").write_text(DECLARED)
    worse = f'{DECLARED}assert "99_" in open(__file__).read().splitlines()[1]\n'
    (tmp_path / "worse.py").write_text(worse)
    first = warm.done("check", "--fix", "shop.py", folder=tmp_path)
    second = warm.done("check", "--fix", "worse.py", folder=tmp_path)

    assert "max_age=34_560_000" in (tmp_path / "shop.py").read_text()
    assert "+kept = " in first.stdout
    assert 0 == first.returncode
    assert worse == (tmp_path / "worse.py").read_text()
    assert "(fixed)" not in second.stdout


@pytest.mark.parametrize("command", ["check", "lint"])
@pytest.mark.parametrize(
    ("arguments", "what", "help"),
    [
        (("--ignore", "CK999: x"), "there is no rule 'CK999'", "did you mean CK009?"),
        (("--ignore", "CK02: x"), "there is no rule 'CK02'", "did you mean CK020 or CK021 or CK022?"),
        (("--ignore", "same-site-nnone: x"), "there is no rule 'same-site-nnone'", "did you mean same-site-"),
        (("--select", "CK99"), "no rule's code begins with 'CK99'", "did you mean CK009?"),
        (("--select", "same-site-none-without-secure"), "no rule's code begins with 'SAME-", "write its code, CK052"),
        (("--selct", "CK"), "there is no option --selct", "did you mean --select"),
        (("--ignore-all=x",), "there is no option --ignore-all", "did you mean --ignore"),
    ],
)
def test_what_is_misspelt_is_told_with_what_looks_like_it(
    project: Project, command: str, arguments: tuple[str, ...], what: str, help: str
) -> None:
    """A code, a rule's name or an option: the same words wherever it is given."""
    project.write({"shop.py": SHOP})

    assert 2 == project.run(command, "shop.py", *arguments)
    assert project.err.startswith(f"error: {what}")
    assert f"= help: {help}" in project.err


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("chekc", "."), "= help: did you mean check?"),
        (("check", "--format", "sarf"), "'sarf' is not known; did you mean sarif?"),
        (("check", "--profile", "x"), "'x' is not known; choose from default, strict"),
        (("lint", "--as", "pyton"), "'pyton' is not known; did you mean python?"),
        (("completion", "bsh"), "'bsh' is not known; did you mean bash"),
        (("rule", "CK052", "CK053"), "error: there is no argument CK053"),
        (("lint", "shpo.py"), "= help: did you mean shop.py?"),
        (("lint", "shpo.har"), "= help: did you mean shop.har?"),
    ],
)
def test_commands_and_values_are_told_so_too(project: Project, arguments: tuple[str, ...], says: str) -> None:
    """Those of every command that has a choice; and files."""
    project.write({"shop.py": "", "shop.har": ""})
    assert 2 == project.run(*arguments)
    assert says in project.err


def test_a_comment_with_an_unknown_code_is_told(project: Project) -> None:
    """It accepts nothing, and what it may mean is said; one that met nothing is told as before."""
    project.write({"shop.py": "x = 1  # antiphon: ignore[CK52]\ny = 2  # antiphon: ignore[CK052]\n"})
    project.run("lint", "shop.py")

    assert "note: a comment ignores CK52: there is no rule 'CK52'; did you mean CK" in project.err
    assert "note: CK052 is ignored, and was not found" in project.err


def test_exclude_takes_paths_from_here_too(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    """`--exclude` in a folder of the project names a path from there, or from the configuration's folder."""
    project.write({"antiphon.toml": "", "shop[1]/old/a.py": SHOP, "shop[1]/b.py": SHOP})
    monkeypatch.chdir(project.folder / "shop[1]")

    def read(pattern: str) -> set[str]:
        project.run("lint", "--format", "concise", "--exclude", pattern, ".")
        return {line.partition(":")[0] for line in project.out.splitlines()}

    assert {"b.py"} == read("old/*.py") == read("./old/a.py") == read("../*/old/a.py") == read("old")
    assert {"b.py"} == read("shop[[]1]/old/a.py")
    assert {"b.py", "old/a.py"} == read("other/a.py")


@pytest.mark.parametrize("form", ["concise", "gitlab", "sarif", "github"])
def test_a_path_below_the_current_folder_is_told_from_there(project: Project, form: str) -> None:
    """Also where it was named as a whole: code scanning and merge requests know the repository's paths alone."""
    project.write({"shop.py": SHOP})
    told = []
    for name in ("shop.py", str(project.folder / "shop.py"), str(project.folder)):
        project.run("lint", "--format", form, name)
        told.append(project.out)

    assert told[0] == told[1] == told[2]
    assert str(project.folder) not in told[1]


def test_init_leaves_a_table_alone_that_takes_no_more(project: Project) -> None:
    """`tool = {...}` is closed: a table at the end of the file would make it no TOML, so antiphon.toml is written."""
    closed = "tool = { ruff = { line-length = 3 } }\n"
    project.write({"pyproject.toml": closed})

    assert 0 == project.run("init")
    assert closed == (project.folder / "pyproject.toml").read_text()
    assert {"profile": "default", "targets": ["."]} == tomllib.loads((project.folder / "antiphon.toml").read_text())
