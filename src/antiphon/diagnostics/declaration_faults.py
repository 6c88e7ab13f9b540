"""The ways in which a response is not what its operation declares, one a row. `antiphon.testing` finds them."""

from __future__ import annotations

from typing import Final

from antiphon.diagnostics.refusal import Refusal

_START: Final = """\
from starlette.applications import Starlette
from starlette.routing import Route

from antiphon import Problem, Reply
from antiphon.reply.operation import returns

class Shown(Reply[dict[str, int]], cache_control="no-store"): ...
class Missing(Reply[Problem], status=404): ...
"""
_END: Final = '\napp = Starlette(routes=[Route("/", show)])'
_GOOD: Final = f"""\
{_START}
@returns(Shown, Missing)
async def show(request):
    return Shown({{"id": 1}})
{_END}"""

UNDECLARED: Final = Refusal(
    code="DC001",
    slug="undeclared-response",
    doc="An operation that declares its responses sends no others.",
    why="""\
Its document, and the clients that are made from it, do not know the response: a client that switches on the status
falls through.""",
    help="declare it: in the handler's annotation, with @returns(...), or with @raises(...)",
    citation="the operation's own declaration",
    bad=f"""\
{_START}
@returns(Shown)
async def show(request):
    return Missing(Problem(title="Not found"))
{_END}""",
    good=_GOOD,
)

OTHER_FIELD: Final = Refusal(
    code="DC002",
    slug="field-not-as-declared",
    doc="A response has each field that it declares, with the declared value or one of the declared type.",
    why="""\
Something between the declaration and the wire took the field away or changed it: a handler, a middleware, a
dependency. What the document promises is not sent.""",
    help="send what is declared, or declare what is sent",
    citation="the response's own declaration",
    bad=f"""\
{_START}
@returns(Shown)
async def show(request):
    response = Shown({{"id": 1}})
    response.headers["cache-control"] = "public"
    return response
{_END}""",
    good=_GOOD,
)

OTHER_COOKIE: Final = Refusal(
    code="DC003",
    slug="cookie-not-as-declared",
    doc="A response sets each cookie that it declares, with the declared attributes.",
    why="A cookie that has lost HttpOnly or Secure on its way is as open as one that never had them.",
    help="send what is declared, or declare what is sent",
    citation="the response's own declaration",
    bad="""\
from starlette.applications import Starlette
from starlette.routing import Route

from antiphon import Bodiless, host_cookie
from antiphon.reply.operation import returns

class SignedIn(Bodiless):
    session: str = host_cookie()

@returns(SignedIn)
async def sign_in(request):
    response = SignedIn(session="c2VjcmV0")
    del response.headers["set-cookie"]
    return response

app = Starlette(routes=[Route("/", sign_in)])""",
    good="""\
from starlette.applications import Starlette
from starlette.routing import Route

from antiphon import Bodiless, host_cookie
from antiphon.reply.operation import returns

class SignedIn(Bodiless):
    session: str = host_cookie()

@returns(SignedIn)
async def sign_in(request):
    return SignedIn(session="c2VjcmV0")

app = Starlette(routes=[Route("/", sign_in)])""",
)

OTHER_CONTENT: Final = Refusal(
    code="DC004",
    slug="content-not-as-declared",
    doc="The content of a response is of the type that it declares.",
    why="""\
Type checkers see what a handler gives, not what was assigned unchecked, came from a database, or breaks a constraint.
Clients that were made from the document fail to read it.""",
    help='send what is declared, or declare what is sent; validate="debug" checks each call where tests run',
    citation="the response's own declaration",
    bad=f"""\
{_START}
@returns(Shown)
async def show(request):
    return Shown({{"id": "one"}})
{_END}""",
    good=_GOOD,
)

#: In the order of their codes.
DECLARATION_FAULTS: Final[tuple[Refusal, ...]] = (UNDECLARED, OTHER_FIELD, OTHER_COOKIE, OTHER_CONTENT)
