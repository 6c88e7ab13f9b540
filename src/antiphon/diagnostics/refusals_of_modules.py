"""The faults that only the import of a module shows, one a row: see `antiphon check`."""

from __future__ import annotations

from typing import Final

from antiphon.diagnostics.refusal import Refusal

DROPPED_STEP: Final[Refusal] = Refusal(
    code="AN031",
    slug="step-whose-draft-is-dropped",
    doc="The draft that a step gives is used.",
    why="""\
Drafts never change: each step gives a new one. A step that is a statement of its own does nothing, and what it says is
not sent. Type checkers know no result that must be used, so `antiphon check` looks.""",
    help="chain the steps, or keep the result: `draft = draft.cache_control(no_store=True)`",
    citation="antiphon's own: drafts are immutable",
    bad="""\
draft = respond(200).text("Hello")
draft.cache_control(no_store=True)
hello = draft.compile()""",
    good="""\
draft = respond(200).text("Hello")
draft = draft.cache_control(no_store=True)
hello = draft.compile()""",
)

BOUND_RESPONSE: Final[Refusal] = Refusal(
    code="AN032",
    slug="response-called-as-a-method",
    doc="A compiled response that is an attribute of a class is called by the class.",
    why="""\
A compiled response is a function. Python binds a function of a class to the instance that it is asked of, and hands the
instance over as the first argument: each such call is a TypeError. Type checkers see a callable object, which is not
bound.""",
    help="call it by the class, as in `View.shown(user)`, or keep the response in the module",
    citation="Python Language Reference section 3.2.8.2: instance methods",
    bad="""\
class View:
    hello = respond(200).text().compile()

    def get(self, name: str):
        return self.hello(name)""",
    good="""\
class View:
    hello = respond(200).text().compile()

    def get(self, name: str):
        return View.hello(name)""",
)

YIELD_AFTER_CLOSE: Final[Refusal] = Refusal(
    code="AN036",
    slug="yield-after-close",
    doc="A generator yields nothing once it is closed.",
    why="""\
When a client leaves, the generator of its stream is closed where it waits: GeneratorExit is raised at its `yield`, or
CancelledError at its `await`. An item that it yields in answer, in a `finally` or after the exception was caught, is
never sent, and Python raises RuntimeError in its place. No type can say that, so `antiphon check` follows the
statements of each generator. A `yield` that depends on a condition is left alone, and so are decorated generators.""",
    help="yield the last item where the work has ended well, and only clean up in `finally`",
    citation="Python Language Reference section 6.2.9.1: generator.close()",
    bad="""\
async def rows():
    try:
        yield "id,name"
    finally:
        yield str(count)""",
    good="""\
async def rows():
    try:
        yield "id,name"
        yield str(count)
    finally:
        print("closed")""",
)
