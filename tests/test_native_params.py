"""Params by the extension are params by Python: the same lines in the same order, the same refusals."""

from __future__ import annotations

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from antiphon import Params, respond
from tests.native_params import Declared, declared, keywords, namespace, values
from tests.native_twins import by_object, by_send, needs_extension

pytestmark = needs_extension

#: The content that a body takes with each call.
CONTENT: dict[str, list[Any]] = {"none": [], "fixed": [], "text": ["x"], "JSON": [{"a": 1}]}


def compiled(chosen: Declared, body: str) -> Any:
    """A response with these params."""
    draft: Any = respond(201).header("X-Fixed", "100%")
    if "user" in chosen:
        draft = draft.location("/users%25/{user}?page={page}")
    if body in ("text", "fixed"):
        draft = draft.text(*(["always so"] if body == "fixed" else []))
    elif body == "JSON":
        draft = draft.json(dict[str, int]).background("on_success")
    return draft.params(type("Declared", (Params,), namespace(chosen))).compile()


@settings(max_examples=250, deadline=None)
@given(chosen=declared(), body=st.sampled_from(sorted(CONTENT)), data=st.data())
def test_params_are_said_alike(chosen: Declared, body: str, data: st.DataObject) -> None:
    """Whatever is given for them, left out, or not theirs."""
    respond = compiled(chosen, body)
    for _ in range(4):
        given = data.draw(keywords(chosen))
        content = [*CONTENT[body], *[data.draw(values) for _ in range(data.draw(st.integers(0, 19)) // 19)]]

        python, native = by_object(respond, *content, **given)
        assert python == native
        python, native = by_send(respond, *content, **given)
        assert python == native
