"""Pictures as SVG: text, boxes and arrows on a panel of its own, so that they look the same on light and dark pages."""

from __future__ import annotations

from html import escape
from typing import Final

INK: Final = "#1f2933"
PANEL: Final = "#f7f9fb"
LINE: Final = "#5a6b7b"
ACCENTS: Final = {"blue": "#1d5fa8", "green": "#1f7a4d", "red": "#b3261e", "grey": "#5a6b7b", "amber": "#8a5a00"}
FILLS: Final = {"blue": "#e3eefa", "green": "#e2f3ea", "red": "#fbe6e4", "grey": "#e9eef2", "amber": "#fbf0d9"}

_SANS = "system-ui,-apple-system,'Segoe UI',Roboto,'DejaVu Sans',sans-serif"
_MONO = "ui-monospace,'SF Mono',Menlo,Consolas,'DejaVu Sans Mono',monospace"


class Drawing:
    """A picture in the making; `svg` is the whole of it, with a title that screen readers say."""

    def __init__(self, width: int, height: int, title: str, *, panel: str = PANEL) -> None:
        self.width, self.height, self.title = width, height, title
        self._parts = [f'<rect width="{width}" height="{height}" rx="10" fill="{panel}"/>']

    def text(
        self, x: float, y: float, text: str, *, size: int = 14, colour: str = INK, anchor: str = "start",
        mono: bool = False, bold: bool = False,
    ) -> None:  # fmt: skip
        """A line of text; `y` is its base line."""
        weight = ' font-weight="600"' if bold else ""
        family = _MONO if mono else _SANS
        self._parts.append(
            f'<text x="{x:g}" y="{y:g}" font-family="{family}" font-size="{size}" fill="{colour}"'
            f' text-anchor="{anchor}"{weight} xml:space="preserve">{escape(text, quote=False)}</text>'
        )

    def box(
        self, x: float, y: float, width: float, height: float, *, accent: str = "grey", dashed: bool = False
    ) -> None:
        """A rounded box in an accent's fill, with its edge."""
        dash = ' stroke-dasharray="5 4"' if dashed else ""
        self._parts.append(
            f'<rect x="{x:g}" y="{y:g}" width="{width:g}" height="{height:g}" rx="7" fill="{FILLS[accent]}"'
            f' stroke="{ACCENTS[accent]}" stroke-width="1.5"{dash}/>'
        )

    def bar(self, x: float, y: float, width: float, height: float, colour: str) -> None:
        """A bar of a plot."""
        self._parts.append(f'<rect x="{x:g}" y="{y:g}" width="{width:g}" height="{height:g}" fill="{colour}"/>')

    def disc(self, x: float, y: float, radius: float, colour: str) -> None:
        """A filled circle."""
        self._parts.append(f'<circle cx="{x:g}" cy="{y:g}" r="{radius:g}" fill="{colour}"/>')

    def line(self, x1: float, y1: float, x2: float, y2: float, *, colour: str = LINE, dashed: bool = False) -> None:
        """A thin line."""
        dash = ' stroke-dasharray="4 4"' if dashed else ""
        self._parts.append(f'<path d="M{x1:g} {y1:g}L{x2:g} {y2:g}" stroke="{colour}" stroke-width="1.5"{dash}/>')

    def arrow(self, x1: float, y1: float, x2: float, y2: float, *, colour: str = LINE) -> None:
        """A line with a head; it runs along one axis, or the head is that of its longer one."""
        self.line(x1, y1, x2, y2, colour=colour)
        if abs(x2 - x1) >= abs(y2 - y1):
            back = -7 if x2 > x1 else 7
            head = f"M{x2 + back:g} {y2 - 5:g}L{x2:g} {y2:g}L{x2 + back:g} {y2 + 5:g}"
        else:
            back = -7 if y2 > y1 else 7
            head = f"M{x2 - 5:g} {y2 + back:g}L{x2:g} {y2:g}L{x2 + 5:g} {y2 + back:g}"
        self._parts.append(f'<path d="{head}" fill="none" stroke="{colour}" stroke-width="1.5"/>')

    @property
    def svg(self) -> str:
        """The picture, a part on each line."""
        head = (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {self.width} {self.height}" width="{self.width}"'
            f' height="{self.height}" role="img" aria-label="{escape(self.title)}">'
        )
        note = "<!-- Written by `nox -s generate`; do not edit. -->"
        return "\n".join([head, note, f"<title>{escape(self.title)}</title>", *self._parts, "</svg>", ""])
