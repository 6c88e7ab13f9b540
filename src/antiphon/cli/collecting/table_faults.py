"""The faults of a table [tool.antiphon], in the words of the file: what is wrong, what to write, and where."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from pydantic_core import ErrorDetails

from antiphon.cli.collecting.project_file import OWN
from antiphon.diagnostics.close_to import close_to
from antiphon.rules.config import Config, Ignored, IgnoredInCaptures, LintConfig
from antiphon.rules.profile import PROFILES
from antiphon.spec.model import Model

#: A value of each key that is a list of strings.
_EXAMPLES = {"targets": '["shop.responses"]', "exclude": '["tests"]', "select": '["CK", "CC012"]'}
#: An entry of each list of tables, and what it has.
IN_CAPTURES = '{code = "CC012", host = "cdn.example", because = "..."}'
_ENTRIES: Mapping[type[Model], tuple[str, str, str]] = {
    Ignored: ("ignore", "a code and a reason", '{code = "CK081", because = "..."}'),
    IgnoredInCaptures: ("lint.ignore", "a code, a host or both, and a reason", IN_CAPTURES),
}


class Fault(NamedTuple):
    """One fault. `word` is in the line that it is about."""

    what: str
    help: str
    word: str


def fault_of(error: ErrorDetails, table: Mapping[str, Any], file_name: str) -> Fault:
    """The fault behind an error that pydantic reports for the table of a file."""
    key, *rest = error["loc"] or ("antiphon",)
    if key not in Config.model_fields:
        return _no_key(str(key), Config, "", file_name)
    if key == "lint":
        return _in_lint(rest, table["lint"])
    if key == "profile":
        advice = close_to(str(table[key]), PROFILES) or f"the profiles are {' and '.join(PROFILES)}"
        return Fault(f"there is no profile {table[key]!r}", advice, key)
    if key == "ignore":
        return _in_entry(rest, table["ignore"], Ignored)
    return Fault(f"{key} is not a list of strings", f"write {key} = {_EXAMPLES[str(key)]}", str(key))


def _in_lint(rest: list[Any], lint: Any) -> Fault:
    if rest and rest[0] not in LintConfig.model_fields:
        return _no_key(str(rest[0]), LintConfig, "lint.")
    if not rest:
        return Fault(
            "lint is not a table", f"write [tool.antiphon.lint], and ignore = [{IN_CAPTURES}] below it", "lint"
        )
    return _in_entry(rest[1:], lint["ignore"], IgnoredInCaptures)


def _in_entry(rest: list[Any], entries: Any, model: type[Model]) -> Fault:
    """A fault of a list of tables: of the list, of an entry, or of one key of an entry."""
    path, has, example = _ENTRIES[model]
    if not rest:
        return Fault(f"{path} is not a list", f"write ignore = [{example}]", "ignore")
    entry = entries[rest[0]]
    if not isinstance(entry, dict):
        return Fault(f"an entry of {path} has {has}", f"write {example}", "ignore")
    code = entry.get("code")
    near = code if isinstance(code, str) else str(entry.get("host", "ignore"))
    if unknown := [key for key in entry if key not in model.model_fields]:
        return _no_key(unknown[0], model, f"{path}.")
    key = rest[1]
    if key == "because":
        of = code or entry.get("host", "an entry")
        return Fault(f"{path} gives no reason for {of}", 'write because = "..." with the reason', near)
    if key == "files":
        return Fault("files is not a list of strings", 'write files = ["legacy/*"]', near)
    if key in entry:
        return Fault(f"{key} is not text: {entry[key]!r}", f"write {example}", key)
    return Fault(f"an entry of {path} has {has}", f"write {example}", near)


def _no_key(key: str, model: type[Model], path: str, file_name: str = "") -> Fault:
    keys = list(model.model_fields)
    advice = close_to(key, keys) or f"the keys are {', '.join(keys)}"
    if key == "tool" and file_name == OWN:
        advice = f"{OWN} has the keys at its top, without [tool.antiphon]: {', '.join(keys)}"
    return Fault(f"there is no key {path + key!r}", advice, key)
