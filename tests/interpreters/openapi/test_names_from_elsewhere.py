"""Specs that came from a file: types are names, which may lead nowhere."""

from __future__ import annotations

from typing import Any

import pytest

from antiphon import ResponseSpec
from antiphon.openapi import describe


def described(**parts: Any) -> dict[str, Any]:
    """The Response Object of a spec that was read from JSON."""
    spec = ResponseSpec.model_validate({"status": 200, **parts})
    found: dict[str, Any] = describe(spec)["responses"]["200"]
    return found


@pytest.mark.parametrize(
    ("body", "media_type"),
    [
        ({"kind": "json", "model": "nowhere:User"}, "application/json"),
        ({"kind": "json_lines", "model": "nowhere:User"}, "application/jsonl"),
        ({"kind": "events", "events": "nowhere:User"}, "text/event-stream"),
    ],
)
def test_content_of_an_unknown_type_may_be_anything(body: dict[str, Any], media_type: str) -> None:
    """Its media type is known all the same."""
    schema = described(body=body)["content"][media_type]["schema"]

    assert {} == schema or {} == schema["contentSchema"]["items"]


@pytest.mark.parametrize(
    ("type_", "encode"), [("nowhere:Id", None), ("str", "nowhere:write"), ("antiphon:respond", None)], ids=str
)
def test_a_field_of_an_unknown_type_is_text(type_: str, encode: str | None) -> None:
    """Every field is."""
    param = {"name": "x", "fills": "header", "slot": "X", "type": type_, "encode": encode}

    assert {"type": "string"} == described(headers=({"name": "X"},), params=(param,))["headers"]["X"]["schema"]


def test_a_template_that_cannot_be_read_may_be_anything() -> None:
    """A rule refuses it; the description does not fail."""
    header = described(headers=({"name": "Location", "template": "/{"},))["headers"]["Location"]

    assert ".*" == header["schema"]["pattern"]


def test_an_example_that_is_not_json_is_shown_as_it_is() -> None:
    """A rule refuses it; the description does not fail."""
    found = described(body={"kind": "json", "model": "int"}, examples=({"name": "odd", "content": "{"},))

    assert {"odd": {"value": "{"}} == found["content"]["application/json"]["examples"]
