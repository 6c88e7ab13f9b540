"""The reasons to refuse a declaration before any rule judges it, one a row."""

from __future__ import annotations

from typing import Final

from antiphon.diagnostics.faults import FAULTS
from antiphon.diagnostics.refusal import Refusal
from antiphon.diagnostics.refusals_of_calls import DROPPED_RESPONSE, FORGOTTEN_F, REFUSED_CALL
from antiphon.diagnostics.refusals_of_modules import BOUND_RESPONSE, DROPPED_STEP, YIELD_AFTER_CLOSE
from antiphon.diagnostics.refusals_of_operations import LOST_STATUS, UNDECLARED_RESPONSE

SIGNATURES: Final[str] = "antiphon's own signatures, which mypy and pyright check"

RAISED: Final[Refusal] = Refusal(
    code="AN000",
    slug="declaration-raised",
    doc="A module of declarations is imported without an exception.",
    why="""\
`antiphon check` judges a module by importing it. An exception that the module raises on the way is reported at the
user's own line: a name that cannot be imported, a syntax error, a process that ends. The lines below it in the module
were not judged, so there may be more to find.""",
    help="mend the line; mypy and pyright say the same of most such lines while they are written",
    citation="antiphon judges a module by importing it",
    bad='timeout = int("10 s")',
    good='timeout = int("10")',
)

WRONG_TYPE: Final[Refusal] = Refusal(
    code="AN020",
    slug="declaration-of-the-wrong-type",
    doc="A step is given arguments of the types that its signature declares.",
    why="Type checkers say so while the line is written; this is for whoever runs none.",
    help="give a value of the declared type",
    citation=SIGNATURES,
    bad='signed_in = respond(204).cookie("session", "k", max_age="60").compile()',
    good='signed_in = respond(204).cookie("session", "k", max_age=60).compile()',
)

FIELD_VALUE: Final[Refusal] = Refusal(
    code="AN021",
    slug="value-that-its-field-cannot-carry",
    doc="A typed step, or the keyword of a field, is given a value that the grammar of its field admits.",
    why="Each field's own grammar is meant: the finding cites the section that defines it.",
    help="give a value of the field's grammar",
    citation="RFC 9110 section 5.5, and the section that defines the field",
    bad="busy = respond(503).retry_after(-1).compile()",
    good="busy = respond(503).retry_after(120).compile()",
)

BODY_TWICE: Final[Refusal] = Refusal(
    code="AN022",
    slug="body-declared-twice",
    doc="A response has one body step.",
    why="One of the two would be lost without a word.",
    help="keep one body step; a response has one kind of content",
    citation="RFC 9110 section 6.4: a message has one content",
    bad='hello = respond(200).text("Hello").html("<p>Hello").compile()',
    good='hello = respond(200).text("Hello").compile()',
)

UNREADABLE: Final[Refusal] = Refusal(
    code="AN023",
    slug="unreadable-declaration",
    doc="The annotations of a Params class or a reply can be read at run time.",
    why="The compiler chooses how a param is encoded by its type, so a type for checkers alone is not enough.",
    help="import the types that the params name at run time, not under TYPE_CHECKING",
    citation="PEP 681 and typing.get_type_hints",
    bad="""\
class Seen(Params):
    etag: "Tag"  # no such name here""",
    good="""\
class Seen(Params):
    etag: ETag""",
)

STATUS_KIND: Final[Refusal] = Refusal(
    code="AN024",
    slug="status-of-another-kind",
    doc="Reply has a status with content, Bodiless one without, Redirect and redirect() one that leads elsewhere.",
    why="The status says whether there is content and which fields are due, and so which parameters a call has.",
    help="a status with content is for Reply, one without for Bodiless, 301, 302, 303, 307 and 308 for Redirect",
    citation="RFC 9110 sections 6.4.1 and 15.4",
    bad="class Gone(Bodiless, status=410): ...",
    good="class Gone(Reply[str], status=410): ...",
)

UNMAKEABLE: Final[Refusal] = Refusal(
    code="AN025",
    slug="unmakeable-response",
    doc="A declared text has octets.",
    why="An allowance lets a finding pass, yet a lone surrogate has no UTF-8 form, so there is nothing to send.",
    help="mend the declaration; this is not for allowances",
    citation="RFC 9110 section 5.5, and antiphon's own compiler",
    bad='broken = respond(200).text("\\ud800").compile()',
    good='broken = respond(200).text("\\ufffd").compile()',
)

ABSENT_STEP: Final[Refusal] = Refusal(
    code="AN026",
    slug="step-that-a-draft-does-not-have",
    doc="A draft is asked for the steps that its state has.",
    why="A state has no step that would be wrong in it: no body for 204, no `compile` before what 401 demands.",
    help="use a step of the state; editors list them",
    citation=SIGNATURES,
    bad='gone = respond(204).text("Gone.").compile()',
    good='gone = respond(410).text("Gone.").compile()',
)

PARAMS_TWICE: Final[Refusal] = Refusal(
    code="AN027",
    slug="params-declared-twice",
    doc="A response has one Params class, and what is added one by one comes after it.",
    why="The type of the compiled response knows the parameters of one class.",
    help="declare one class that inherits from both, and pass that",
    citation="antiphon's own signatures: PEP 612 keeps one list of parameters",
    bad="""\
class First(Params):
    etag: ETag

class Second(Params):
    vary: Vary

seen = respond(200).params(First).params(Second).compile()""",
    good="""\
class First(Params):
    etag: ETag

class Second(First):
    vary: Vary

seen = respond(200).params(Second).compile()""",
)

TAKEN_NAME: Final[Refusal] = Refusal(
    code="AN028",
    slug="param-named-as-a-response-s-own",
    doc="A param of a class has a name that responses do not have already.",
    why="A reply keeps its params as attributes: one called `status_code` or `body` would hide what a server reads.",
    help="give the param another name, and the field's or the cookie's own name to its specifier",
    citation="antiphon's own: a reply is a response, with the attributes of Starlette's",
    bad="""\
class Made(Params):
    status_code: str = header("X-Code")""",
    good="""\
class Made(Params):
    code: str = header("X-Code")""",
)

UNANNOTATED: Final[Refusal] = Refusal(
    code="AN029",
    slug="specifier-without-an-annotation",
    doc="A field specifier needs an annotation, in a class of params.",
    why="""\
Without a type there is no param (PEP 681), and the cookie or field would silently be left out. The same is true of a
specifier in a plain class that is a base of a reply: it is read in Params classes and in replies alone.""",
    help="write the type of the param",
    citation="PEP 681: a field of a class is an annotated attribute",
    bad="""\
class SignedIn(Params):
    session = host_cookie()""",
    good="""\
class SignedIn(Params):
    session: str = host_cookie()""",
)

NO_CONTENT_TYPE: Final[Refusal] = Refusal(
    code="AN030",
    slug="reply-without-a-content-type",
    doc="A reply with content says which, in the brackets of its base.",
    why="The type of the content is what is sent, documented and checked.",
    help="write the type of the content, as in `Reply[User]`; a response without content is a `Bodiless`",
    citation="antiphon's own: the contract of a reply is its class statement",
    bad="class Seen(Reply): ...",
    good="class Seen(Reply[str]): ...",
)

NO_VALIDATOR: Final[Refusal] = Refusal(
    code="AN045",
    slug="not-modified-of-what-cannot-be-compared",
    doc="A 304 follows from a 2xx that declares an ETag or a Last-Modified.",
    why="""\
A client asks whether what it holds is current by sending the validator that came with it. A response without one is
never asked about, and a 304 in the place of a redirect or an error would be taken for the page that the client has.""",
    help="declare `etag: ETag` as a param, or fix it with `.etag(...)`",
    citation="RFC 9110 sections 13.1 and 15.4.5",
    bad='unchanged = not_modified(respond(200).text("Hello").compile())',
    good='unchanged = not_modified(respond(200).text("Hello").etag("v1").compile())',
)

EVENT_NAME: Final[Refusal] = Refusal(
    code="AN034",
    slug="event-name-that-no-stream-carries",
    doc="The name of a class of events is text without control characters, and a class has one.",
    why="""\
A line end in a name would begin another field, and so let whoever chose the name write events of their own. Clients
listen by name, so a class whose base has a name already would be heard under either or neither.""",
    help="give a name without control characters; derive a class with a name of its own from Event[...]",
    citation="HTML sections 9.2.5 and 9.2.6",
    bad='class Tick(Event[int], name="tick\\n"): ...',
    good='class Tick(Event[int], name="tick"): ...',
)

HANDLER_ANNOTATION: Final[Refusal] = Refusal(
    code="AN040",
    slug="handler-annotation-misread",
    doc="The return annotation of a handler names its possible responses, and the model of the rest.",
    why="""\
The annotation is the contract of a handler: what is sent, documented and checked is read from it when the application
starts. What cannot be read there would be sent as something else, or be missing from the document.""",
    help="return a reply, a response class or a model, or a union of them; `response_model=None` leaves it unread",
    citation="antiphon's own: a handler's annotation is read at run time",
    bad="""\
from antiphon.integrations.fastapi import ReplyRoute

class Gone(Reply[str], status=410): ...

def handler() -> list[Gone]:
    return [Gone("moved")]

ReplyRoute("/", handler)""",
    good="""\
from antiphon.integrations.fastapi import ReplyRoute

class Gone(Reply[str], status=410): ...

def handler() -> Gone:
    return Gone("moved")

ReplyRoute("/", handler)""",
)

DECORATOR: Final[Refusal] = Refusal(
    code="AN041",
    slug="decorator-contradicts-annotation",
    doc="The decorator of a handler says nothing else than its annotation.",
    why="""\
`status_code=`, `response_model=`, `response_class=` and `responses=` of a decorator go into the document. Where the
annotation already says what is sent, a decorator may add to it, such as a description or an example. One that says
something else makes the document wrong.""",
    help="leave it out: the annotation says it",
    citation="antiphon's own: what is documented is what is sent",
    bad="""\
from antiphon.integrations.fastapi import ReplyRoute

class Gone(Reply[str], status=410): ...

def handler() -> Gone:
    return Gone("moved")

ReplyRoute("/", handler, status_code=404)""",
    good="""\
from antiphon.integrations.fastapi import ReplyRoute

class Gone(Reply[str], status=410): ...

def handler() -> Gone:
    return Gone("moved")

ReplyRoute("/", handler, status_code=410)""",
)

PROBLEM_TYPE: Final[Refusal] = Refusal(
    code="AN042",
    slug="problem-type-that-is-not-its-own",
    doc="A type of problem has an absolute URI of its own, and the members that every problem has as keywords.",
    why="""\
Clients tell problems apart by the URI. Two types with one URI are one to them, and a relative URI is another one on
each page of the service that gives it.""",
    help='give the type as an absolute URI, such as "https://shop.example/problems/out-of-stock"',
    citation="RFC 9457 sections 3.1.1 and 4",
    bad='class Gone(ProblemReply, type="gone", status=410): ...',
    good='class Gone(ProblemReply, type="https://shop.example/problems/gone", status=410): ...',
)

#: In the order of their codes.
REFUSALS: Final[tuple[Refusal, ...]] = (
    RAISED, WRONG_TYPE, FIELD_VALUE, BODY_TWICE, UNREADABLE, STATUS_KIND, UNMAKEABLE, ABSENT_STEP, PARAMS_TWICE,
    TAKEN_NAME, UNANNOTATED, NO_CONTENT_TYPE, DROPPED_STEP, BOUND_RESPONSE, EVENT_NAME, YIELD_AFTER_CLOSE, REFUSED_CALL,
    FORGOTTEN_F, DROPPED_RESPONSE, HANDLER_ANNOTATION, DECORATOR, PROBLEM_TYPE, UNDECLARED_RESPONSE, LOST_STATUS,
    NO_VALIDATOR,
)  # fmt: skip


def refusal_of(name: str) -> Refusal | None:
    """The refusal, or fault of the protocol, with this code or slug, in any case; None for any other name."""
    said = name.lower().replace("_", "-")
    return next((one for one in (*REFUSALS, *FAULTS) if said in (one.code.lower(), one.slug)), None)
