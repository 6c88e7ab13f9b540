from __future__ import annotations

from antiphon import Bodiless


class Done(Bodiless): ...
