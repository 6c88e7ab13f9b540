# Written by `nox -s generate` from src; do not edit.
"""The judge for responses that antiphon did not build."""

from collections.abc import Iterable
from typing import Protocol, TypeAlias

from antiphon.diagnostics.diagnostic import Diagnostic
from antiphon.rules.profile import Profile

Text: TypeAlias = str | bytes

class Fields(Protocol):
    """An object with field lines: a mapping, an email.message.Message, the headers of a client."""

    def items(self) -> Iterable[tuple[Text, Text]]:
        """The lines, as names and values."""

def check_wire(
    status: int,
    headers: Fields | Iterable[tuple[Text, Text]],
    body: bytes | None = None,
    method: str = "GET",
    *,
    url: str | None = None,
    profile: Profile = "default",
) -> tuple[Diagnostic, ...]:
    """The findings about a response of any service, in code order; empty if nothing is wrong.

    An error says that a client drops, alters or rejects something, or that it is dangerous; a warning, that a client or
    cache reads something otherwise than it was meant. How a sender should have written what all of them take as it was
    meant is info, or left out: `check` is the judge of one's own declarations.

    `headers` are the field lines in their order, bytes read as latin-1; of a mapping that can hold a name twice, all
    lines are read. `body` is the content as it was sent, before anything is decoded, b"" for none and None where it is
    not known. With `url`, the rules that need the scheme and the host judge as well. A path names a line, such as
    `Set-Cookie[1].Max-Age`; no message holds a cookie's value.

    Raises WireError, a ValueError, for what no response can have been; a response that is wrong is judged.
    """
