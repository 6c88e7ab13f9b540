"""`[tool.antiphon]` in the pyproject.toml of the current folder."""

from __future__ import annotations

import dataclasses
import tomllib
from pathlib import Path
from typing import Any

from antiphon.cli.terminal.cannot_run import CannotRun, close_to

_WHERE = "pyproject.toml, [tool.antiphon]"


@dataclasses.dataclass(frozen=True)
class Configuration:
    """`targets` are judged where the command line names none; warnings and advice of `ignored` codes are left out."""

    targets: tuple[str, ...] = ()
    ignored: tuple[str, ...] = ()


def configuration(folder: Path) -> Configuration:
    """What a folder's pyproject.toml says; nothing where there is none. Raises CannotRun for one that is wrong."""
    try:
        document = tomllib.loads((folder / "pyproject.toml").read_text(encoding="utf-8"))
    except FileNotFoundError:
        return Configuration()
    except OSError as error:
        raise CannotRun(
            f"pyproject.toml cannot be read: {error.strerror}", where="pyproject.toml", help="make it readable"
        ) from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise CannotRun(
            f"pyproject.toml is not TOML: {error}", where="pyproject.toml", help="mend it; see https://toml.io"
        ) from None
    tool = document.get("tool", {})
    table = tool.get("antiphon", {}) if isinstance(tool, dict) else tool
    if not isinstance(table, dict):
        raise _wrong("tool.antiphon is not a table", "write [tool.antiphon] and its keys below it")
    for key in table:
        if key not in _READERS:
            raise _wrong(f"there is no key {key!r}", close_to(key, _READERS) or f"the keys are {', '.join(_READERS)}")
    return Configuration(
        targets=_READERS["targets"](table.get("targets", [])), ignored=_READERS["ignore"](table.get("ignore", []))
    )


def _targets(value: Any) -> tuple[str, ...]:
    if isinstance(value, list) and all(isinstance(one, str) for one in value):
        return tuple(value)
    raise _wrong("targets is not a list of strings", 'write targets = ["shop.responses"]')


def _ignored(value: Any) -> tuple[str, ...]:
    if not isinstance(value, list):
        raise _wrong("ignore is not a list", 'write ignore = [{code = "CK081", because = "..."}]')
    return tuple(_ignored_code(one) for one in value)


def _ignored_code(entry: Any) -> str:
    from antiphon.rules.registry import rule_of, rules

    if not isinstance(entry, dict) or set(entry) != {"code", "because"}:
        raise _wrong("an entry of ignore has a code and a reason", 'write {code = "CK081", because = "..."}')
    code, because = entry["code"], entry["because"]
    rule = rule_of(code) if isinstance(code, str) else None
    if rule is None:
        known = (rule.code for rule in rules())
        advice = close_to(str(code), known) or "`antiphon rule all` lists the codes"
        raise _wrong(f"there is no rule {code!r}", advice)
    if not isinstance(because, str) or not because.strip():
        raise _wrong(f"ignore gives no reason for {rule.code}", 'write because = "..." with the reason')
    if rule.level == "error":
        raise _wrong(
            f"{rule.code} is an error, and errors are not ignored in bulk",
            f'allow it where it is declared: .allow("{rule.code}", because="...")',
        )
    return rule.code


_READERS = {"targets": _targets, "ignore": _ignored}


def _wrong(what: str, help: str) -> CannotRun:
    return CannotRun(what, where=_WHERE, help=help)
