from __future__ import annotations

from antiphon import Problem, respond

refused = respond(405).json(Problem).compile()  # E: 405 without Allow
