"""AN046."""

from __future__ import annotations

from collections.abc import Iterator

from antiphon.http.content_hashes import FROM_DIGEST
from antiphon.rules.content import has_content
from antiphon.rules.examples import HeaderSpec, ResponseSpec, StreamBody, TextBody
from antiphon.rules.parts import ResponseParts
from antiphon.rules.rule import Finding, rule

#: The kinds of bodies whose first octets are sent before the last ones are there.
_IN_PIECES = frozenset({"events", "file", "json_lines", "stream"})
_ETAG = HeaderSpec(name="ETag", from_content=True)


@rule(
    code="AN046",
    level="error",
    applies_to_captures=False,
    citation="RFC 9110 section 8.8.3; RFC 9530 sections 2 and 3",
    help="give the value with each call, as a param; or leave the field out",
    bad=ResponseSpec(status=200, headers=(_ETAG,), body=StreamBody(media_type="text/csv")),
    good=ResponseSpec(status=200, headers=(_ETAG,), body=TextBody(media_type="text/csv")),
)
def field_not_from_content(response: ResponseParts) -> Iterator[Finding]:
    """ETag, Content-Digest and Repr-Digest are worked out from content that is whole before it is sent.

    Content that is sent piece by piece is not, and a response may have none. The content of a 206 is a part: its ETag
    and Repr-Digest are those of the whole (RFC 9110 section 15.3.7).
    """
    for path, header in response.headers():
        if not header.from_content:
            continue
        name = header.name
        if name.lower() not in FROM_DIGEST:
            yield Finding(path, f"the content does not say what {name} is")
        elif header.value is not None or header.template is not None:
            yield Finding(path, f"{name} has a value beside that of the content")
        elif not has_content(response):
            yield Finding(path, f"there is no content from which {name} follows")
        elif response.body.kind in _IN_PIECES:
            yield Finding(path, f"the content is not whole before it is sent, and {name} comes before it")
        elif response.status == 206 and name.lower() != "content-digest":
            yield Finding(path, f"the content of a 206 is a part, and {name} is about the whole")
