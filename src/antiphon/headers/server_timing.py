"""Server-Timing (Server Timing section 3.1): how long a part of the work took, for developer tools and the page."""

from __future__ import annotations

from datetime import timedelta
from typing import ClassVar, Self

from antiphon.headers.field import FieldError
from antiphon.headers.values.lists import split_list
from antiphon.headers.values.parameters import read_parameters
from antiphon.headers.values.quoted_string import quote
from antiphon.headers.values.text_field import TextField
from antiphon.headers.values.tokens import check_token
from antiphon.http.grammar import TOKEN
from antiphon.http.parsing.server_timing import metric_faults

_MICROSECOND = timedelta(microseconds=1)


class ServerTiming(TextField):
    """One metric: `ServerTiming("db", duration=timedelta(milliseconds=53.2))`. Several are a line each.

    On the wire the duration is in milliseconds, down to a microsecond. Raises FieldError for a name that is not a
    token, for a negative duration, and for a description outside ASCII.
    """

    __slots__ = ()
    field_name: ClassVar[str] = "Server-Timing"
    examples: ClassVar[tuple[str, ...]] = ("miss", "db;dur=53.2", 'cache;dur=0.001;desc="Cache read"')

    def __new__(cls, name: str, *, duration: timedelta | None = None, description: str | None = None) -> Self:
        check_token(cls.field_name, "a metric name", name)
        text = name
        if duration is not None:
            if not isinstance(duration, timedelta) or duration < timedelta():
                raise FieldError(f"{cls.field_name}: the duration {duration!r} is not a timedelta from 0 up")
            milliseconds, thousandths = divmod(duration // _MICROSECOND, 1000)
            text += f";dur={milliseconds}.{thousandths:03d}".rstrip("0").rstrip(".")
        if description is not None:
            text += f";desc={quote(cls.field_name, 'the description', description)}"
        return str.__new__(cls, text)

    @classmethod
    def decode(cls, value: str) -> Self:
        """One metric or several, as a declaration may hold them. Raises FieldError for anything else."""
        members = split_list(cls.field_name, value)
        for member in members:
            name = TOKEN.match(member)
            end = read_parameters(cls.field_name, member, name.end())[1] if name else 0
            if not name or end != len(member):
                raise FieldError(f"{cls.field_name}: {member!r} is not a metric such as db;dur=53.2")
            if (fault := next(metric_faults(member), None)) is not None:
                raise FieldError(f"{cls.field_name}: the metric {member!r} {fault}")
        if not members:
            raise FieldError(f"{cls.field_name} needs at least one metric")
        return str.__new__(cls, value)
