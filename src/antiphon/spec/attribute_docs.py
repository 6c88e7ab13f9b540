"""The texts below a class's attributes, read from its source when somebody asks.

Pydantic does the same for each model while the class is made (`use_attribute_docstrings`), which costs a tenth of
importing the builder; only JSON Schema needs the texts.
"""

from __future__ import annotations

import ast
import functools
import inspect
import textwrap
from itertools import pairwise


@functools.cache
def attribute_docs(cls: type) -> dict[str, str]:
    """The text below each attribute of a class and its bases; none of a class whose source is out of reach."""
    found: dict[str, str] = {}
    for base in reversed(cls.__mro__):
        found |= _own(base)
    return found


@functools.cache
def _own(cls: type) -> dict[str, str]:
    try:
        body = ast.parse(textwrap.dedent(inspect.getsource(cls))).body[0]
    except (OSError, TypeError, SyntaxError):  # a class of C, or of a process that has no sources
        return {}
    statements = body.body if isinstance(body, ast.ClassDef) else []
    return {
        attribute.target.id: inspect.cleandoc(text.value.value)
        for attribute, text in pairwise(statements)
        if isinstance(attribute, ast.AnnAssign)
        and isinstance(attribute.target, ast.Name)
        and isinstance(text, ast.Expr)
        and isinstance(text.value, ast.Constant)
        and isinstance(text.value.value, str)
    }
