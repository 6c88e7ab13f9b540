"""Accept-Patch (RFC 5789 section 3.1): the media types of patches that the resource takes."""

from __future__ import annotations

from typing import ClassVar

from antiphon.headers.field import FieldError
from antiphon.headers.values.media_type_list import MediaTypeList


class AcceptPatch(MediaTypeList):
    """Media types, such as `AcceptPatch("application/merge-patch+json")`. Raises FieldError for an invalid one."""

    __slots__ = ()
    field_name: ClassVar[str] = "Accept-Patch"
    examples: ClassVar[tuple[str, ...]] = (
        "application/merge-patch+json, application/json-patch+json",
        "text/example;charset=utf-8",
    )

    @classmethod
    def check(cls, member: str) -> None:
        super().check(member)
        if "*" in member.partition(";")[0]:
            raise FieldError(f"{cls.field_name}: {member!r} is a range of media types, and each is to be named")
