from __future__ import annotations

from antiphon import respond

missing = respond(404).problem(title="No such user").compile()
