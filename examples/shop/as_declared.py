"""Whether an answer is what its response was declared to be."""

from __future__ import annotations

from collections.abc import Iterator

from antiphon import ResponseSpec
from shop.wire import Answer

#: Fields that a server adds by itself, and those that a body brings along.
UNDECLARED = {"connection", "content-length", "content-type", "date", "keep-alive", "server"}


def differences(spec: ResponseSpec, answer: Answer) -> Iterator[str]:
    """A sentence for each difference. What a param supplies may have any value, but must be there."""
    if answer.status != spec.status:
        yield f"the status is {answer.status}, not {spec.status}"
    names = dict.fromkeys(header.name.lower() for header in spec.headers)
    optional = {param.slot.lower() for param in spec.params if param.optional}
    for name in names:
        declared = [header.value for header in spec.headers if header.name.lower() == name]
        received = answer.all(name)
        if None in declared and (received or name in optional):
            continue
        if declared != received:
            yield f"{name} is {received}, not {declared}"
    for name, value in answer.fields:
        if name.lower() not in {*names, *UNDECLARED, "set-cookie"}:
            yield f"{name}: {value} was not declared"
    yield from cookie_differences(spec, answer.all("Set-Cookie"))
    yield from content_differences(spec, answer)


def cookie_differences(spec: ResponseSpec, lines: list[str]) -> Iterator[str]:
    """Where the cookie's value is a param, everything around it must be as declared."""
    optional = {param.slot for param in spec.params if param.optional}
    by_name = {line.partition("=")[0]: line for line in lines}
    for cookie in spec.cookies:
        line = by_name.pop(cookie.name, None)
        if line is None:
            if cookie.name not in optional:
                yield f"the cookie {cookie.name} was not set"
            continue
        start, declared = f"{cookie.name}=", cookie.wire()
        fixed = line if cookie.value is not None else start + line[len(line.partition(";")[0]) :]
        if fixed != declared:
            yield f"Set-Cookie is {line!r}, not {declared!r}"
    for name in by_name:
        yield f"the cookie {name} was not declared"


def content_differences(spec: ResponseSpec, answer: Answer) -> Iterator[str]:
    """Content that never changes is compared octet for octet, other content by its media type."""
    body = spec.body.plan(spec.status)
    declared = [] if body.content_type is None else [body.content_type]
    if answer.all("Content-Type") != declared:
        yield f"Content-Type is {answer.all('Content-Type')}, not {declared}"
    if body.octets is not None and answer.body != body.octets:
        yield f"the content is {answer.body!r}, not {body.octets!r}"
