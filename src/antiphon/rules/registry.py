"""All rules, found by walking the family folders: a new file is a new rule. Plug-ins bring others."""

from __future__ import annotations

import functools
import importlib
import importlib.util
import pkgutil

import antiphon.rules
from antiphon.rules.plugins import own_rules
from antiphon.rules.rule import Rule


@functools.cache
def rules() -> tuple[Rule, ...]:
    """Every rule, in code order. Raises PluginError for an installed plug-in that is broken."""
    found = []
    for family in pkgutil.iter_modules(antiphon.rules.__path__, "antiphon.rules."):
        if not family.ispkg:
            continue
        package = importlib.import_module(family.name)
        for module in pkgutil.iter_modules(package.__path__, f"{family.name}."):
            name = module.name.rpartition(".")[2]
            found.append(getattr(importlib.import_module(module.name), name))
    return tuple(sorted([*found, *own_rules(found)], key=lambda rule: rule.code))


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
