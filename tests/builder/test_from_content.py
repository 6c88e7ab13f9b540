"""Fields whose value follows from the octets of the content."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Callable, MutableMapping
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from antiphon import ETag, HeaderSpec, HTMLReply, Reply, ResponseSpec, SpecError, answer, check, not_modified, respond
from antiphon.compiler.compiler import compile_spec
from antiphon.headers.content_digest import ContentDigest
from antiphon.spec.bodies import StreamBody, TextBody

ALL = ("etag", "content_digest", "repr_digest")


class Listed(Reply[list[str]], from_content=("etag", "content_digest", "repr_digest")): ...


class Page(HTMLReply, from_content="etag"): ...


listed = respond(200).json(list[str]).from_content("etag", "content_digest", "repr_digest").compile()
text = respond(200).text().from_content("etag").compile()
octets = respond(200).bytes("image/png").from_content("etag", "content_digest").compile()


def lines(response: Any) -> dict[str, str]:
    """The field lines of a response."""
    return {name.decode(): value.decode() for name, value in response.raw_headers}


def sent(make: Callable[..., Any], *content: Any) -> dict[str, str]:
    """The field lines that `.send` sends."""
    messages: list[MutableMapping[str, Any]] = []

    async def send(message: MutableMapping[str, Any]) -> None:
        messages.append(message)

    with pytest.raises(StopIteration):
        make(send, *content).send(None)
    return {name.decode(): value.decode() for name, value in messages[0]["headers"]}


@given(st.lists(st.text(st.characters(exclude_categories=["Cs"]))))
def test_what_is_sent_is_what_is_hashed(content: list[str]) -> None:
    """The same by the object, by `.send`, and by a class of replies."""
    response = listed(content)
    body = bytes(response.body)
    digest = f"sha-256=:{base64.b64encode(hashlib.sha256(body).digest()).decode()}:"
    expected = {"etag": str(ETag.of(body)), "content-digest": digest, "repr-digest": digest}
    assert str(ContentDigest.of_content(body)) == digest
    for found in (lines(response), sent(listed.send, content), lines(Listed(content))):
        assert expected == {name: found[name] for name in expected}
        assert str(len(body)) == found["content-length"]


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_the_tag_of_text(content: str) -> None:
    """Text, HTML and octets are hashed as they are sent."""
    tag = ETag.of(content)
    assert not tag.weak
    encoded = content.encode()
    assert tag == ETag.of(encoded) == ETag.of(bytearray(encoded)) == ETag.of(memoryview(encoded))
    assert f"W/{tag}" == ETag.of(content, weak=True)
    assert tag == ETag.decode(tag)
    assert tag == lines(text(content))["etag"] == lines(Page(content))["etag"] == lines(octets(encoded))["etag"]


def test_tags_tell_contents_apart() -> None:
    """And one content has one tag in every process."""
    assert '"2cf24dba5fb0a30e26e83b2ac5b9e29e"' == ETag.of("hello")
    assert 1000 == len({ETag.of(str(number)) for number in range(1000)})


def test_fixed_content_is_hashed_once() -> None:
    """It is a finished line, which is the same object in each response."""
    fixed = respond(200).text("hello").from_content("etag", "content_digest").compile()
    one, other = fixed().raw_headers, fixed().raw_headers
    assert (b"etag", b'"2cf24dba5fb0a30e26e83b2ac5b9e29e"') == one[0]
    assert one[0] is other[0]
    assert "_sha256" not in fixed.__code__.co_names  # type: ignore[attr-defined]  # a function at run time


def test_only_what_asks_for_it_is_hashed() -> None:
    """Nothing else pays."""
    plain = respond(200).json(list[str]).etag("v1").compile()
    assert "_sha256" not in plain.__code__.co_names  # type: ignore[attr-defined]  # a function at run time


def test_a_client_that_has_the_content() -> None:
    """The tag decides, as one that is declared does; the 304 takes it as a param."""
    request = {"type": "http", "method": "GET", "headers": [(b"if-none-match", ETag.of('["a"]').encode())]}
    assert 304 == answer(request, Listed(["a"])).status_code
    assert 200 == answer(request, Listed(["b"])).status_code
    assert [(b"etag", b'"v"')] == not_modified(Listed)(etag=ETag("v")).raw_headers
    assert () == check(not_modified(Listed).spec)


ETAG = HeaderSpec(name="ETag", from_content=True)


@pytest.mark.parametrize(
    ("spec", "message"),
    [
        (ResponseSpec(status=200, headers=(ETAG,)), "there is no content from which ETag follows"),
        (ResponseSpec(status=204, headers=(ETAG,)), "there is no content from which ETag follows"),
        (ResponseSpec(status=200, headers=(ETAG,), body=StreamBody()), "is not whole before it is sent"),
        (ResponseSpec(status=206, headers=(ETAG,), body=TextBody()), "the content of a 206 is a part"),
        (
            ResponseSpec(status=200, headers=(HeaderSpec(name="Age", from_content=True),), body=TextBody()),
            "the content does not say what Age is",
        ),
        (
            ResponseSpec(
                status=200, headers=(HeaderSpec(name="ETag", value='"a"', from_content=True),), body=TextBody()
            ),
            "ETag has a value beside that of the content",
        ),
    ],
)
def test_refused(spec: ResponseSpec, message: str) -> None:
    """Each for its own reason."""
    assert any(found.code == "AN046" and message in found.message for found in check(spec))


def test_a_digest_of_a_part() -> None:
    """Content-Digest is of what is sent, a part or not."""
    part = respond(206).content_range("bytes 0-1/3").text("ab").from_content("content_digest").compile()
    assert b"content-digest" == part().raw_headers[1][0]


def test_no_other_name() -> None:
    """At the step, and at the class statement."""
    with pytest.raises(SpecError, match="'Etag' does not follow from the content"):
        respond(200).text().from_content("Etag")  # type: ignore[arg-type]  # the mistake that is meant

    with pytest.raises(SpecError, match="'age' does not follow from the content"):

        class Aged(Reply[int], from_content="age"): ...  # type: ignore[arg-type]  # the mistake that is meant


@pytest.mark.parametrize(
    "spec",
    [
        ResponseSpec(status=200, headers=(HeaderSpec(name="Age", from_content=True),), body=TextBody()),
        ResponseSpec(status=200, headers=(ETAG,), body=StreamBody()),
    ],
)
def test_what_was_not_judged_is_not_compiled(spec: ResponseSpec) -> None:
    """An allowance cannot make a digest of what is not there."""
    with pytest.raises(ValueError, match="does not follow from the content"):
        compile_spec(spec)
