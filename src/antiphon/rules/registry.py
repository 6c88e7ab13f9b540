"""All rules, found by walking the family folders: a new file is a new rule. Plug-ins bring others."""

from __future__ import annotations

import functools
import importlib
import importlib.util
import os
import pkgutil

import antiphon.rules
from antiphon.headers.plugins import installed
from antiphon.rules.rule import Rule


@functools.cache
def rules() -> tuple[Rule, ...]:
    """Every rule, in code order. Raises PluginError for an installed plug-in that is broken."""
    return tuple(sorted([*map(rule_in, modules()), *brought()], key=lambda rule: rule.code))


@functools.cache
def modules() -> tuple[str, ...]:
    """The modules of antiphon's own rules, none of which is imported here: `family.name_of_the_rule`."""
    folders: dict[str, list[str]] = {}
    for folder in antiphon.rules.__path__:
        for family in _listed(folder, packages=True):
            folders.setdefault(family, []).append(f"{folder}/{family}")
    return tuple(
        f"{family}.{name}"
        for family in sorted(folders)
        for name in sorted({name for folder in folders[family] for name in _listed(folder)})
    )


def _listed(folder: str, *, packages: bool = False) -> list[str]:
    """The modules in a folder, or the packages. pkgutil finds the same ones, and takes eight times as long."""
    try:
        found = [(one.name, one.is_dir()) for one in os.scandir(folder)]
    except OSError:  # within an archive
        return [one.name for one in pkgutil.iter_modules([folder]) if one.ispkg == packages]
    if packages:
        return [name for name, is_folder in found if is_folder and not name.startswith(("_", "."))]
    return [name.partition(".")[0] for name, _ in found if name.endswith((".py", ".pyc")) and not name.startswith("_")]


def rule_in(module: str) -> Rule:
    """The rule of a module, which is imported for it."""
    found: Rule = getattr(importlib.import_module(f"antiphon.rules.{module}"), module.rpartition(".")[2])
    return found


@functools.cache
def brought() -> tuple[Rule, ...]:
    """The rules of installed plug-ins. Raises PluginError for one that is broken."""
    if not installed():
        return ()
    from antiphon.rules.plugins import own_rules

    return tuple(own_rules(module.rpartition(".")[2].replace("_", "-") for module in modules()))


def rule_of(code: str) -> Rule | None:
    """The rule of that code or slug, in any case."""
    wanted = code.lower().replace("_", "-")
    return next((rule for rule in rules() if wanted in (rule.code.lower(), rule.slug)), None)


#: The package that each extra brings, as it is imported.
_BROUGHT = {"psl": "publicsuffixlist"}


def silent_rules() -> tuple[Rule, ...]:
    """The rules that cannot run here, since the extra that they need is not installed."""
    return tuple(rule for rule in rules() if rule.needs and not _is_here(_BROUGHT[rule.needs]))


@functools.cache
def _is_here(package: str) -> bool:
    return importlib.util.find_spec(package) is not None
