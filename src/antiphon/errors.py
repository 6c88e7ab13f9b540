"""The two ways to be wrong, in a declaration and in a call; and the tree of all errors that a user meets.

    Exception
    ├── PluginError                    an installed plug-in is broken: raised where rules are judged, fields looked up
    ├── SpecError                      a declaration is wrong: raised by `compile()`, a step, or a class statement
    ├── AttributeError
    │   └── AbsentStepError            a draft has no such step in its state (antiphon.builder.absent)
    └── ValueError
        ├── ParamError                 a call is wrong: a value that the response cannot carry
        │   └── FieldError             building a typed field, such as Location(text) (antiphon.headers.field)
        └── WireError                  what `check_wire` was given is not a response

So `except ParamError` is enough around whatever comes from a user: it is met at the call of a compiled response or of a
reply, in the constructor and `decode` of a typed field, and in the drop-in classes of `antiphon.responses`. TypeError
says, as for any Python function, that an argument is missing or unknown.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from antiphon.diagnostics.pages import error_url, page_note

if TYPE_CHECKING:
    from antiphon.diagnostics.diagnostic import Diagnostic


class SpecError(Exception):
    """The declaration is wrong. Carries every error-level finding at once, in `diagnostics`."""

    def __init__(self, diagnostics: Sequence[Diagnostic]) -> None:
        from antiphon.diagnostics.diagnostic import render, summary  # a process that only serves has no need of it

        self.diagnostics: tuple[Diagnostic, ...] = tuple(diagnostics)
        super().__init__(f"{summary(self.diagnostics)}\n\n{render(self.diagnostics)}")

    def __reduce__(self) -> tuple[Any, ...]:
        return _again, (type(self), self.args, vars(self))


class PluginError(Exception):
    """An installed distribution has an entry point for antiphon that cannot be used.

    The text says what is wrong, the `distribution` with its version, its `entry` point, and help.
    """

    def __init__(self, distribution: str, entry: str, what: str, *, help: str) -> None:
        self.distribution = distribution
        self.entry = entry
        self.what = what
        self.help = help
        super().__init__(f"the plug-in {distribution} is broken: {what}\n  where: {entry}\n  help: {help}")

    def __reduce__(self) -> tuple[Any, ...]:
        return _again, (type(self), self.args, vars(self))


class ParamError(ValueError):
    """The call is wrong: a value that the declared response cannot carry. `parameter` names it.

    The text says what, help and cite. It never holds the value of a cookie. Tracebacks show the address of `page` too.
    """

    def __init__(self, parameter: str, what: str, *, help: str, cite: str) -> None:
        self.parameter = parameter
        self.what = what
        self.help = help
        self.cite = cite
        super().__init__(f"{parameter}: {what}\n  help: {help}\n  cite: {cite}")
        self.add_note(page_note(self.page))

    @property
    def page(self) -> str:
        """The page of the site that explains the error."""
        return error_url("ParamError")

    def __reduce__(self) -> tuple[Any, ...]:
        return _again, (type(self), self.args, vars(self))


class Fault(NamedTuple):
    """One reason to refuse an argument: in words and by its code, what to write instead, and who says so."""

    message: str
    code: str
    help: str
    citation: str


def error_of(parameter: str, faults: Iterable[Fault]) -> ParamError:
    """The error for an argument with these faults; help and citations that they share are said once."""
    found = tuple(faults)
    return ParamError(
        parameter,
        "; ".join(f"{fault.message} ({fault.code})" for fault in found),
        help="; ".join(dict.fromkeys(fault.help for fault in found)),
        cite="; ".join(dict.fromkeys(fault.citation for fault in found)),
    )


def _again(kind: type[Exception], arguments: tuple[Any, ...], attributes: dict[str, Any]) -> Exception:
    """An error as it was in another process, or in the one that it is copied in."""
    error = kind.__new__(kind, *arguments)
    vars(error).update(attributes)
    return error
