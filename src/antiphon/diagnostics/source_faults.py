"""The faults of calls that `antiphon lint` sees in the source of a service, one a row."""

from __future__ import annotations

from typing import Final

from antiphon.diagnostics.refusal import Refusal

_ACCEPTED: Final = "It judges a line of source: `# antiphon: ignore[CODE]` there accepts it."

WRONG_ARGUMENT: Final = Refusal(
    code="PY001",
    slug="argument-that-the-framework-does-not-take",
    doc="A framework's class or method is given arguments that it takes.",
    why="""\
Python says nothing of a wrong type until the line runs, and some frameworks not even then: Starlette fails at each
request where a field's value is a number, and Django writes a list as Python shows it, with brackets and quotes. A
keyword that a method does not have is a TypeError at the request. So is a generator function in the place of its
result, and content that has no JSON form.""",
    help="give a value of the type that the framework's signature names",
    citation="the framework's own signature and code",
    bad="""\
from starlette.responses import JSONResponse

answer = JSONResponse([], headers={"X-Total": 3})""",
    good="""\
from starlette.responses import JSONResponse

answer = JSONResponse([], headers={"X-Total": "3"})""",
    accepted=_ACCEPTED,
)

JSON_TWICE: Final = Refusal(
    code="PY002",
    slug="json-rendered-twice",
    doc="A class that writes JSON is given the value, and not its JSON.",
    why="""\
`JSONResponse(json.dumps(order))` sends a JSON string that holds JSON: a client that reads it gets text, with a
backslash before each quotation mark, and has to read it a second time.""",
    help="give the value itself, or the text to a class that sends it as it is, with its media type",
    citation="RFC 8259 section 3: a string is a JSON value",
    bad="""\
import json
from starlette.responses import JSONResponse

answer = JSONResponse(json.dumps({"number": 7}))""",
    good="""\
from starlette.responses import JSONResponse

answer = JSONResponse({"number": 7})""",
    accepted=_ACCEPTED,
)

LOST_STATUS: Final = Refusal(
    code="PY003",
    slug="status-set-on-another-attribute",
    doc="The status of a response is set on the attribute that the framework reads.",
    why="""\
Starlette, FastAPI and Django read `status_code`. Python makes a new attribute of any other name without a word, and the
response goes out with the status that it had, mostly 200.""",
    help="set `status_code`",
    citation="the framework's own code",
    bad="""\
from starlette.responses import Response

def made(request):
    response = Response(b"")
    response.status = 202
    return response""",
    good="""\
from starlette.responses import Response

def made(request):
    response = Response(b"")
    response.status_code = 202
    return response""",
    accepted=_ACCEPTED,
)

NO_REDIRECT: Final = Refusal(
    code="PY004",
    slug="redirect-with-another-status",
    doc="A class that redirects is given a status that redirects.",
    why="""\
Browsers go to the Location of 301, 302, 303, 307 and 308 alone. With any other status they show the content, which a
redirect does not have: the user sees an empty page. A response that has cookies or further fields is left alone, as a
script may ask for these.""",
    help="answer 303 to have it fetched by GET, 307 to keep the method; 301 and 308 are for good",
    citation="Fetch, redirect status; RFC 9110 section 15.4",
    bad="""\
from starlette.responses import RedirectResponse

def moved(request):
    return RedirectResponse("/orders/7", status_code=200)""",
    good="""\
from starlette.responses import RedirectResponse

def moved(request):
    return RedirectResponse("/orders/7", status_code=303)""",
    accepted=_ACCEPTED,
)

LETTERS: Final = Refusal(
    code="PY005",
    slug="text-for-pieces",
    doc="A stream is given its pieces, and not one text.",
    why="""\
A text is an iterable of its characters: each becomes a piece of its own, with a write and, over HTTP/1.1, a line that
says its length. A page of 50 KiB is sent in 50,000 of them.""",
    help="put the text into a list, or use the class for content that is there already",
    citation="ASGI specification, Response Body; PEP 3333, Buffering and Streaming",
    bad="""\
from starlette.responses import StreamingResponse

page = StreamingResponse("<p>Ada</p>", media_type="text/html")""",
    good="""\
from starlette.responses import StreamingResponse

page = StreamingResponse(["<p>Ada</p>"], media_type="text/html")""",
    accepted=_ACCEPTED,
)

TUPLE: Final = Refusal(
    code="PY006",
    slug="tuple-for-a-status",
    doc="In FastAPI and Django the status is not returned beside the content.",
    why="""\
`return {"detail": "gone"}, 404` is Flask's. FastAPI takes the tuple for the content: it sends 200 and a JSON array of
the object and the number, or fails where a model is declared. Django and Django REST framework fail at the request.""",
    help="give the status to the response, as in JSONResponse(..., status_code=404), or raise the exception for it",
    citation="FastAPI, Return a Response Directly",
    bad="""\
from fastapi import FastAPI

app = FastAPI()

@app.get("/orders/{number}")
def order(number: int):
    return {"detail": "there is no such order"}, 404""",
    good="""\
from fastapi import FastAPI, HTTPException

app = FastAPI()

@app.get("/orders/{number}")
def order(number: int):
    raise HTTPException(404, "there is no such order")""",
    accepted=_ACCEPTED,
)

RAISED: Final = Refusal(
    code="PY007",
    slug="response-that-is-raised",
    doc="A response is returned; only exceptions are raised.",
    why="""\
`raise JSONResponse(...)` is a TypeError at the request: "exceptions must derive from BaseException". The client gets a
500 in the place of the answer.""",
    help="return it, or raise the framework's exception for it",
    citation="Python Language Reference section 7.8: the raise statement",
    bad="""\
from starlette.responses import JSONResponse

def order(request):
    raise JSONResponse({"detail": "gone"}, status_code=404)""",
    good="""\
from starlette.responses import JSONResponse

def order(request):
    return JSONResponse({"detail": "gone"}, status_code=404)""",
    accepted=_ACCEPTED,
)

OPEN_REDIRECT: Final = Refusal(
    code="PY008",
    slug="redirect-where-the-request-says",
    doc="A redirect does not lead wherever a request says.",
    why="""\
Whoever makes the link chooses the target: `/login?next=https://evil.example/` looks like a link to the service, and
ends at another's sign-in page.""",
    help="check the target first, or make it with `antiphon.Location`, which keeps it on the service's own origin",
    citation="CWE-601: URL redirection to an untrusted site",
    bad="""\
from flask import redirect, request

def signed_in():
    return redirect(request.args.get("next", "/"))""",
    good="""\
from antiphon import Location
from flask import redirect, request

def signed_in():
    return redirect(str(Location(request.args.get("next", "/"))))""",
    accepted=_ACCEPTED,
)

#: In the order of their codes.
SOURCE_FAULTS: Final = (
    WRONG_ARGUMENT, JSON_TWICE, LOST_STATUS, NO_REDIRECT, LETTERS, TUPLE, RAISED, OPEN_REDIRECT,
)  # fmt: skip
