"""Hypothesis strategies of declared responses: what a call gives, and what it makes. Needs `antiphon[hypothesis]`.

Every value is one that the declaration takes: param types with their texts, the grammars of fields and cookies, and the
constraints of msgspec.Meta, annotated-types and pydantic's Field. A type that
`hypothesis.strategies.register_type_strategy` knows is drawn by its strategy.
"""

from antiphon.testing.strategies.present import present as _present

_present()

from antiphon.testing.strategies.declared import content, params, responses  # noqa: E402 - not before it is known to be there
from antiphon.testing.strategies.no_strategy import NoStrategy  # noqa: E402 - as above

__all__ = ["NoStrategy", "content", "params", "responses"]
