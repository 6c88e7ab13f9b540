"""Check a spec, then compile it: errors are raised, or collected while `antiphon check` imports a module."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Generator, Mapping
from contextvars import ContextVar
from typing import Any, NamedTuple, NoReturn

from antiphon.compiler.operations import Operation
from antiphon.diagnostics.call_site import CallSite
from antiphon.diagnostics.diagnostic import Diagnostic
from antiphon.diagnostics.refusals import UNMAKEABLE
from antiphon.errors import SpecError
from antiphon.rules.check import check
from antiphon.runtime.content.validation import UncheckableError
from antiphon.spec import ResponseSpec


class Judged(NamedTuple):
    """One spec that was checked, its findings, and the function that was made of it."""

    name: str
    spec: ResponseSpec
    diagnostics: tuple[Diagnostic, ...]
    call_site: CallSite | None
    compiled: Callable[..., Any]


class Collected(list[Judged]):
    """The specs that were checked, and the findings that are about no spec, each with its call site.

    `applications` are functions that read the operations of an application, as its start does, and give them. They are
    called when everything is imported, and raise SpecError.
    """

    def __init__(self) -> None:
        super().__init__()
        self.findings: list[tuple[CallSite, Diagnostic]] = []
        self.applications: list[Callable[[], tuple[Operation, ...]]] = []


_collected: ContextVar[Collected | None] = ContextVar("antiphon_collected", default=None)


@contextlib.contextmanager
def collecting() -> Generator[Collected]:
    """In this context, faulty declarations do not raise: every spec that is checked is added to the list.

    The function of a faulty declaration raises its SpecError when it is called.
    """
    found = Collected()
    token = _collected.set(found)
    try:
        yield found
    finally:
        _collected.reset(token)


def collected() -> Collected | None:
    """The list of this context; None where faulty declarations raise."""
    return _collected.get()


def judge_and_compile(
    spec: ResponseSpec,
    make: Callable[[], Callable[..., Any]],
    *,
    name: str,
    call_sites: Mapping[str, CallSite],
) -> Callable[..., Any]:
    """Judge a spec and make its function. Raises one SpecError with every error-level finding."""
    diagnostics = check(spec, call_sites=call_sites)
    errors = [diagnostic for diagnostic in diagnostics if diagnostic.level == "error"]
    collected = _collected.get()
    made: Callable[..., Any] | None = None
    if not errors:
        try:
            made = make()
        except (
            LookupError,
            ValueError,
            UncheckableError,
        ) as error:  # every error was allowed, but the response can never be sent
            errors = [_unmakeable(error, call_sites.get(""))]
            diagnostics = (*diagnostics, *errors)
    if made is None:
        if collected is None:
            raise SpecError(errors)
        made = _refused(SpecError(errors), spec)
    if collected is not None:
        collected.append(Judged(name, spec, diagnostics, call_sites.get(""), made))
    return made


def _unmakeable(error: Exception, call_site: CallSite | None) -> Diagnostic:
    """An allowed spec that still cannot be compiled."""
    surrogate = isinstance(error, UnicodeError)
    what = "a fixed text holds a lone surrogate, which has no UTF-8 form" if surrogate else str(error.args[0])
    return UNMAKEABLE.found(what, position=call_site.position() if call_site else None)


def _refused(error: SpecError, spec: ResponseSpec) -> Callable[..., NoReturn]:
    def refused(*_: object, **__: object) -> NoReturn:
        raise error

    refused.__dict__["spec"] = spec  # a module may go on to derive something from it
    return refused
