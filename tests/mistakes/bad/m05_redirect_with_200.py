from __future__ import annotations

from antiphon import redirect


moved = redirect(200, location="/new").compile()  # E: not a redirect status
