from __future__ import annotations

from antiphon import redirect


moved = redirect(308, location="/new").compile()
