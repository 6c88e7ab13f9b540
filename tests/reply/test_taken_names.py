"""Names that a response has already, and specifiers at places where nothing would come of them."""

from __future__ import annotations

from typing import Annotated, Any, ClassVar

import pytest

from antiphon import Params, Reply, SpecError, header, host_cookie
from antiphon.builder.class_body import TAKEN_NAMES
from antiphon.reply.files import FileReply
from antiphon.reply.streams import StreamReply
from antiphon.responses import JSONResponse

VALUES: dict[str, Any] = {
    "a value": 404,
    "a method": lambda _self: None,
    "a property": property(lambda _self: 404),
}


@pytest.mark.parametrize("name", sorted(TAKEN_NAMES - {"set_cookie", "delete_cookie", "background_policy"}))
@pytest.mark.parametrize("kind", VALUES)
def test_a_class_body_sets_no_attribute_of_the_response(name: str, kind: str) -> None:
    """As a value, a method or a property: each would hide what a server reads, or be hidden by it."""
    with pytest.raises(SpecError, match=f"sets {name!r}, and a response has a {name!r} already"):
        type("Taken", (Reply,), {"__orig_bases__": (Reply[int],), name: VALUES[kind]})


@pytest.mark.parametrize("name", sorted(TAKEN_NAMES))
@pytest.mark.parametrize("annotation", [int, ClassVar[int]])
def test_a_class_body_declares_no_attribute_of_the_response(name: str, annotation: object) -> None:
    """Neither as a param, with or without a specifier, nor as an attribute of the class."""
    body: dict[str, Any] = {"__orig_bases__": (Reply[int],), "__annotations__": {name: annotation}}
    for value in ({}, {name: header("X-Own")}):
        with pytest.raises(SpecError, match="AN028"):
            type("Taken", (Reply,), body | value)


def test_the_attributes_of_an_instance_are_taken() -> None:
    """Whatever a response keeps on itself is in the table, or the class that has it is asked."""
    assert {"status_code", "background", "body", "raw_headers"} == JSONResponse([]).__getstate__().keys() <= TAKEN_NAMES
    for base, name in ((FileReply, "carried"), (FileReply, "transmit"), (StreamReply, "body_iterator")):
        with pytest.raises(SpecError, match="AN028"):
            type("Taken", (base,), {name: 1})


def test_names_of_the_machinery_are_taken() -> None:
    """A name that begins with an underscore, and that antiphon keeps on the class, is told as the others are."""
    with pytest.raises(SpecError, match="sets '_declared'"):
        type("Taken", (Reply,), {"__annotations__": {"_declared": str}, "_declared": header("X-Own")})


def test_the_keyword_is_named() -> None:
    """A name for which the class statement has a keyword is said with it."""
    with pytest.raises(SpecError) as caught:
        type("Gone", (Reply,), {"__orig_bases__": (Reply[int],), "status_code": 410})
    assert "class Gone(..., status=...)" in caught.value.diagnostics[0].help


def test_methods_may_be_replaced() -> None:
    """`set_cookie` and `delete_cookie` are called by the user's own code alone."""

    class Named(Reply[int]):
        def set_cookie(self, *arguments: Any, **keywords: Any) -> None: ...

    assert Named(1).body == b"1"


@pytest.mark.parametrize("base", [Params, Reply])
def test_a_specifier_inside_annotated_is_refused(base: Any) -> None:
    """There it would be taken for a note, and the cookie for a header."""
    body: dict[str, Any] = {
        "__orig_bases__": (Reply[int],),
        "__annotations__": {"session": Annotated[str, host_cookie()]},
    }
    with pytest.raises(SpecError, match="inside Annotated") as caught:
        type("Hidden", (base,), body)
    assert "`session: str = ...`" in caught.value.diagnostics[0].help


def test_other_notes_in_annotated_are_taken() -> None:
    """A note is a note."""

    class Noted(Params):
        etag: Annotated[str, "the version"]

    assert ["etag"] == [param.spec.name for param in Noted.antiphon_params]
