# Written by `nox -s generate` from src; do not edit.
"""A CookieSpec from what a builder step or a field specifier was given."""

from datetime import datetime, timedelta
from typing import Any

from antiphon.errors import SpecError
from antiphon.spec import CookieSpec

def refusal(what: str, path: str, help: str, depth: int) -> SpecError:
    """A SpecError for an argument of the wrong type, at the call `depth` frames above the one that asks."""

def validated(model: Any, path: str, depth: int, /, **values: Any) -> Any:
    """A model of these values. Values of the wrong type raise a SpecError at the user's line; none is repeated."""

def cookie_spec(
    name: str,
    value: str | None,
    depth: int,
    *,
    secure: bool | None,
    same_site: str | None,
    max_age: int | timedelta | None,
    expires: datetime | None,
    http_only: bool,
    domain: str | None,
    path: str | None,
    partitioned: bool,
) -> CookieSpec:
    """The cookie that the arguments of a step describe; `depth` frames above the caller stands the user's line."""
