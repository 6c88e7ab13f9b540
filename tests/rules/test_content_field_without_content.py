"""AN016: a field about the content, and no content."""

from __future__ import annotations

from typing import Any

import pytest

from antiphon import HeaderSpec, Params, ResponseSpec, SpecError, check, header, redirect, respond
from antiphon.rules.content import CONTENT_FIELDS

VALUES = {
    "Content-Type": "text/event-stream",
    "Content-Encoding": "gzip",
    "Content-Language": "en",
    "Content-Disposition": "attachment",
    "Content-Range": "bytes 0-1/2",
}


def codes(spec: ResponseSpec | HeaderSpec) -> set[str]:
    """The codes of what is found."""
    return {finding.code for finding in check(spec)}


@pytest.mark.parametrize("name", CONTENT_FIELDS)
@pytest.mark.parametrize("spelled", [str, str.lower])
def test_a_field_about_the_content_needs_content(name: str, spelled: Any) -> None:
    """Each of the fields is found, in any case, at its line; with content of any kind nothing is."""
    draft = respond(200).header(spelled(name), VALUES[name])

    assert [finding.path for finding in draft.check() if finding.code == "AN016"] == ["headers[0]"]
    for full in (draft.bytes("application/pdf"), draft.bytes("application/pdf", b""), draft.text("")):
        assert "AN016" not in codes(full.spec())
    assert "AN016" not in codes(HeaderSpec(name=spelled(name), value=VALUES[name]))


@pytest.mark.parametrize("name", CONTENT_FIELDS)
@pytest.mark.parametrize("status", [101, 204, 205, 304])
def test_a_status_without_content_may_describe_what_it_does_not_send(status: int, name: str) -> None:
    """Other rules say where that is wrong."""
    line = HeaderSpec(name=name, value=VALUES[name])

    assert "AN016" not in codes(ResponseSpec(status=status, headers=(line,)))


def test_where_no_content_is_meant() -> None:
    """An answer to HEAD, a redirect, a 416's range and fields that are about something else."""
    html = HeaderSpec(name="Content-Type", value="text/html")
    drafts: list[Any] = [
        redirect(303, location="/x").header("Content-Type", "text/html"),
        respond(416).content_range("bytes */1234"),
        respond(200).etag("v1").header("Content-Location", "/x"),
        respond(405).allow("GET"),
    ]

    assert "AN016" not in codes(ResponseSpec(status=200, method="HEAD", headers=(html,)))
    assert [] == [draft for draft in drafts if "AN016" in codes(draft.spec())]
    assert "AN016" in codes(respond(206).content_range("bytes 0-1/2").spec())


def test_a_param_gives_no_content_either() -> None:
    """A media type that each call chooses is still without content."""

    class Chosen(Params):
        kind: str = header("Content-Type")

    with pytest.raises(SpecError, match="a param gives Content-Type, and no content is declared"):
        respond(200).params(Chosen).compile()


@pytest.mark.parametrize(
    ("media_type", "step"),
    [
        ("text/html; charset=utf-8", "`.html()`"),
        ("text/csv", '`.text(media_type="text/csv")`'),
        ("application/json", "`.json(User)`"),
        ("application/vnd.x+json", '`.json(User, media_type="application/vnd.x+json")`'),
        ("application/problem+json", "`.json(Problem)`"),
        ("text/event-stream", "`.events(Tick)`"),
        ("application/x-ndjson", '`.json_lines(User, framing="ndjson")`'),
        ("application/pdf", '`.bytes("application/pdf")`'),
    ],
)
def test_the_help_names_the_step(media_type: str, step: str) -> None:
    """The one for content of that media type."""
    with pytest.raises(SpecError) as caught:
        respond(200).header("Content-Type", media_type).compile()

    [finding] = [one for one in caught.value.diagnostics if one.code == "AN016"]
    assert finding.help == f"declare the content in place of the field: {step}"


def test_it_can_be_accepted() -> None:
    """For a resource that answers HEAD alone."""
    probe = respond(200).header("Content-Type", "video/mp4").accept_finding("AN016", because="answers HEAD alone")

    assert (probe.check(), probe.compile()().body) == ((), b"")
