# Written by `nox -s generate` from src; do not edit.
"""Accept-Patch (RFC 5789 section 3.1): the media types of patches that the resource takes."""

from typing import ClassVar

from antiphon.headers.values.media_type_list import MediaTypeList

class AcceptPatch(MediaTypeList):
    """Media types, such as `AcceptPatch("application/merge-patch+json")`. Raises FieldError for an invalid one."""

    __slots__ = ()
    field_name: ClassVar[str]
    examples: ClassVar[tuple[str, ...]]

    @classmethod
    def check(cls, member: str) -> None: ...
