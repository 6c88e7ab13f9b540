# Written by `nox -s generate` from src; do not edit.
"""ResponseSpec -> the function that makes its responses.

Everything that can be known before a request is done here: fixed field lines and content are finished octets, and a
shape's code is shared by all specs of that shape.
"""

from typing import Any

from antiphon.compiler.compiled import Compiled, Constant
from antiphon.runtime.plan import BodyPlan
from antiphon.runtime.shape import Shape
from antiphon.runtime.slots import ParamEncoder
from antiphon.spec import ResponseSpec

def compile_spec(
    spec: ResponseSpec, *, name: str | None = None, told: bool = False
) -> Compiled[Any, Any, ...] | Constant[Any, ...]:
    """The function that makes a spec's responses. The spec is taken as judged: see `antiphon.check`.

    `name` is what the function calls itself in tracebacks; `respond_<status>` where none is given. `told` says that
    type checkers know its signature without a stub; the function remembers that for `antiphon stubs`.
    Raises LookupError where the name of a type leads nowhere, ValueError for a param without a usable name.
    """

def compile_constructor(spec: ResponseSpec, reply: Any) -> Any:
    """The `__init__` of a class of replies. Raises as `compile_spec` does."""

def parts(
    spec: ResponseSpec, body: BodyPlan, encoders: list[ParamEncoder], response: Any, instance: type | None
) -> tuple[Shape, list[Any]]:
    """A spec's shape, and the values for the parameters of the shape's factory, in their order."""

def _encoders(spec: ResponseSpec) -> list[ParamEncoder]: ...
