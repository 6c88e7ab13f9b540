from __future__ import annotations

from antiphon import respond

missing = respond(404).problem(titel="No such user").compile()  # E: title
