"""`import antiphon`: one place for every name, and nothing loaded before it is needed."""

from __future__ import annotations

import builtins
import copy
import importlib
import pickle
import re
import subprocess
import sys

import pytest

import antiphon
from antiphon import Diagnostic, ParamError, PluginError, SpecError, WireError, errors
from antiphon.builder.absent import AbsentStepError
from antiphon.headers.field import FieldError
from antiphon.integrations.fastapi import UndeclaredError
from tests.support.patience import PATIENCE

LOADED = "import sys; print(*{{name.partition('.')[0] for name in sys.modules}} & {{{names}}})"
HEAVY = "'pydantic', 'pydantic_core', 'msgspec', 'starlette', 'fastapi', 'typing_extensions'"


def loaded_by(statement: str, names: str = HEAVY) -> str:
    """Which of the packages a fresh Python has loaded after the statement."""
    program = f"{statement}\n{LOADED.format(names=names)}"
    return subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True, timeout=PATIENCE
    ).stdout.strip()


def test_names_are_listed_in_order() -> None:
    """`__all__` is sorted and names nothing twice."""
    assert sorted(set(antiphon.__all__)) == antiphon.__all__


@pytest.mark.parametrize("name", antiphon.__all__)
def test_every_name_can_be_imported(name: str) -> None:
    """Each name of `__all__` is there, and is the very thing that its module defines."""
    found = getattr(antiphon, name)
    is_own = str(getattr(found, "__module__", "")).startswith("antiphon")  # of an alias, it is where unions are made
    module = found.__module__ if is_own else vars(antiphon)["_MODULES"][name]

    assert getattr(importlib.import_module(module), name) is found


def test_a_name_is_looked_up_once() -> None:
    """After its first use a name is an ordinary attribute of the module."""
    _ = antiphon.respond

    assert "respond" in vars(antiphon)


def test_names_are_known_before_they_are_imported() -> None:
    """`dir(antiphon)` and completion show every name."""
    assert set(antiphon.__all__) <= set(dir(antiphon))


def test_an_unknown_name_is_an_ordinary_attribute_error() -> None:
    """A misspelt name fails as in any module, and the error carries what Python needs to suggest the right one."""
    with pytest.raises(AttributeError, match="module 'antiphon' has no attribute 'repsond'") as caught:
        getattr(antiphon, "repsond")  # noqa: B009  # type checkers know that it is misspelt

    assert ("repsond", antiphon) == (caught.value.name, caught.value.obj)


def test_the_front_door_loads_nothing() -> None:
    """`import antiphon` imports neither pydantic nor msgspec nor a framework."""
    assert loaded_by("import antiphon") == ""


WITHOUT_STARLETTE = "import sys; sys.modules['starlette'] = None; "
OF_ANTIPHON = [f"antiphon.{name}" for name in ("builder", "diagnostics.diagnostic", "rules", "spec")]
PARTS = [*OF_ANTIPHON, "asyncio", "msgspec", "pydantic", "starlette"]

#: The slow modules that each import loads (docs/imports.md has the figures).
LOADS = {
    "import antiphon": "",
    "from antiphon import Location": "",
    "from antiphon import ParamError": "",
    "from antiphon import Problem": "msgspec",
    f"{WITHOUT_STARLETTE}import antiphon.responses": "asyncio msgspec",
    "import antiphon.responses": "asyncio msgspec starlette",
    "import antiphon.runtime.built": "",
    "import antiphon.runtime.instance": "",
    "import antiphon.testing": "",
    "from antiphon.testing import StrictASGI, StrictWSGI": "antiphon.diagnostics.diagnostic",
    "import antiphon.pytest_plugin.session": "",
    "from antiphon.testing.judging import judged; judged(200, [], b'', 'GET', 'default')": (
        "antiphon.diagnostics.diagnostic antiphon.rules"
    ),
    "from antiphon.rules.registry import modules, rule_in; [*map(rule_in, modules())]": (
        "antiphon.diagnostics.diagnostic antiphon.rules msgspec"
    ),
    "import antiphon.spec": "antiphon.spec msgspec pydantic",
    "from antiphon import respond": " ".join([*OF_ANTIPHON, "msgspec", "pydantic"]),
}


@pytest.mark.parametrize(("statement", "expected"), LOADS.items(), ids=list(LOADS))
def test_an_import_loads_no_more_than_it_needs(statement: str, expected: str) -> None:
    """Neither serving nor a front door that is left shut pays for pydantic, the rules, the builder or a framework."""
    program = f"{statement}\nimport sys; print(*(name for name in {PARTS} if sys.modules.get(name)))"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True, timeout=PATIENCE)

    assert expected == done.stdout.strip()


@pytest.mark.parametrize(
    "error",
    [
        ParamError("session", "is wrong", help="mend it", cite="RFC 9110"),
        FieldError("ETag: it is wrong", help="mend it"),
        WireError("it is wrong", help="mend it", line=3),
        SpecError([Diagnostic("AN021", "slug", "error", "path", "it is wrong", "mend it", "RFC 9110")]),
        AbsentStepError("Draft", "stream", "mend it"),
        UndeclaredError("shop.sign_up (shop.py:3)", "answers with a response that it does not declare"),
        PluginError("acme 1.0", "antiphon.rules: acme = acme:RULES", "it is wrong", help="mend it"),
    ],
)
def test_errors_are_copied_and_pickled(error: Exception) -> None:
    """A process pool hands an error on with all that it says."""
    for again in (pickle.loads(pickle.dumps(error)), copy.copy(error), copy.deepcopy(error)):
        assert (type(error), str(error), vars(error)) == (type(again), str(again), vars(again))


def test_the_tree_of_errors_is_the_one_that_errors_py_draws() -> None:
    """Each class is below the one that the drawing puts it under."""
    drawn = [
        (len(match[1]), match[2])
        for line in (errors.__doc__ or "").splitlines()
        if (match := re.match(r"([ │├└─]+)(\w+Error|Exception)\b", line))
    ]
    known = {
        "AbsentStepError": AbsentStepError,
        "FieldError": FieldError,
        **{name: getattr(antiphon, name, None) or getattr(builtins, name) for _, name in drawn if name[0] not in "AF"},
        "AttributeError": AttributeError,
    }

    assert len(drawn) == 9
    for index, (indent, name) in enumerate(drawn[1:], 1):
        parent = next(above for depth, above in reversed(drawn[:index]) if depth < indent)
        assert issubclass(known[name], known[parent])
