"""The fuzzed functions of octets that may refuse them in one way alone, and never fail in another."""

from __future__ import annotations

import contextlib
from collections.abc import Callable

from antiphon.captures.check import check_wire
from antiphon.captures.error import WireError
from antiphon.captures.formats import read
from antiphon.captures.judged import judge
from antiphon.headers.field import FieldError
from antiphon.headers.registry import FIELDS, field_class
from antiphon.http import grammar
from antiphon.http.parsing import (
    cache_control,
    challenges,
    charsets,
    content_security_policy,
    disposition,
    extended_value,
    json_text,
    links,
    media_type,
    pieces,
    target,
)
from antiphon.rules.profile import PROFILES

METHODS = ("GET", "HEAD", "POST", "OPTIONS", "PUT", "\xff")
URLS = (None, "https://shop.example/a", "http://localhost:8000", "http://[::1]/", "https://co.uk/")

READINGS: tuple[Callable[[str], object], ...] = (
    cache_control.directives,
    challenges.challenges,
    charsets.encoding_of,
    lambda text: [list(policy) for policy in content_security_policy.policies(text)],
    content_security_policy.nonce_or_hash_fault,
    content_security_policy.source_fault,
    disposition.disposition,
    lambda text: list(disposition.filenames(text)),
    extended_value.extended_fault,
    extended_value.extended_text,
    json_text.json_fault,
    grammar.LANGUAGE_TAG.fullmatch,
    links.links,
    media_type.media_type_fault,
    pieces.members,
    lambda text: pieces.parameters(pieces.split(text, ";")),
    pieces.unquoted,
    pieces.whole_number,
    pieces.shown,
    target.is_reference,
    target.scheme_of,
    target.host_behind,
    target.authority_fault,
)


def response(octets: bytes) -> None:
    """`check_wire` of a status, a method, a site, field lines and content. Findings are one line of text each."""
    head, blank, body = octets.partition(b"\n\n")
    first, *lines = head.split(b"\n")
    chosen = int.from_bytes(first[:3].ljust(3, b"\0"), "big")
    status = chosen % 1000
    pairs = [tuple(line.partition(b":")[::2]) for line in lines]
    with contextlib.suppress(WireError):
        for one in check_wire(
            status,
            [(pair[0], pair[1].strip(b" ")) for pair in pairs],
            body if blank else None,
            METHODS[chosen // 1000 % len(METHODS)],
            url=URLS[chosen // 6000 % len(URLS)],
            profile=PROFILES[chosen // 30000 % 2],
        ):
            assert one.path.isprintable()
            assert one.message


def _lint(form: str | None) -> Callable[[bytes], None]:
    def lint(octets: bytes) -> None:
        with contextlib.suppress(WireError):
            transcript = read(octets, file="input", form=form)
            for exchange in transcript.exchanges:
                for one in judge(exchange):
                    assert one.position is not None
                    assert 1 <= one.position.line <= octets.count(b"\n") + octets.count(b"\r") + 1

    return lint


def reading(octets: bytes) -> None:
    """Every reader of a field value."""
    text = octets.decode("latin-1")
    for one in READINGS:
        one(text)


def typed_fields(octets: bytes) -> None:
    """A typed field: what it reads it writes, and what it does not read is a FieldError. The first octet chooses."""
    names = sorted(FIELDS)
    field = field_class(names[int.from_bytes(octets[:1], "big") % len(names)])
    assert field is not None
    with contextlib.suppress(FieldError):
        value = field.decode(octets[1:].decode("latin-1"))
        written = value.encode()
        assert field.decode(written.decode("latin-1")) == value


#: The folder of seeds is named as the target is.
TARGETS: dict[str, Callable[[bytes], None]] = {
    "response": response,
    "curl": _lint("curl"),
    "http": _lint("http"),
    "har": _lint("har"),
    "reading": reading,
    "fields": typed_fields,
}
