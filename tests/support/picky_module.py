"""A module whose response has content that nobody can make up."""

from __future__ import annotations

#: Its declared type refuses every value.
PICKY = """\
    from dataclasses import dataclass
    from antiphon import respond

    @dataclass
    class Picky:
        x: int
        def __post_init__(self):
            raise ValueError("never")

    picky = respond(200).json(Picky).compile()
"""
