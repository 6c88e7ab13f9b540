from __future__ import annotations

from antiphon import Problem, respond

refused = respond(401).json(Problem).compile()  # E: 401 without WWW-Authenticate
