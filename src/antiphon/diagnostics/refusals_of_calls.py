"""The faults of calls that have not been made yet, one a row: see `antiphon check`."""

from __future__ import annotations

from typing import Final

from antiphon.diagnostics.refusal import Refusal

REFUSED_CALL: Final[Refusal] = Refusal(
    code="AN037",
    slug="call-that-is-refused",
    doc="A call of a declared response has the arguments that the response has, and constants that it can carry.",
    why="""\
Such a call raises whenever it is made, and may be made for the first time in production. Type checkers see most of
these, but no keyword of a param that a step declares (`.header_param("session", str)`), no character that a field
cannot carry, and no text that a typed field refuses. `antiphon check` reads the calls in the functions of a module;
those whose exceptions are caught where they are made are left alone.""",
    help="give the arguments that `help()` of the response shows",
    citation="the signature of the response",
    bad="""\
hello = respond(200).text("Hello").header_param("greeting", str).compile()

def get():
    return hello(greting="Good morning")""",
    good="""\
hello = respond(200).text("Hello").header_param("greeting", str).compile()

def get():
    return hello(greeting="Good morning")""",
)

FORGOTTEN_F: Final[Refusal] = Refusal(
    code="AN038",
    slug="text-without-its-f",
    doc="A text that names a variable of its function in braces is an f-string.",
    why="""\
`"/users/{user.id}"` without its `f` is a text like any other: the braces are sent, or refused with the request.
`antiphon check` says so where the text is an argument of a declared response or of a typed field, and the function has
a variable of that name.""",
    help='write the f, as in f"/users/{user.id}"; where braces are meant, keep the text in a constant of the module',
    citation="Python Language Reference section 2.4.3: f-strings",
    bad="""\
hello = respond(200).text().compile()

def get(name: str):
    return hello("Hello, {name}")""",
    good="""\
hello = respond(200).text().compile()

def get(name: str):
    return hello(f"Hello, {name}")""",
)

DROPPED_RESPONSE: Final[Refusal] = Refusal(
    code="AN039",
    slug="response-that-is-dropped",
    doc="A response that a function makes is returned, raised or kept.",
    why="""\
A response in a line of its own is made and forgotten: the `return` or the `raise` before it is missing, and the
function goes on as if nothing had happened. The same is true of `precondition_failed(...)` and `early_answer(...)`,
which decide nothing by themselves. Type checkers know no result that must be used, so `antiphon check` reads the
functions of a module. Lines whose exceptions are caught where they are made, and tests, are left alone.""",
    help="write `return` or `raise` before it; a condition is asked by `if (found := ...) is not None: return found`",
    citation="Python Language Reference section 6.1: the value of an expression statement is discarded",
    bad="""\
hello = respond(200).text("Hello").compile()

def get():
    hello()""",
    good="""\
hello = respond(200).text("Hello").compile()

def get():
    return hello()""",
)
