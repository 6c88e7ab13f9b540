"""One value as octets, by the code that renders the content of a whole response: for bodies made of several values."""

from __future__ import annotations

import functools
import importlib
from collections.abc import Callable
from typing import Any

from antiphon.runtime.codegen import RUN_TIME, noting
from antiphon.runtime.compiled_text import compiled_text
from antiphon.runtime.functions import Functions
from antiphon.runtime.lines_of_code import indented
from antiphon.runtime.plan import Content
from antiphon.runtime.shape import Shape


def content_encoder(content: Content) -> Callable[[Any], bytes]:
    """A function from a value to its octets; it narrows and refuses values as a response's own content is.

    It raises ParamError for a value that is not of the declared type or cannot be encoded.
    """
    make, bindings = _factory(
        Shape(
            lines=(),
            parameters=(),
            content="octets" if content.encode is None else "encoded",
            exact=content.exactness,
            own_media_type=False,
            keywords=content.keywords,
            floats=content.floats,
            nan_signs=content.nan_signs,
            untyped=content.untyped,
        )
    )
    made: Callable[[Any], bytes] = make(*(getattr(content, name.removeprefix("_")) for name in bindings))
    return made


@functools.cache
def _factory(shape: Shape) -> tuple[Callable[..., Any], tuple[str, ...]]:
    """The text of an encoder, compiled, and its bindings, each named as the field of Content that it is bound to."""
    bindings: dict[str, None] = {}
    lines = Functions(shape, noting(bindings)).encoder()
    function = ["def encode(content):", *indented(lines), "return encode"]
    text = "\n".join([f"def factory({', '.join(bindings)}):", *indented(function), ""])
    names = {name: getattr(importlib.import_module(module), there) for name, (module, there) in RUN_TIME.items()}
    return compiled_text(text, "encoder", "factory", names), tuple(bindings)
