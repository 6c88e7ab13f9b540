from __future__ import annotations

from antiphon import Problem, respond

missing = respond(404).json(Problem).compile()
