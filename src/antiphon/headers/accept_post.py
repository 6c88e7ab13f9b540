"""Accept-Post (Linked Data Platform section 7.1): the media types that the resource takes by POST."""

from __future__ import annotations

from typing import ClassVar

from antiphon.headers.values.media_type_list import MediaTypeList


class AcceptPost(MediaTypeList):
    """Media types or ranges of them, such as `AcceptPost("text/turtle", "image/*")`.

    Raises FieldError for an invalid media type or range.
    """

    __slots__ = ()
    field_name: ClassVar[str] = "Accept-Post"
    examples: ClassVar[tuple[str, ...]] = ("application/json", "text/turtle, image/*")
