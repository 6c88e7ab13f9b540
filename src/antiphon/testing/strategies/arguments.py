"""Strategies of the arguments of a call: for each param, what its field, cookie or placeholder carries."""

from __future__ import annotations

import dataclasses
import datetime as dt
import types
from collections.abc import Callable, Mapping
from typing import Any, Final, Union, get_args, get_origin

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from antiphon.compiler.compiler import param_encoders
from antiphon.errors import ParamError
from antiphon.headers.registry import field_class
from antiphon.headers.untyped import UNTYPED
from antiphon.runtime.content.type_parts import unwrapped
from antiphon.runtime.cookie_value import CookieValue, declared_value
from antiphon.runtime.param_types import OPEN, alternatives, without_none
from antiphon.spec import ParamSpec, ResponseSpec
from antiphon.testing.strategies.accepted import accepted
from antiphon.testing.strategies.constraints import Constraints
from antiphon.testing.strategies.no_strategy import NoStrategy
from antiphon.testing.strategies.of_type import of_type
from antiphon.testing.strategies.place import Place
from antiphon.testing.strategies.scalars import CHARACTERS
from antiphon.testing.strategies.typed_fields import MOMENTS, TOKEN_CHARACTERS, of_field

#: The characters of a text that each kind of slot carries, wherever in the text they are.
_ALPHABETS: Final[Mapping[str, SearchStrategy[str]]] = {
    "header": st.characters(min_codepoint=0x21, max_codepoint=0x7E, exclude_characters='",;\\'),
    "cookie": st.characters(min_codepoint=0x21, max_codepoint=0x7E, exclude_characters='",;\\'),
    "placeholder": st.characters(categories=["Lu", "Ll", "Nd"], max_codepoint=0x7E),
}
#: Texts of every form that a field without a class of its own is judged by.
_TEXTS: Final = (
    *("1", "?1", "a", '"a"', "a=1", 'a;b="c"', "text/plain", "text/*;q=0.5", '"text/plain"', '{"a":1}'),
    *("Tue, 01 Jan 2030 00:00:00 GMT", 'Basic realm="a"', "sha-256=:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=:"),
    *("@1893456000", "(a b)", ":AAAA:", 'sig=("@method")'),
)
#: Browsers keep a cookie for so long.
_LONGEST: Final = dt.timedelta(days=400)


class Arguments(dict[str, SearchStrategy[Any]]):
    """The strategies of the params of a response by name; `optional` has those that a call may leave out."""

    def __init__(self, spec: ResponseSpec) -> None:
        """Raises NoStrategy."""
        super().__init__()
        self.optional: dict[str, SearchStrategy[Any]] = {}
        for param, encoder in zip(spec.params, param_encoders(spec), strict=True):
            values = accepted(_values(param, spec), _taken_by(encoder.check), ParamError, _error(param))
            if param.optional:
                self.optional[param.name] = st.none() | values
            elif param.default is not None:
                self.optional[param.name] = values
            else:
                self[param.name] = values


def _taken_by(check: Callable[[Any], bytes]) -> Callable[[Any], Any]:
    """The value itself, once it is written."""

    def taken(value: Any) -> Any:
        check(value)
        return value

    return taken


def _error(param: ParamSpec) -> Callable[[str], NoStrategy]:
    advice = "register a strategy for its type with hypothesis.strategies.register_type_strategy"
    return lambda why: NoStrategy(
        f"no value is found that {param.slot} takes for the param {param.name}: {why}; {advice}"
    )


def _values(param: ParamSpec, spec: ResponseSpec) -> SearchStrategy[Any]:
    """Values of a param's type, most of which its slot takes."""
    annotation = param.type.declared
    encode = None if param.encode is None else param.encode.resolve()
    inner = declared_value(annotation) if param.fills == "cookie" else None
    alphabet = CHARACTERS if encode is not None else _ALPHABETS[param.fills]
    if inner is not None:
        return _cookie_values(param, inner, spec, alphabet)
    judged = UNTYPED.get(param.slot.lower()) if param.fills == "header" and encode is None else None
    if judged is not None and str in alternatives(annotation):
        texts = [text for text in _TEXTS if not judged(text)]
        return st.sampled_from(texts) if texts else st.nothing()
    field = field_class(param.slot) if param.fills == "header" and encode is None else None
    return _of_annotation(annotation, field, Place(_resolved, alphabet=alphabet))


def _cookie_values(
    param: ParamSpec, inner: Any, spec: ResponseSpec, alphabet: SearchStrategy[str]
) -> SearchStrategy[Any]:
    """CookieValues with and without what a call may say; a cookie that is declared Secure stays so."""
    secure = any(cookie.name == param.slot and cookie.secure for cookie in spec.cookies)
    values = _of_annotation(inner, None, Place(_resolved, alphabet=alphabet))
    ages = st.integers(0, int(_LONGEST.total_seconds()))
    return st.builds(
        CookieValue,
        values,
        max_age=st.none() | ages | ages.map(lambda seconds: dt.timedelta(seconds=seconds)),
        expires=st.none() | MOMENTS,
        secure=st.none() | st.just(True) if secure else st.none() | st.booleans(),  # noqa: FBT003 - the value itself
    )


def _of_annotation(annotation: Any, field: Any, place: Place) -> SearchStrategy[Any]:
    """Values other than None of an annotation, whose field reads them where it has a class."""
    if field is None:
        return place.of(annotation).filter(lambda value: value is not None)
    limits = _limits(annotation)
    return st.one_of([_read_by(field, type_, limits, place) for type_ in without_none(annotation)])


def _limits(annotation: Any) -> Constraints:
    """The constraints of an annotation, and of the one type that it has beside None."""
    limits = Constraints()
    for bare in unwrapped(annotation, {}):
        limits = limits.and_of(getattr(bare, "__metadata__", ()))
        members = [member for member in get_args(bare) if member is not type(None)]
        if get_origin(bare) in (Union, types.UnionType) and len(members) == 1:
            return limits.and_of([_limits(members[0])])
    return limits


def _read_by(field: Any, type_: Any, limits: Constraints, place: Place) -> SearchStrategy[Any]:
    """Values of one type that a field's class reads."""
    if type_ is OPEN or type_ is field or (isinstance(type_, type) and issubclass(type_, field)):
        return of_field(field if type_ is OPEN else type_)
    if type_ is str and not limits.patterns:
        return of_field(field).map(lambda value: value.encode().decode("latin-1"))
    element = get_args(type_)[:1]
    if element and get_origin(type_) is not None and str in alternatives(element[0]):
        return dataclasses.replace(place, alphabet=TOKEN_CHARACTERS).of(type_, limits)
    return place.of(type_, limits)


def _resolved(type_: Any, place: Place, limits: Constraints) -> SearchStrategy[Any]:
    """As `of_type`, with moments and durations that a field can say, and the values of typed fields."""
    for bare in unwrapped(type_, place.known):
        if bare is dt.datetime:
            return MOMENTS.filter(limits.admits)
        if bare is dt.timedelta:
            return st.integers(0, 2**31 - 1).map(lambda seconds: dt.timedelta(seconds=seconds)).filter(limits.admits)
        if isinstance(bare, type) and hasattr(bare, "field_name"):
            return of_field(bare)
    return of_type(type_, place, limits)
