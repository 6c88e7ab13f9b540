"""Which answer a conditional request gets (RFC 9110 section 13)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import UTC, datetime, timedelta
from typing import Any, Literal, NamedTuple, TypeAlias

from antiphon.http.dates import names_moment, read_http_date
from antiphon.http.mapping_lines import mapping_lines
from antiphon.http.parsing.entity_tags import entity_tags, same_strongly, same_weakly

#: The request fields: a mapping of any library, pairs of text or octets, an ASGI scope, or what holds the items of one,
#: as Starlette's Request does.
Request: TypeAlias = Mapping[str, Any] | Iterable[tuple[str, str]] | Iterable[tuple[bytes, bytes]]

#: The fields that make a request conditional (section 13.1), in lower case.
CONDITIONS: frozenset[str] = frozenset({
    "if-match", "if-modified-since", "if-none-match", "if-range", "if-unmodified-since"
})  # fmt: skip
#: By each name that is read, as text and as octets: the name as text.
_READ: dict[str | bytes, str] = {spelled: name for name in (*CONDITIONS, "range") for spelled in (name, name.encode())}
#: The fields of a 200 that a 304 in its place repeats (section 15.4.5), in lower case. Last-Modified is a validator as
#: ETag is, and CDN-Cache-Control (RFC 9213) directs caches as Cache-Control does.
REPEATED: frozenset[str] = frozenset({
    "cache-control", "cdn-cache-control", "content-location", "date", "etag", "expires", "last-modified", "vary"
})  # fmt: skip
#: Methods that neither select nor modify a representation (section 13.2.1).
_UNCONDITIONAL = {"CONNECT", "OPTIONS", "TRACE"}
#: Methods whose answer may be 304.
SAFE: frozenset[str] = frozenset(("GET", "HEAD"))


class Outcome(NamedTuple):
    """The answer that the conditions of a request ask for.

    `status` is 304 (Not Modified) or 412 (Precondition Failed), and None where the request is to be answered as if it
    had none. `ranges` is then the value of a Range field that applies, and None where there is none, or where it is to
    be ignored; whether its unit is known and it can be satisfied is for the caller to judge.
    """

    status: Literal[304, 412] | None
    ranges: str | None = None


PROCEED: Outcome = Outcome(None)
NOT_MODIFIED: Outcome = Outcome(304)
FAILED: Outcome = Outcome(412)


def precondition_outcome(
    request: Request,
    *,
    method: str | None = None,
    etag: str | None = None,
    last_modified: datetime | None = None,
    exists: bool = True,
    now: datetime | None = None,
) -> Outcome:
    """The outcome of a request's conditions, in the order of RFC 9110 section 13.2.2, at an origin server.

    `etag` is the current entity tag with its quotes, such as an `ETag`; `last_modified` and `now` are aware datetimes.
    The first two are None where the resource has none; `now` is the current moment unless it is given. `exists` is
    false where the resource has no current representation, as before a PUT that makes it. `method` is the scope's
    unless it is given.

    Ask it only where the request without its conditions would be answered by a 2xx (section 13.2.1). Several lines of a
    field are one list; a date that is not an HTTP-date, or one of several, is ignored.

    Raises TypeError where neither `method` nor a scope says the method, and for an argument of another type; ValueError
    for a naive datetime, and for an `etag` without its quotes.
    """
    if isinstance(etag, str) and etag[-1:] != '"':
        raise ValueError(f"etag is {etag!r}, without the quotes of an entity tag; give an ETag")
    return outcome_of(request, method=method, etag=etag, last_modified=last_modified, exists=exists, now=now)


def outcome_of(
    request: Request,
    *,
    method: str | None,
    etag: str | None,
    last_modified: datetime | None,
    exists: bool = True,
    now: datetime | None = None,
) -> Outcome:
    """The same for the fields of a response that is there: a malformed tag of it is the same as no other."""
    if last_modified is not None:
        last_modified = _moment("last_modified", last_modified).replace(microsecond=0)
    if now is not None:
        now = _moment("now", now)
    if etag is not None and not isinstance(etag, str):
        raise TypeError(f"etag is {type(etag).__qualname__}, where an ETag or its text is needed")
    method = method_of(request, method)
    if method is None:
        raise TypeError("the method of the request is not known: give method=, or an ASGI scope")
    fields = _request_fields(request)
    if not fields or method in _UNCONDITIONAL:
        return PROCEED
    resource = _Resource(etag, last_modified, exists, now)
    if _has_changed(fields, resource):
        return FAILED
    if _is_held(fields, resource, by_date=method in SAFE):
        return NOT_MODIFIED if method in SAFE else FAILED
    ranges = fields.get("range") if method == "GET" else None
    return PROCEED if ranges is None or not _in_range(fields.get("if-range"), resource) else Outcome(None, ranges)


def _moment(name: str, given: Any) -> datetime:
    if not isinstance(given, datetime):
        raise TypeError(f"{name} is {type(given).__qualname__}, where an aware datetime is needed")
    if not names_moment(given):
        raise ValueError(f"{name} is naive and names no moment; give it a time zone, such as UTC")
    return given


class _Resource(NamedTuple):
    etag: str | None
    last_modified: datetime | None
    exists: bool
    now: datetime | None

    def is_listed(self, listed: str, same: Callable[[str, str], bool]) -> bool:
        """Whether a list has `*` or the current tag."""
        tags, etag = entity_tags(listed), self.etag
        return self.exists and ("*" in tags or (etag is not None and any(same(tag, etag) for tag in tags)))

    def date(self, text: str | None) -> datetime | None:
        return None if text is None else read_http_date(text, now=self.now)


def _has_changed(fields: dict[str, str], resource: _Resource) -> bool:
    """Steps 1 and 2: the resource is another one than the client knows."""
    if (listed := fields.get("if-match")) is not None:
        return not resource.is_listed(listed, same_strongly)
    since = resource.date(fields.get("if-unmodified-since"))
    return since is not None and resource.last_modified is not None and resource.last_modified > since


def _is_held(fields: dict[str, str], resource: _Resource, *, by_date: bool) -> bool:
    """Steps 3 and 4: the client has the resource as it is."""
    if (listed := fields.get("if-none-match")) is not None:
        return resource.is_listed(listed, same_weakly)
    since = resource.date(fields.get("if-modified-since")) if by_date else None
    return since is not None and resource.last_modified is not None and resource.last_modified <= since


def _in_range(condition: str | None, resource: _Resource) -> bool:
    """Section 13.1.5: the tag compares strongly, or the date is the same and is a strong validator."""
    if condition is None:
        return True
    if '"' in condition[:3]:
        return resource.etag is not None and same_strongly(condition, resource.etag)
    changed = resource.last_modified
    # It may change once more in the second of its date (section 8.8.2.2).
    settled = changed is not None and (resource.now or datetime.now(UTC)) - changed >= timedelta(seconds=1)
    return settled and resource.date(condition) == changed


def method_of(request: Any, given: str | None) -> str | None:
    """The method that is given, or that an ASGI scope names; None for a mapping of fields, and for pairs.

    Raises TypeError unless it is text.
    """
    method = given or (None if _lines_of_scope(request) is None else request.get("method"))
    if method is not None and not isinstance(method, str):
        raise TypeError(f"the method is {type(method).__qualname__}, where str is needed")
    return method


def _lines_of_scope(request: Any) -> Any:
    within = request.get("headers") if isinstance(request, Mapping) else None
    return None if isinstance(within, str) else within


def _request_fields(request: Any) -> dict[str, str]:
    """The values of the fields that are about conditions, by name in lower case."""
    within = _lines_of_scope(request)
    given = request if within is None else within
    lines = mapping_lines(given)
    fields: dict[str, str] = {}
    try:
        for name, value in given if lines is None else lines:
            key = _READ.get(name.lower())
            if key is not None:
                text = (value.decode("latin-1") if isinstance(value, bytes) else value).strip(" \t")
                fields[key] = f"{fields[key]}, {text}" if key in fields else text
    except (TypeError, ValueError, AttributeError):
        what = "the fields of the request are neither a mapping nor pairs, of str or bytes, of names and values"
        raise TypeError(what) from None
    return fields
