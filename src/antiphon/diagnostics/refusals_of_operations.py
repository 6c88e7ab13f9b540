"""The faults of operations that are read off their handlers, one a row: see `antiphon check`."""

from __future__ import annotations

from typing import Final

from antiphon.diagnostics.refusal import Refusal

UNDECLARED_RESPONSE: Final[Refusal] = Refusal(
    code="AN043",
    slug="response-that-is-not-declared",
    doc="What a handler returns, and what it or a dependency raises, is declared for the operation.",
    why="""\
The document and the clients that are made of it know what is declared. A reply beside it is sent all the same, and a
client takes it for a fault; in debug mode it is an UndeclaredError. Type checkers see what is returned, but not what is
raised, not a class that has another status than its base, and not another compiled response of the same type.
`antiphon check` reads the `return` and `raise` statements of the handlers and dependencies of FastAPI applications that
are switched on; what is raised where an exception may be caught is left alone, and so is an application with
`install(app, undeclared="log")`.""",
    help="name it in the return annotation or by `@returns(...)`; what is raised, by `@raises(...)`",
    citation="antiphon's own: what is documented is what is sent",
    bad="""\
from fastapi import FastAPI
from antiphon.integrations.fastapi import install

class Shown(Reply[str]): ...
class Missing(Reply[Problem], Raisable, status=404): ...

app = FastAPI()
install(app)

@app.get("/")
def show() -> Shown:
    raise Missing(Problem(title="Not found"))""",
    good="""\
from fastapi import FastAPI
from antiphon.integrations.fastapi import install

class Shown(Reply[str]): ...
class Missing(Reply[Problem], Raisable, status=404): ...

app = FastAPI()
install(app)

@app.get("/")
@raises(Missing)
def show() -> Shown:
    raise Missing(Problem(title="Not found"))""",
)

LOST_STATUS: Final[Refusal] = Refusal(
    code="AN044",
    slug="status-that-is-not-sent",
    doc="The status that is set on an injected response is that of a reply.",
    why="""\
A handler that returns declared replies has their statuses. What it, or a dependency, sets on the response that FastAPI
injects is for models: beside a reply it is a conflict, and the reply's own status is sent.""",
    help="declare a reply with that status and return it",
    citation="antiphon's own: what is declared is what is sent",
    bad="""\
from fastapi import FastAPI, Response
from antiphon.integrations.fastapi import install

class Shown(Reply[str]): ...

app = FastAPI()
install(app)

@app.put("/")
def save(response: Response) -> Shown:
    response.status_code = 201
    return Shown("saved")""",
    good="""\
from fastapi import FastAPI
from antiphon.integrations.fastapi import install

class Saved(Reply[str], status=201): ...

app = FastAPI()
install(app)

@app.put("/")
def save() -> Saved:
    return Saved("saved")""",
)
