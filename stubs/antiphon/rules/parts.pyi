# Written by `nox -s generate` from src; do not edit.
"""The parts of a response as rules walk through them, each with its path."""

from collections.abc import Iterator

from antiphon.http.set_cookie import Cookie
from antiphon.rules.rule import Finding
from antiphon.spec import HeaderSpec, ResponseSpec

def cookies(spec: ResponseSpec) -> tuple[tuple[str, Cookie], ...]:
    """Each cookie with its path, as a browser reads it: those of the spec, and those of Set-Cookie field lines.

    A line that joins several cookies is left out: it has a rule of its own (CK082).
    """

def within(path: str, part: str) -> str:
    """The path of one part of a cookie. A cookie that was read from a field line has no parts."""

def headers(spec: ResponseSpec, *names: str) -> Iterator[tuple[str, HeaderSpec]]:
    """Each field line with its path, in order; only those of the given names, in any case, where names are given."""

def values(spec: ResponseSpec, *names: str) -> Iterator[tuple[str, str]]:
    """The path and the value of each field line of these names that has a fixed value."""

def content_types(spec: ResponseSpec) -> Iterator[tuple[str, str]]:
    """The Content-Type that the body declares, and any that a header sets."""

def cookie_reasons(spec: ResponseSpec, code: str) -> Iterator[Finding]:
    """What the writer of Set-Cookie has against each cookie under one code."""
