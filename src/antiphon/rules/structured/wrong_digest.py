"""SF017."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator

from antiphon.headers.field import FieldError
from antiphon.headers.values.structured.reading import read_dictionary
from antiphon.headers.values.structured.values import InnerList, Member
from antiphon.rules.content import has_content, octets
from antiphon.rules.examples import BytesBody, HeaderSpec, ResponseSpec
from antiphon.rules.parts import ResponseParts
from antiphon.rules.rule import Finding, rule

#: RFC 9530 section 5: the algorithms in use, and those that are deprecated.
_ALGORITHMS: dict[str, Callable[[bytes], bytes]] = {
    "sha-256": lambda data: hashlib.sha256(data).digest(),
    "sha-512": lambda data: hashlib.sha512(data).digest(),
}
_LENGTHS = {"sha-256": 32, "sha-512": 64}
_DEPRECATED = frozenset({"adler", "crc32c", "md5", "sha", "unixcksum", "unixsum"})


@rule(
    code="SF017",
    level="error",
    citation="RFC 9530 sections 2, 3 and 5",
    help="write `sha-256=:...:`, the digest in base64 between colons",
    bad=HeaderSpec(name="Content-Digest", value="sha-256=LPJNul+wow4m6DsqxbninhsWHlwfp0JecwQzYpOLmCQ="),
    good=ResponseSpec(
        status=200,
        headers=(HeaderSpec(name="Content-Digest", value="sha-256=:LPJNul+wow4m6DsqxbninhsWHlwfp0JecwQzYpOLmCQ=:"),),
        body=BytesBody(content=b"hello"),
    ),
)
def wrong_digest(response: ResponseParts) -> Iterator[Finding]:
    """Content-Digest and Repr-Digest give digests between colons, by sha-256 or sha-512, and of what is sent.

    A client that checks them throws the response away where they do not match, and ignores those that it cannot read.
    """
    for name in ("Content-Digest", "Repr-Digest", "Unencoded-Digest"):
        if (line := response.joined(name)) is None:
            continue
        path, value = line
        try:
            digests = read_dictionary(value)
        except FieldError as error:
            yield Finding(path, f"{name} cannot be read: {error}")
            continue
        sent = _digested(response, name)
        for algorithm, member in digests:
            yield from (finding._replace(path=path) for finding in _findings(name, algorithm, member, sent))


def _findings(name: str, algorithm: str, member: Member, sent: bytes | None) -> Iterator[Finding]:
    digest = None if isinstance(member, InnerList) else member.value
    if not isinstance(digest, bytes):
        yield Finding("", f"{name} has {algorithm} with a value that is not between colons")
    elif algorithm in _DEPRECATED:
        yield Finding("", f"{algorithm} is deprecated: it no longer tells one content from another", "warning")
    elif algorithm not in _ALGORITHMS:
        yield Finding("", f"no client knows the algorithm {algorithm}", "warning")
    elif len(digest) != _LENGTHS[algorithm]:
        yield Finding("", f"{name} has {algorithm} with {len(digest)} octets instead of {_LENGTHS[algorithm]}")
    elif sent is not None and digest != _ALGORITHMS[algorithm](sent):
        yield Finding("", f"{name} is not the {algorithm} of what is sent")


def _digested(response: ResponseParts, name: str) -> bytes | None:
    """The octets that a digest is of, where they are known: the content, and the same where nothing was done to it."""
    whole = name == "Content-Digest" or (response.status == 200 and not response.has("Content-Encoding"))
    return octets(response) if whole and has_content(response) else None
