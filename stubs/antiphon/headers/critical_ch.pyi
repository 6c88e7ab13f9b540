# Written by `nox -s generate` from src; do not edit.
"""Critical-CH (Client Hints Reliability section 3): the hints without which a browser asks again."""

from typing import ClassVar

from antiphon.headers.accept_ch import AcceptCH

class CriticalCH(AcceptCH):
    """Names of request fields that Accept-CH lists as well. Raises FieldError for a name that is not a token."""

    __slots__ = ()
    field_name: ClassVar[str]
