"""Whatever text comes from a user, reading it as a field gives the field or one kind of error, with all its parts."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from antiphon import ParamError
from antiphon.headers.registry import CITATIONS, FIELDS, field_class

TEXTS = st.text(st.sampled_from('aZ0 \t\r\n\x00",;:=/?*@()<>\\%\xe9\u20ac\ud800'), max_size=12)


@pytest.mark.parametrize("name", FIELDS)
@settings(max_examples=60, deadline=None)
@given(TEXTS)
@example("")
@example("a" * 5000)
def test_any_text_is_a_field_or_a_param_error(name: str, text: str) -> None:
    """The error says which field, what, help, and the section that defines the field."""
    field = field_class(name)
    assert field is not None
    refused: ParamError | None = None
    try:
        value = field.decode(text)
    except ParamError as error:
        refused = error
    else:
        assert value == field.decode(value.encode().decode("latin-1"))
    if refused is not None:
        assert (field.field_name, CITATIONS[name]) == (refused.parameter, refused.cite)
        assert refused.what
        assert refused.help
        assert str(refused).startswith(field.field_name)
