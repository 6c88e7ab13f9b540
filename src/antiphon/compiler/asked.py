"""Whether a judge of what is sent has asked for responses that know of which spec they are."""

from __future__ import annotations


class Asked:
    """The state of this process. `trace` sets it before a compiler is loaded, and loads none."""

    by_a_judge: bool = False
    """Whether `trace` was called."""


def trace() -> None:
    """Let responses that are compiled from now on know of which spec they are."""
    Asked.by_a_judge = True
