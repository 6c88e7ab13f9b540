"""The call site is taken once, in the first line of a public step, and points at the user's own line."""

from __future__ import annotations

import ast
import sys
from collections.abc import Callable
from typing import Any

import pytest

from antiphon import Fragment, Reply, SpecError, fragment, method_not_allowed, redirect, respond, unauthorized
from tests.support.paths import ROOT

SOURCES = sorted((ROOT / "src" / "antiphon").rglob("*.py"))
meta: Any = type(Reply)
step: Any = respond  # arguments of the wrong type, as a caller without a type checker gives them

#: Declarations that are refused or judged at the line that makes them.
FAULTY: dict[str, Callable[[], object]] = {
    "an acceptance without a reason": lambda: respond(200).accept_finding("CK081", because="").compile(),
    "an allowance for no rule": lambda: respond(200).accept_finding("CK999", because="a reason").check(),
    "an unused allowance": lambda: respond(200).accept_finding("CK081", because="a reason").check(),
    "a typed step": lambda: respond(200).retry_after(-1),
    "a keyword": lambda: respond(200).headers(etag="v7"),
    "an obliged step": lambda: respond(401).www_authenticate('Basic realm="a'),
    "redirect": lambda: redirect(303, location="/a b"),
    "unauthorized": lambda: unauthorized(str, www_authenticate='Basic realm="a'),
    "method_not_allowed": lambda: method_not_allowed(str, allow=("GET HEAD",)),
    "respond": lambda: step("200"),
    "a body step": lambda: step(200).json(str, media_type=7),
    "a second body": lambda: respond(200).text().html(),
    "params": lambda: step(200).params(7),
    "a cookie": lambda: step(200).cookie("a", "b", max_age="1"),
    "a cookie param": lambda: step(200).cookie_param("a", max_age="1"),
    "header": lambda: step(200).header("X-A", 7),
    "add": lambda: step(200).add(7),
    "a statement's keyword": lambda: meta("R", (Reply,), {}, etag="v7"),
}


@pytest.mark.parametrize("case", FAULTY)
def test_the_users_own_line(case: str) -> None:
    """Whatever a declaration is refused for, or found to have, points into the file that declares it."""
    faulty = FAULTY[case]
    try:
        found: Any = faulty()
    except SpecError as error:
        found = error.diagnostics

    assert found
    assert {(__file__, faulty.__code__.co_firstlineno)} == {
        (diagnostic.position.file, diagnostic.position.line) for diagnostic in found
    }


def test_a_fragments_finding_points_at_the_fragment() -> None:
    """A part of a fragment is found where the fragment was written, not where it was added."""
    here = sys._getframe().f_lineno + 1
    shared: Fragment = fragment().insecure_cookie("__Secure-a", "b")
    [found] = [diagnostic for diagnostic in respond(200).add(shared).check() if diagnostic.level == "error"]

    assert found.position is not None
    assert (__file__, here) == (found.position.file, found.position.line)


def test_nothing_counts_frames() -> None:
    """No function takes a depth. Frames are read for calls, classes, events, dropped steps and quoted names."""
    depths, readers = [], []
    for source in SOURCES:
        for node in ast.walk(ast.parse(source.read_text())):
            if isinstance(node, ast.arg) and node.arg == "depth":
                depths.append(source.name)
            if isinstance(node, ast.Attribute) and node.attr == "_getframe":
                readers.append(source.name)

    assert [] == depths
    assert {"annotation.py", "call_site.py", "class_keywords.py", "dropped.py", "event.py", "params.py"} == set(readers)
