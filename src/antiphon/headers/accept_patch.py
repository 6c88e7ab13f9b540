"""Accept-Patch (RFC 5789 section 3.1): the media types of patches that the resource takes."""

from __future__ import annotations

from typing import ClassVar

from antiphon.headers.media_type_list import MediaTypeList


class AcceptPatch(MediaTypeList):
    """Media types, such as `AcceptPatch("application/merge-patch+json")`. Raises FieldError for what is none."""

    __slots__ = ()
    field_name: ClassVar[str] = "Accept-Patch"
    examples: ClassVar[tuple[str, ...]] = (
        "application/merge-patch+json, application/json-patch+json",
        "text/example;charset=utf-8",
    )
