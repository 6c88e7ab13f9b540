# Written by `nox -s generate` from src; do not edit.
"""What a slow command is doing, for somebody who watches."""

from types import TracebackType
from typing import Self, TextIO

class Progress:
    """One line on a terminal that says what is being done, once it takes longer than a second; silent elsewhere."""

    def __init__(self, stream: TextIO, *, after: float = 1.0) -> None: ...
    def __enter__(self) -> Self: ...
    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None
    ) -> None: ...
    def step(self, text: str) -> None:
        """What is being done from now on."""
