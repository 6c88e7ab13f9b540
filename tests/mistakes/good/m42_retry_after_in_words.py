from __future__ import annotations

from antiphon import Problem, respond

shown = respond(503).json(Problem).retry_after(30).compile()
