# Written by `nox -s generate` from src; do not edit.
"""Fields whose value follows from the content, as declarations name them."""

from collections.abc import Sequence
from typing import Literal, TypeAlias, Union

from antiphon.diagnostics.call_site import CallSite
from antiphon.spec import HeaderSpec

FromContent: TypeAlias = Union[Literal["etag"], Literal["content_digest"], Literal["repr_digest"]]

def lines_from_content(fields: str | Sequence[str], call_site: CallSite) -> tuple[HeaderSpec, ...]:
    """The lines of these fields, or of this one. Raises SpecError for any other name."""
