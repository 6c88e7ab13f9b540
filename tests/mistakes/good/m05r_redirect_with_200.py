from __future__ import annotations

from antiphon import Redirect


class Moved(Redirect, status=303): ...
