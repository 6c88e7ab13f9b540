# Written by `nox -s generate` from src; do not edit.
"""Hypothesis strategies of declared responses: what a call gives, and what it makes. Needs `antiphon[hypothesis]`.

Every value is one that the declaration takes: param types with their texts, the grammars of fields and cookies, and the
constraints of msgspec.Meta, annotated-types and pydantic's Field. A type that
`hypothesis.strategies.register_type_strategy` knows is drawn by its strategy.
"""

from antiphon.testing.strategies.declared import content, params, responses
from antiphon.testing.strategies.no_strategy import NoStrategy

__all__ = ["NoStrategy", "content", "params", "responses"]
