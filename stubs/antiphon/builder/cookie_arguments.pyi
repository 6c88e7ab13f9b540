# Written by `nox -s generate` from src; do not edit.
"""A CookieSpec from what a builder step or a field specifier was given."""

from datetime import datetime, timedelta
from typing import Any

from antiphon.diagnostics.call_site import CallSite
from antiphon.errors import SpecError
from antiphon.spec import CookieSpec

def refusal(what: str, path: str, help: str, call_site: CallSite) -> SpecError:
    """A SpecError for an argument of the wrong type, at that call."""

def validated(model: Any, path: str, call_site: CallSite, /, **values: Any) -> Any:
    """A model of these values. Values of the wrong type raise a SpecError at the user's line; none is repeated."""

def cookie_spec(
    name: str,
    value: str | None,
    call_site: CallSite,
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
    """The cookie that the arguments of a step describe."""
