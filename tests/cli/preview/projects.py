"""Projects to describe, and descriptions made of one text."""

from __future__ import annotations

from antiphon.cli.collecting.document import FindingDocument, NotRunDocument, PlaceDocument
from antiphon.cli.preview_pages.project import (
    AcceptedShown,
    AttributeShown,
    ChangeShown,
    ChangesShown,
    CookieShown,
    ExampleShown,
    FieldShown,
    LineShown,
    ModuleShown,
    ProjectShown,
    ResponseShown,
    WireShown,
)

#: A module with a response of each kind that the page treats in a way of its own.
SHOP = '''\
from datetime import timedelta

import msgspec

from antiphon import Location, Params, Problem, Reply, fragment, host_cookie, respond


class User(msgspec.Struct):
    id: int
    name: str


class NewUser(Params):
    location: Location
    session: str = host_cookie(max_age=timedelta(days=7))


class UserShown(Reply[User], cache_control="no-cache"):
    """The user, as the user sees it."""


class NotFound(Reply[Problem], status=404): ...


created = respond(201).json(User).params(NewUser).example("ada", {"id": 7, "name": "Ada"}).compile()
picture = respond(200).bytes("image/png", b"\\x89PNG").cache_control(no_store=True).compile()
tracked = (
    respond(204)
    .cookie("track", "1", same_site="lax", secure=True, max_age=timedelta(days=500))
    .accept_finding("CK083", because="it is asked for")
    .compile()
)
'''


def of_one_text(text: str) -> ProjectShown:
    """A description with that text in every place that can hold one."""
    place = PlaceDocument(file=text, line=1, column=1, end_line=None, end_column=None)
    finding = FindingDocument(
        code=text,
        slug=text,
        level="error",
        path=text,
        message=text,
        help=text,
        citation=text,
        url=text,
        position=place,
        responses=(),
        host=None,
    )
    wire = WireShown(
        status=200,
        phrase=text,
        fields=(
            FieldShown(name=text, value=text, sample_of=text),
            FieldShown(name="set-cookie", value=text, sample_of=text),
        ),
        text=text,
        base64=None,
        octets=1,
        source=text,
    )
    attributes = (AttributeShown(attribute=text, written=True, effect=text),)
    response = ResponseShown(
        key=text,
        name=text,
        place=text,
        whole=False,
        status=200,
        description=text,
        wire=wire,
        gap=text,
        signature=text,
        cookies=(CookieShown(name=text, param=text, attributes=attributes),),
        findings=(finding,),
        accepted=(AcceptedShown(code=text, because=text),),
        examples=(ExampleShown(name=text, description=text, content=text),),
        openapi={text: text},
        openapi_gap=text,
    )
    unsent = response.model_copy(update={"key": text + "2", "wire": None, "openapi": None})
    lines = (LineShown(kind="added", text=text), LineShown(kind="removed", text=text))
    return ProjectShown(
        title=text,
        modules=(ModuleShown(name=text, file=text + "f", responses=(response, unsent)),),
        findings=(finding,),
        ignored=1,
        stopped=(text,),
        not_run=(NotRunDocument(what=text, where=text, help=text),),
        changes=ChangesShown(against=text, responses=(ChangeShown(kind="changed", key=text, name=text, lines=lines),)),
    )
