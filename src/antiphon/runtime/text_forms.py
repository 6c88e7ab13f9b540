"""Which types have one text form, and what it is: the text that a value of a param is written as.

Text is itself; numbers are as JSON writes them (RFC 8259 section 6); a UUID is its 36 characters; a Literal and an Enum
are the text of their values, and take no other. In a field a moment is an HTTP-date and a duration is whole seconds.
What has several usual forms or none (bool, bytes, date, dict) has none here: `encode=` says which is meant.
"""

from __future__ import annotations

import decimal
import enum
import itertools
import math
import uuid
from collections.abc import Callable, Hashable, Iterable
from datetime import datetime, timedelta
from typing import Any, Literal, NamedTuple, get_args, get_origin

from antiphon.http.dates import format_http_date


class TextForm(NamedTuple):
    """How values of one type are written.

    `accepts` says whether a value is of the type; `text` writes it, and raises ValueError where it cannot. `samples`
    are some of the texts, and all of them where the type is `complete`. `shown` is the type for people.
    """

    accepts: Callable[[Any], bool]
    text: Callable[[Any], str]
    shown: str
    samples: tuple[str, ...] = ()
    complete: bool = False


def text_form(type_: Any, *, in_field: bool) -> TextForm | None:
    """The text form of one type, without its aliases and unions; None where it has none, or more than one.

    `in_field` says that the text goes into a field: only there do datetimes, durations and typed fields have a form.
    """
    if get_origin(type_) is Literal:
        return _literal(get_args(type_))
    if not isinstance(type_, type) or type_ is bool:
        return None
    if issubclass(type_, enum.Enum):
        return _enumeration(type_, in_field=in_field)
    if in_field and hasattr(type_, "field_name"):
        return TextForm(_instance_of(type_), _encoded, type_.__name__, getattr(type_, "examples", ()))
    for base, write, samples in (*_PLAIN, *(_IN_FIELDS if in_field else ())):
        if issubclass(type_, base):
            accepted = (int, float) if type_ is float else type_  # an int is taken wherever a float is (PEP 484)
            return TextForm(_instance_of(accepted), write, type_.__name__, samples)
    return None


def _instance_of(type_: Any) -> Callable[[Any], bool]:
    return lambda value: isinstance(value, type_) and value is not True and value is not False


def _encoded(value: Any) -> str:
    octets: bytes = value.encode()
    return octets.decode("latin-1")


def _written(value: Any) -> str:
    """Text as it is: for a subclass that prints itself otherwise, and for a member of a `str` enumeration, too."""
    return str.__str__(value)


def _integer(value: int) -> str:
    return int.__repr__(value)


def _number(value: float) -> str:
    if not math.isfinite(value):
        raise ValueError("is not finite, and JSON has no number for it")
    return float.__repr__(value) if isinstance(value, float) else int.__repr__(value)


def _decimal(value: decimal.Decimal) -> str:
    if not value.is_finite():
        raise ValueError("is not finite, and JSON has no number for it")
    return str(value)


def _seconds(value: timedelta) -> str:
    seconds = value.days * 86400 + value.seconds
    if value.microseconds or seconds < 0:
        raise ValueError("is not a whole number of seconds from 0 on, and only those can be sent")
    return str(seconds)


_Plain = tuple[type, Callable[[Any], str], tuple[str, ...]]
_PLAIN: tuple[_Plain, ...] = (
    (str, _written, ()),
    (int, _integer, ("0", "1", "3600")),
    (float, _number, ("0.0", "0.5", "1e+22")),
    (decimal.Decimal, _decimal, ("0", "0.50")),
    (uuid.UUID, str, ("00000000-0000-0000-0000-000000000000", "12345678-90ab-cdef-1234-567890abcdef")),
)
_IN_FIELDS: tuple[_Plain, ...] = (
    (datetime, format_http_date, ("Tue, 01 Jan 2030 00:00:00 GMT",)),
    (timedelta, _seconds, ("0", "3600")),
)


def _literal(values: tuple[object, ...]) -> TextForm | None:
    """The form of a Literal: the text of each value that it lists. None among them is left to whoever asks."""
    listed: dict[Hashable, str] = {}
    for value in values:
        plain = value.value if isinstance(value, enum.Enum) else value
        if type(plain) is str or type(plain) is int:
            listed[_key(value)] = str(plain)
        elif value is not None:
            return None
    shown = f"Literal[{', '.join(map(repr, values))}]"
    texts = tuple(listed.values())
    return TextForm(lambda value: _key(value) in listed, lambda value: listed[_key(value)], shown, texts, complete=True)


def _key(value: object) -> Hashable:
    """A key that distinguishes the values of a Literal: an int from a bool and from a member of an enumeration."""
    if isinstance(value, enum.Enum):
        return (type(value), value.name)
    if isinstance(value, str):
        return (str, str.__str__(value))
    return (int, int(value)) if isinstance(value, int) and not isinstance(value, bool) else None


def _enumeration(type_: type[enum.Enum], *, in_field: bool) -> TextForm | None:
    """The form of an enumeration: that of the values of its members."""
    if issubclass(type_, enum.Flag):
        return None
    texts: dict[enum.Enum, str] = {}
    for member in type_:
        form = text_form(type(member.value), in_field=in_field)
        if form is None:
            return None
        try:
            texts[member] = form.text(member.value)
        except ValueError:  # NaN, say
            return None
    if not texts:
        return None
    return TextForm(_instance_of(type_), texts.__getitem__, type_.__name__, tuple(texts.values()), complete=True)


def one_of(forms: Iterable[TextForm]) -> TextForm:
    """The form of a value that has one of several types: that of the first that accepts it."""
    listed = tuple(forms)
    if len(listed) == 1:
        return listed[0]
    shown = " | ".join(form.shown for form in listed)
    samples = tuple(dict.fromkeys(itertools.chain.from_iterable(form.samples for form in listed)))
    complete = all(form.complete for form in listed)

    def text(value: Any) -> str:
        return next(form for form in listed if form.accepts(value)).text(value)

    return TextForm(lambda value: any(form.accepts(value) for form in listed), text, shown, samples, complete=complete)
