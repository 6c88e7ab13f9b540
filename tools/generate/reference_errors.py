"""Writes `docs/reference/errors.md`: every code that a message has, and every exception that has none."""

from __future__ import annotations

import importlib
import inspect

from antiphon.diagnostics.faults import FAULTS
from antiphon.diagnostics.refusals import REFUSALS
from antiphon.rules.registry import rules

#: The exceptions that a user meets: module, name, when, and the page that says more.
EXCEPTIONS = (
    ("antiphon.errors", "SpecError", "import", "[Check in CI](../how-to/check-in-ci.md)"),
    ("antiphon.builder.absent", "AbsentStepError", "import", "[Steps](steps.md)"),
    ("antiphon.errors", "ParamError", "a call", "[Errors at run time](../how-to/errors-at-run-time.md)"),
    ("antiphon.headers.field", "FieldError", "a call", "[Fields](fields.md)"),
    ("antiphon.errors", "PluginError", "import, or a look at a field",
     "[Your own rules and fields](../how-to/your-own-rules-and-fields.md)"),
    ("antiphon.testing.strategies", "NoStrategy", "a test", "[Draw responses](../how-to/draw-responses.md)"),
    ("antiphon.captures.error", "WireError", "a call of `check_wire`",
     "[Judge any service](../how-to/judge-any-service.md)"),
    ("antiphon.testing", "WrongResponse", "a test", "[Strict applications](../how-to/strict-applications.md)"),
    ("antiphon.integrations.fastapi", "UndeclaredError", "a request, in debug mode",
     "[Raise a reply](../how-to/raise-a-reply.md)"),
)  # fmt: skip

_HEAD = """\
# Index of errors

A message of antiphon has a code in brackets, `error[CK052]`, or is an exception of one of the [classes
below](#exceptions). Each code has a page: the mistake, the evidence, a bad and a good example.
`antiphon rule CODE` prints the same page without a network. SARIF reports and editors link to it here.
Written by `nox -s generate`; do not edit.

## Codes

| code | is found where | what is right |
| --- | --- | --- |
"""

_TAIL = """
## Exceptions

{exceptions}
### TypeError

**When:** a call. Python's own: a keyword is missing, unknown, or there is content where none is declared. Type
checkers say it before. [Errors at run time](../how-to/errors-at-run-time.md).

## The command line

`error: ...` without a code is about the command itself, and its exit code is 2: a target that cannot be found, an
option that contradicts another, a file that cannot be read. Each says what, where, and `help:` with what to write
instead.
[The commands](command-line.md) and [their exit codes](command-line.md#exit-codes).

`note: ...` tells of something that changes no exit code, such as an ignored rule that was not found.
"""


def errors() -> str:
    """The whole page."""
    found = [(one.code, "a declaration, before any rule", one.doc) for one in REFUSALS]
    found += [(one.code, "a running application, by `antiphon.testing`", one.doc) for one in FAULTS]
    for rule in rules():
        captures = rule.applies_to_captures and rule.in_captures != "silent"
        found.append((rule.code, "a declaration, or a capture" if captures else "a declaration", rule.doc))
    rows = "".join(f"| [{code}](../rules/{code}.md) | {where} | {doc} |\n" for code, where, doc in sorted(set(found)))
    return _HEAD + rows + _TAIL.format(exceptions="\n".join(map(_exception, EXCEPTIONS)))


def _exception(row: tuple[str, str, str, str]) -> str:
    module, name, when, page = row
    one = getattr(importlib.import_module(module), name)
    doc = inspect.cleandoc(one.__doc__ or "")
    return f"### {name}\n\nFrom `{module}`. **When:** {when}. {doc}\n\n{page}.\n"
