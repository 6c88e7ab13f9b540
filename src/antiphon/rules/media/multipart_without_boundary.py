"""CT010."""

from __future__ import annotations

from collections.abc import Iterator

from antiphon.http.parsing.media_type import BOUNDARY, essence, parameter_of
from antiphon.http.parsing.pieces import shown
from antiphon.rules.examples import BytesBody, ResponseSpec
from antiphon.rules.parts import ResponseParts
from antiphon.rules.rule import Finding, rule


@rule(
    code="CT010",
    level="error",
    citation="RFC 2046 section 5.1.1",
    help="name the boundary that the content uses: `multipart/mixed; boundary=part-7f3a`",
    bad=ResponseSpec(status=200, body=BytesBody(media_type="multipart/mixed")),
    good=ResponseSpec(status=200, body=BytesBody(media_type='multipart/mixed; boundary="part:7f3a"')),
)
def multipart_without_boundary(response: ResponseParts) -> Iterator[Finding]:
    """A multipart type has a boundary of 1 to 70 of the characters that a boundary may hold, not ending in a space.

    Without it no recipient can tell where one part ends and the next begins.
    """
    for path, value in response.media_types():
        if not essence(value).startswith("multipart/"):
            continue
        boundary = parameter_of(value, "boundary")
        if boundary is None:
            yield Finding(path, f"the media type {shown(value)} names no boundary")
        elif not BOUNDARY.fullmatch(boundary):
            yield Finding(path, f"{shown(boundary)} is not a valid boundary")
