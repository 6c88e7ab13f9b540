"""The profiles `default` and `strict`, and what `[tool.antiphon]` says of them."""

from __future__ import annotations

import json
import tomllib
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from antiphon.interpreters.rule_pages.page import page
from antiphon.rules.check import check
from antiphon.rules.config import Config
from antiphon.rules.registry import rule_of, rules
from antiphon.rules.rule import Finding
from antiphon.spec import HeaderSpec
from tests.support.paths import ROOT
from tests.support.project import Project

TWO_SCOPES = """\
    from antiphon import respond

    shown = (
        respond(200).text("a").cache_control(no_store=True)
        .insecure_cookie("a", "b", path="/").insecure_cookie("a", "b", path="/c")
        .compile()
    )
"""
BECAUSE = 'because = "the cookie moves to /c"'


def test_the_rules_that_are_errors_under_strict() -> None:
    """Contradictions that hand one user's response to another, or leave two cookies of one name, are errors there."""
    assert {"CC004", "CC012", "CK081"} == {rule.code for rule in rules() if rule.strict}
    assert {("warning", "error")} == {(rule.level, rule.strict) for rule in rules() if rule.strict}


@pytest.mark.parametrize("code", ["CC004", "CC012", "CK081"])
def test_strict_raises_the_level(code: str) -> None:
    """The bad example is an error under strict, which the rule's page says; the good one stays clean."""
    rule = rule_of(code)
    assert rule is not None
    assert ["error"] == [one.level for one in check(rule.bad, profile="strict") if one.code == code]
    assert ["warning"] == [one.level for one in check(rule.bad) if one.code == code]
    assert () == check(rule.good, profile="strict")
    assert "- level: warning, error in the profile strict\n" in page(rule)


def test_strict_lowers_nothing() -> None:
    """Over every example the findings are the same but for their levels, and no level falls."""
    order = {"info": 0, "warning": 1, "error": 2}
    for rule in rules():
        default, strict = check(rule.bad), check(rule.bad, profile="strict")
        assert [one.code for one in default] == [one.code for one in strict]
        assert all(order[a.level] <= order[b.level] for a, b in zip(default, strict, strict=True))


def test_an_unknown_profile_is_a_mistake_of_the_caller() -> None:
    """There are two profiles."""
    with pytest.raises(ValueError, match="there is no profile 'lax'; the profiles are default and strict"):
        check(rules()[0].good, profile="lax")  # type: ignore[arg-type]  # refused at run time as well


def test_the_command_line_comes_before_the_file(project: Project) -> None:
    """`--profile` and `profile` raise the level, and the option wins."""
    project.write({"shop.py": TWO_SCOPES})
    assert 1 == project.run("check", "shop")
    assert "warning[CK081]" in project.out
    assert 1 == project.run("check", "--profile", "strict", "shop")
    assert "error[CK081]" in project.out
    project.write({"pyproject.toml": '[tool.antiphon]\nprofile = "strict"\n'})
    assert 1 == project.run("check", "shop")
    assert "error[CK081]" in project.out
    assert 1 == project.run("check", "--profile", "default", "shop")
    assert "warning[CK081]" in project.out


def test_importing_is_not_stricter(project: Project) -> None:
    """compile() raises for errors of the profile default alone, whatever the project says."""
    project.write({"shop.py": TWO_SCOPES, "pyproject.toml": '[tool.antiphon]\nprofile = "strict"\n'})
    project.run("check", "--format", "json", "shop")
    assert [] == json.loads(project.out)["stopped"]


def test_what_strict_makes_an_error_is_not_ignored(project: Project) -> None:
    """A warning can be ignored where it is a warning."""
    project.write(
        {"shop.py": TWO_SCOPES, "pyproject.toml": f'[tool.antiphon]\nignore = [{{code = "CK081", {BECAUSE}}}]\n'}
    )
    assert 0 == project.run("check", "shop")
    assert 2 == project.run("check", "--profile", "strict", "shop")
    assert "CK081 is an error in the profile strict" in project.err
    assert "pyproject.toml:2, [tool.antiphon]" in project.err


@pytest.mark.parametrize(("select", "code"), [('["CK"]', 1), ('["CK081"]', 1), ('["CC"]', 0), ("[]", 1)])
def test_select(project: Project, select: str, code: int) -> None:
    """Of warnings, those are reported whose code begins so; errors always are."""
    project.write({"shop.py": TWO_SCOPES, "pyproject.toml": f"[tool.antiphon]\nselect = {select}\n"})
    assert code == project.run("check", "shop")
    assert 1 == project.run("check", "--profile", "strict", "shop")


def test_the_nearest_table_above_the_target_counts(project: Project) -> None:
    """A pyproject.toml without the table is passed by, and paths among `targets` start at the file that has it."""
    table = '[tool.antiphon]\ntargets = ["src/shop.py"]\nselect = ["CC"]\n'
    project.write({"pyproject.toml": table, "src/pyproject.toml": "[tool.other]\n", "src/shop.py": TWO_SCOPES})
    assert 0 == project.run("check", "src/shop.py")
    assert 0 == project.run("check")
    assert "1 finding ignored" in project.out


def test_targets_of_two_projects(project: Project) -> None:
    """Two projects with settings of their own are judged one by one."""
    for name in ("a", "b"):
        project.write({f"{name}/shop.py": TWO_SCOPES, f"{name}/pyproject.toml": "[tool.antiphon]\n"})
    assert 2 == project.run("check", "a/shop.py", "b/shop.py")
    assert "the targets belong to several projects" in project.err


def test_targets_from_below(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    """In a folder of the project, `antiphon check` judges the same modules."""
    table = '[tool.antiphon]\ntargets = ["shop", "more/other.py", "shop:shown"]\n'
    project.write({"pyproject.toml": table, "shop.py": TWO_SCOPES, "more/other.py": "", "deep/er/x": ""})
    monkeypatch.chdir(project.folder / "deep" / "er")
    monkeypatch.setattr("sys.path", __import__("sys").path[:])
    assert 1 == project.run("check", "--format", "concise")
    assert "CK081" in project.out
    assert "" == "".join(line for line in project.err.splitlines() if "reached" in line)


@pytest.mark.parametrize(
    ("text", "what", "line"),
    [
        ('profile = "lax"', "there is no profile 'lax'", 2),
        ("profile = 2026-11-22", "there is no profile", 2),
        ("select = 'CK'", "select is not a list of strings", 2),
        ("select = ['XX']", "no rule's code begins with 'XX'", 2),
        ("select = ['']", "no rule's code begins with ''", None),
        ("targets = []\nselct = []", "there is no key 'selct'", 3),
        ("ignore = [\n{code = 'CK053'}\n]", "ignore gives no reason for CK053", 3),
        ("ignore = [\n{code = 'CK053', because = ''}\n]", "ignore gives no reason for CK053", 3),
        ("ignore = [\n{code = 'CK052', because = 'x'}\n]", "CK052 is an error", 3),
    ],
)
def test_a_wrong_table_is_told_with_its_line(project: Project, text: str, what: str, line: int | None) -> None:
    """Exit code 2, the file and the line where there is one word to look for."""
    project.write({"pyproject.toml": f"[tool.antiphon]\n{text}\n", "shop.py": ""})
    assert 2 == project.run("check", "shop")
    assert project.err.startswith(f"error: {what}")
    assert f" --> pyproject.toml{f':{line}' if line else ''}" in project.err


@pytest.mark.parametrize(
    ("table", "valid"),
    [
        ("", True),
        ("profile = 'strict'", True),
        ("profile = 'lax'", False),
        ("targets = ['shop']\nselect = ['CK']", True),
        ("targets = 'shop'", False),
        ("ignore = [{code = 'CK053', because = 'x'}]", True),
        ("ignore = [{code = 'CK053', because = ' '}]", False),
        ("ignore = [{code = 'CK053'}]", False),
        ("unknown = 1", False),
    ],
)
def test_the_schema_says_what_the_model_says(table: str, valid: bool) -> None:
    """schemas/config.schema.json and the model accept the same tables."""
    schema = json.loads((ROOT / "schemas" / "config.schema.json").read_text())
    Draft202012Validator.check_schema(schema)
    document: dict[str, Any] = tomllib.loads(table)
    assert valid == Draft202012Validator(schema).is_valid(document)
    if valid:
        Config.model_validate_json(json.dumps(document))
    else:
        with pytest.raises(ValueError, match="validation error"):
            Config.model_validate_json(json.dumps(document))


def test_a_capture_is_judged_at_its_own_levels() -> None:
    """In a capture a finding is never graver than the rule and the finding allow, and never graver than elsewhere."""
    rule = rules()[0]._replace(level="error", in_captures="warning")
    assert "error" == rule.level_of(Finding("", ""))
    assert "warning" == rule.level_of(Finding("", ""), captured=True)
    assert "info" == rule.level_of(Finding("", "", "info"), captured=True)
    assert "info" == rule.level_of(Finding("", "", in_captures="info"), captured=True)
    assert "error" == rule.level_of(Finding("", "", in_captures="info"))


def test_rules_about_declarations_are_silent_in_captures() -> None:
    """A rule for antiphon's own declarations finds nothing in a response that antiphon did not build."""
    close = HeaderSpec(name="Connection", value="close")
    assert "HD008" in {diagnostic.code for diagnostic in check(close)}
    assert "HD008" not in {diagnostic.code for diagnostic in check(close, captured=True)}
