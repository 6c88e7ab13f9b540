"""A file in OpenAPI: every status with which it may be sent."""

from __future__ import annotations

from typing import Any

import pytest
from openapi_spec_validator import validate

from antiphon import ContentDisposition, FileReply, respond
from antiphon.openapi import describe


class Report(FileReply, root="/srv/reports", missing="not_found", cache_control="private, max-age=60"):
    """The report of a month."""

    content_disposition: ContentDisposition


def responses(*declared: Any) -> dict[str, Any]:
    """The Responses Object, in a document that is valid."""
    found: dict[str, Any] = describe(*declared)["responses"]
    info = {"title": "files", "version": "1"}
    validate({"openapi": "3.1.0", "info": info, "paths": {"/": {"get": {"responses": found}}}})
    return found


def test_every_status_of_a_file() -> None:
    """Each with the fields that are sent with it, and content where there is some."""
    found = responses(Report)

    assert list(found) == ["200", "206", "304", "404", "412", "416"]
    assert {status: list(one.get("content", {})) for status, one in found.items() if "content" in one} == {
        "200": ["*/*"],
        "206": ["*/*", "multipart/byteranges"],
    }
    assert found["200"]["description"] == "The report of a month."
    assert found["304"]["description"] == "Not Modified"
    assert {status: list(one.get("headers", {})) for status, one in found.items()} == {
        "200": ["Cache-Control", "Content-Disposition", "ETag", "Last-Modified", "Accept-Ranges"],
        "206": ["Cache-Control", "Content-Disposition", "Content-Range", "ETag", "Last-Modified", "Accept-Ranges"],
        "304": ["Cache-Control", "ETag", "Last-Modified"],
        "404": [],
        "412": [],
        "416": ["Content-Range"],
    }


@pytest.mark.parametrize(
    ("made", "statuses", "media_type"),
    [
        (respond(200).file("application/pdf", ranges=False), ["200", "304", "412"], "application/pdf"),
        (respond(404).file("text/html; charset=utf-8"), ["404"], "text/html"),
    ],
)
def test_a_file_that_is_sent_whole(made: Any, statuses: list[str], media_type: str) -> None:
    """Without ranges, and as a page of another status, which no request changes."""
    found = responses(made)

    assert list(found) == statuses
    assert found[statuses[0]]["content"] == {media_type: {"schema": {"type": "string", "contentMediaType": media_type}}}
