"""What every typed field promises."""

from __future__ import annotations

import copy
import pickle
import re
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from antiphon.headers.field import Field, FieldError
from antiphon.headers.registry import FIELDS, field_class
from tests.field_values import BUILT, CLASSES, nearly

#: RFC 9110 section 5.5: no whitespace around a field value, no control inside but HTAB; and nothing outside ASCII.
SENDABLE = re.compile(rb"(?:[!-~](?:[\t -~]*[!-~])?)?")

every_field = pytest.mark.parametrize("field", CLASSES, ids=lambda field: str(field.field_name))


@every_field
def test_examples_are_canonical(field: type[Field]) -> None:
    """An example is decoded and encoded to the very same text."""
    assert field.examples
    assert list(field.examples) == [field.decode(example).encode().decode("ascii") for example in field.examples]


@every_field
def test_values_are_values(field: type[Field]) -> None:
    """Equal text gives equal values of the same hash, and a copy of a value is equal and of its type."""
    for example in field.examples:
        value: Any = field.decode(example)

        assert value == field.decode(example)
        assert hash(value) == hash(field.decode(example))
        for copied in (copy.copy(value), copy.deepcopy(value), pickle.loads(pickle.dumps(value))):
            assert (field, value) == (type(copied), copied)


def test_the_registry_finds_fields_in_any_case() -> None:
    """A class is found by its field name however that is written, and nothing is found for another name."""
    assert CLASSES == [field_class(name.upper()) for name in FIELDS]
    assert list(FIELDS) == [field.field_name.lower() for field in CLASSES]
    assert field_class("X-Unheard-Of") is None


def test_every_field_is_built_below() -> None:
    """The strategies of the next test leave no field out."""
    assert set(CLASSES) == set(BUILT)


@every_field
@settings(max_examples=60, deadline=None)  # a busy machine is no failure
@given(data=st.data())
def test_what_is_built_comes_back(field: type[Field], data: st.DataObject) -> None:
    """Whatever a constructor accepts can be sent, and is decoded to an equal value."""
    value = data.draw(BUILT[field])
    wire = value.encode()

    assert SENDABLE.fullmatch(wire)
    assert value == field.decode(wire.decode("ascii"))


@every_field
@settings(max_examples=60, deadline=None)  # a busy machine is no failure
@given(data=st.data())
def test_text_is_decoded_or_refused(field: type[Field], data: st.DataObject) -> None:
    """`decode` raises nothing but FieldError, in one line; what it accepts can be sent and comes back equal."""
    text = data.draw(nearly(field))
    try:
        value = field.decode(text)
    except FieldError as error:
        refusal = str(error)
    else:
        assert SENDABLE.fullmatch(value.encode())
        assert value == field.decode(value.encode().decode("ascii"))
        return

    assert refusal.isprintable()
    assert field.field_name in refusal
