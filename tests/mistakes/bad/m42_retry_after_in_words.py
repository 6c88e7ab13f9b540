from __future__ import annotations

from antiphon import Problem, respond

shown = respond(503).json(Problem).retry_after("soon").compile()  # E: seconds or a moment
