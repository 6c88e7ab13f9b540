"""Writes `docs/reference/errors.md`: every code that a message has, and every exception that has none."""

from __future__ import annotations

import importlib
import inspect

from antiphon import ETag, Event, Location, ParamError, respond
from antiphon.diagnostics.faults import FAULTS
from antiphon.diagnostics.refusals import REFUSALS
from antiphon.responses import JSONResponse, RedirectResponse
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

#: Responses, as the examples call them.
_NAMES = {
    "user": respond(200).json(dict[str, int], validate="always").compile(),
    "rated": respond(204).header_param("limit", int, wire="X-Limit").compile(),
    "signed_in": respond(204).cookie_param("session").compile(),
    "page": respond(200).text().compile(),
    "pdf": respond(200).bytes("application/pdf").compile(),
    **{one.__name__: one for one in (Location, ETag, Event, JSONResponse, RedirectResponse)},
}

#: A call for each thing that can be wrong with one.
_CALLS = (
    'user({"id": "one"})',
    'page(b"text")',
    'pdf("text")',
    'rated(limit="many")',
    r'signed_in(session="a\r\nb")',
    'Location("//evil.example")',
    "ETag('a\"b')",
    'Event(1, id="a\\0")',
    r'JSONResponse({}, headers={"X-A": "a\r\nb"})',
    'JSONResponse({}).set_cookie("a b", "1")',
    'RedirectResponse("javascript:alert(1)")',
    'JSONResponse({"at": object()})',
)

_HEAD = """\
# Index of errors

A message of antiphon has a code in brackets, `error[CK052]`, or is an exception of one of the [classes
below](#exceptions). Each code has a page: the mistake, the evidence, a bad and a good example.
`antiphon rule CODE` prints the same page without a network. SARIF reports and editors link to it here.
<!-- Written by `nox -s generate`; do not edit. -->

## Codes

| code | is found where | what is right |
| --- | --- | --- |
"""

_TAIL = """
## Exceptions

{exceptions}
### ParamError by example

`parameter` says what of the call is wrong. These were made by the calls on the left; a traceback shows the address of
this page below them.

| the call | the error |
| --- | --- |
{examples}
### TypeError and ValueError

**When:** a call. Python's own: a keyword is missing, unknown, or there is content where none is declared. Type
checkers say it before. [Errors at run time](../how-to/errors-at-run-time.md).

## The command line

`error: ...` without a code is about the command itself, and its exit code is 2: a target that cannot be found, an
option that contradicts another, a file that cannot be read. Each says what, where, `help:` with what to write
instead, and `cite:` with the address of this part.
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
    return _HEAD + rows + _TAIL.format(exceptions="\n".join(map(_exception, EXCEPTIONS)), examples=_examples())


def _examples() -> str:
    """Calls that are refused, each with what it raises."""
    rows = []
    for text in _CALLS:
        try:
            eval(text, dict(_NAMES))
        except ParamError as error:
            said = str(error).replace("|", "\\|").replace("<", "&lt;")
            rows.append(f"| `{text}` | {'<br>'.join(map(str.strip, said.splitlines()))} |\n")
        else:
            raise ValueError(f"{text} is not refused")
    return "".join(rows)


def _exception(row: tuple[str, str, str, str]) -> str:
    module, name, when, page = row
    one = getattr(importlib.import_module(module), name)
    doc = inspect.cleandoc(one.__doc__ or "")
    return f"### {name}\n\nFrom `{module}`. **When:** {when}. {doc}\n\n{page}.\n"
