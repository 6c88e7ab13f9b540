# Written by `nox -s generate` from src; do not edit.
"""A module's source -> its stub: the same tree without function bodies and without what nobody outside can use.

Kept: docstrings, decorators, defaults, bases, class keywords, `type: ignore` comments of functions, and every private
name that something kept refers to.
What would make a stub lie is refused: a public value without a written type.
"""

import ast
from collections.abc import Callable, Iterable, Mapping, Sequence

TRANSPARENT: frozenset[str]
DECLARING: frozenset[str]
GENERICS: frozenset[str]
FIELDED: frozenset[str]

class LyingStubError(Exception):
    """The source does not say what a stub must say. The text has a line for each place."""

Known = Callable[[str], "str | ast.stmt | None"]

def strip(
    source: str,
    name: str,
    also: Iterable[str] = (),
    *,
    values: Mapping[str, tuple[str, str]] | None = None,
    known: Known = lambda _: None,
    add: Sequence[ast.stmt] = (),
    complete: bool = False,
) -> str:
    """The stub of a module, without a closing newline. `also` are private names that other modules import.

    A function under a decorator that `values` names is a value of that type, which is given as its module and its name;
    the docstring is the value's. What `known` says of a name goes before what its value shows. `add` stands before
    everything else. `complete` refuses parameters and results without a type as well, and keeps the plain values of
    classes. Raises LyingStubError.
    """

def with_docstrings(stub: str) -> str:
    """The stub with attribute docstrings in three quotes, as they are in the source."""
