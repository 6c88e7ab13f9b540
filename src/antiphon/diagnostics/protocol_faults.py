"""The ways in which an application breaks the contract with its server, one a row."""

from __future__ import annotations

from typing import Final

from antiphon.diagnostics.refusal import Refusal

_ASGI: Final = "ASGI specification, HTTP connection scope"

ORDER: Final = Refusal(
    code="PC001",
    slug="message-out-of-order",
    doc="A response begins once, its content follows, and nothing comes after its end.",
    why="""\
Servers refuse some of it and let the rest through: a second start is an exception in uvicorn and a second response on
the wire elsewhere, and a client of a test sees neither.""",
    help="send http.response.start once, then http.response.body until more_body is false (WSGI: start_response first)",
    citation=f"{_ASGI}; ASGI specification, Extensions; PEP 3333, The start_response() Callable",
    bad="""\
async def app(scope, receive, send):
    await send({"type": "http.response.body", "body": b"hello"})""",
    good="""\
async def app(scope, receive, send):
    await send({"type": "http.response.start", "status": 200, "headers": []})
    await send({"type": "http.response.body", "body": b"hello"})""",
)

STATUS: Final = Refusal(
    code="PC002",
    slug="status-that-no-response-has",
    doc="The status of a final response is a number from 200 to 599.",
    why="Servers write what they are given, or fail while they do; clients take other classes for 500.",
    help="give an int from 200 to 599 (WSGI: a str such as '200 OK')",
    citation="RFC 9110 section 15; PEP 3333, The start_response() Callable",
    bad="""\
async def app(scope, receive, send):
    await send({"type": "http.response.start", "status": "200", "headers": []})
    await send({"type": "http.response.body", "body": b""})""",
    good="""\
async def app(scope, receive, send):
    await send({"type": "http.response.start", "status": 200, "headers": []})
    await send({"type": "http.response.body", "body": b""})""",
)

FIELDS: Final = Refusal(
    code="PC003",
    slug="field-lines-of-the-wrong-type",
    doc="Field lines are pairs of bytes with the name in lower case; of WSGI, a list of pairs of str in latin-1.",
    why="A client of a test converts what a server refuses or, in HTTP/2, must not send.",
    help="give [(b'x-name', b'value')] (WSGI: [('X-Name', 'value')])",
    citation=f"{_ASGI}; PEP 3333, Unicode Issues",
    bad="""\
async def app(scope, receive, send):
    await send({"type": "http.response.start", "status": 200, "headers": [("X-Name", "value")]})
    await send({"type": "http.response.body", "body": b""})""",
    good="""\
async def app(scope, receive, send):
    await send({"type": "http.response.start", "status": 200, "headers": [(b"x-name", b"value")]})
    await send({"type": "http.response.body", "body": b""})""",
)

CONTENT: Final = Refusal(
    code="PC004",
    slug="content-that-is-not-octets",
    doc="Each piece of content is bytes.",
    why="A client of a test joins what it gets; a server fails in the middle of the response.",
    help="encode the text: text.encode()",
    citation=f"{_ASGI}; PEP 3333, Specification Details",
    bad="""\
async def app(scope, receive, send):
    await send({"type": "http.response.start", "status": 200, "headers": []})
    await send({"type": "http.response.body", "body": "hello"})""",
    good="""\
async def app(scope, receive, send):
    await send({"type": "http.response.start", "status": 200, "headers": []})
    await send({"type": "http.response.body", "body": b"hello"})""",
)

LENGTH: Final = Refusal(
    code="PC005",
    slug="other-length-than-announced",
    doc="The content has as many octets as Content-Length says.",
    why="""\
With fewer, a client waits for the rest until it gives up; with more, the server breaks off, or what is too much is read
as the beginning of the next response.""",
    help="leave Content-Length to the framework, or count the octets that are sent",
    citation="RFC 9110 section 8.6; RFC 9112 section 6.3",
    bad="""\
async def app(scope, receive, send):
    await send({"type": "http.response.start", "status": 200, "headers": [(b"content-length", b"9")]})
    await send({"type": "http.response.body", "body": b"hello"})""",
    good="""\
async def app(scope, receive, send):
    await send({"type": "http.response.start", "status": 200, "headers": [(b"content-length", b"5")]})
    await send({"type": "http.response.body", "body": b"hello"})""",
)

NO_CONTENT: Final = Refusal(
    code="PC006",
    slug="content-where-none-may-be",
    doc="A response of status 204, 205 or 304 has no content.",
    why="A server that sends it all the same breaks the connection: the client reads it as the next response.",
    help="send no content, or another status",
    citation="RFC 9110 sections 6.4.1, 15.3.5, 15.3.6 and 15.4.5",
    bad="""\
async def app(scope, receive, send):
    await send({"type": "http.response.start", "status": 204, "headers": []})
    await send({"type": "http.response.body", "body": b"null"})""",
    good="""\
async def app(scope, receive, send):
    await send({"type": "http.response.start", "status": 204, "headers": []})
    await send({"type": "http.response.body", "body": b""})""",
)

UNFINISHED: Final = Refusal(
    code="PC007",
    slug="response-not-finished",
    doc="An application that returns has sent a whole response, unless its client left.",
    why="The client waits, or is cut off in the middle of what it reads.",
    help="send a last http.response.body without more_body",
    citation=f"{_ASGI}; PEP 3333, Specification Details",
    bad="""\
async def app(scope, receive, send):
    await send({"type": "http.response.start", "status": 200, "headers": []})
    await send({"type": "http.response.body", "body": b"hello", "more_body": True})""",
    good="""\
async def app(scope, receive, send):
    await send({"type": "http.response.start", "status": 200, "headers": []})
    await send({"type": "http.response.body", "body": b"hello", "more_body": True})
    await send({"type": "http.response.body", "body": b""})""",
)

EXTENSION: Final = Refusal(
    code="PC008",
    slug="message-that-the-server-does-not-know",
    doc="A message is one that the specification defines, or an extension that the scope offers.",
    why="A server that does not know the message fails, or drops it: a file that should have followed does not.",
    help="look for the message's name in scope['extensions'] first",
    citation="ASGI specification, Extensions",
    bad="""\
async def app(scope, receive, send):
    await send({"type": "http.response.start", "status": 200, "headers": []})
    await send({"type": "http.response.pathsend", "path": "/srv/a.txt"})""",
    good="""\
async def app(scope, receive, send):
    await send({"type": "http.response.start", "status": 200, "headers": []})
    await send({"type": "http.response.body", "body": b"hello"})""",
)

HOP_BY_HOP: Final = Refusal(
    code="PC009",
    slug="field-of-the-connection-from-wsgi",
    doc="A WSGI application sends no field that is about the connection between the server and its client.",
    why="""\
Waitress and wsgiref raise an exception, gunicorn drops most of them, and others send the field: then it is about a
connection that the application does not know. A Transfer-Encoding that nobody has applied loses the content.""",
    help="leave the field out; the server closes and upgrades connections, and chooses the transfer coding",
    citation="PEP 3333, Other HTTP Features; RFC 2616 section 13.5.1; RFC 9110 section 7.6.1",
    bad="""\
def app(environ, start_response):
    start_response("200 OK", [("Content-Type", "text/plain; charset=utf-8"), ("Connection", "close")])
    return [b"hello"]""",
    good="""\
def app(environ, start_response):
    start_response("200 OK", [("Content-Type", "text/plain; charset=utf-8")])
    return [b"hello"]""",
)

FORM: Final = Refusal(
    code="PC010",
    slug="value-of-the-wrong-type-for-the-server",
    doc="The keys of a message, and what a WSGI application gives and returns, are of the types in the contract.",
    why="""\
A server in Python goes by what is true or false of it, and one in another language fails. An iterable whose length is
wrong makes the server announce another Content-Length than what follows.""",
    help="give the type that is named",
    citation=f"{_ASGI}; ASGI specification, Extensions; PEP 3333, Specification Details",
    bad="""\
async def app(scope, receive, send):
    await send({"type": "http.response.start", "status": 200, "headers": []})
    await send({"type": "http.response.body", "body": b"hello", "more_body": None})""",
    good="""\
async def app(scope, receive, send):
    await send({"type": "http.response.start", "status": 200, "headers": []})
    await send({"type": "http.response.body", "body": b"hello", "more_body": False})""",
)

#: In the order of their codes.
PROTOCOL_FAULTS: Final[tuple[Refusal, ...]] = (
    ORDER,
    STATUS,
    FIELDS,
    CONTENT,
    LENGTH,
    NO_CONTENT,
    UNFINISHED,
    EXTENSION,
    HOP_BY_HOP,
    FORM,
)
