"""Fields whose value follows from the content, as declarations name them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, TypeAlias, Union

from antiphon.builder.refused import refused
from antiphon.diagnostics.call_site import CallSite
from antiphon.spec import HeaderSpec

FromContent: TypeAlias = Union[Literal["etag"], Literal["content_digest"], Literal["repr_digest"]]

_NAMES = {"etag": "ETag", "content_digest": "Content-Digest", "repr_digest": "Repr-Digest"}


def lines_from_content(fields: str | Sequence[str], call_site: CallSite) -> tuple[HeaderSpec, ...]:
    """The lines of these fields, or of this one. Raises SpecError for any other name."""
    names = (fields,) if isinstance(fields, str) else tuple(fields)
    for name in names:
        if not isinstance(name, str) or name not in _NAMES:
            what = f"{name!r} does not follow from the content"
            raise refused(what, "headers", f"give one of {', '.join(_NAMES)}", call_site)
    return tuple(HeaderSpec(name=_NAMES[name], from_content=True) for name in names)
