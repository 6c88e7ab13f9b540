"""Writes `docs/pictures/`: SVG from the sources, from the recorded figures, and from what the command prints."""

from __future__ import annotations

from pathlib import Path

import picture_diagrams
import picture_plots
import picture_sessions

PICTURES = Path(__file__).resolve().parents[2] / "docs" / "pictures"

DRAWN = {
    "benchmarks": picture_plots.benchmarks,
    "check": picture_sessions.annotated,
    "draft-states": picture_diagrams.states,
    "finding": picture_sessions.finding,
    "instructions": picture_plots.instructions,
    "response-flow": picture_diagrams.flow,
}


def generated() -> dict[Path, str | None]:
    """Every picture; None for one that nobody draws any more."""
    written: dict[Path, str | None] = {PICTURES / f"{name}.svg": draw() for name, draw in DRAWN.items()}
    return written | {path: None for path in PICTURES.glob("*.svg") if path not in written}
