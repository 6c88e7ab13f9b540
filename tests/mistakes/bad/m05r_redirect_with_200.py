from __future__ import annotations

from antiphon import Redirect


class Moved(Redirect, status=200): ...  # E: not a redirect status
