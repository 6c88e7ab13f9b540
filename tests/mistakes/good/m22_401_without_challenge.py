from __future__ import annotations

from antiphon import Problem, respond

refused = respond(401).json(Problem).www_authenticate("Bearer").compile()
