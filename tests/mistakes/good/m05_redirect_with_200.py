from __future__ import annotations

from antiphon import redirect


moved = redirect(303, location="/new").compile()
