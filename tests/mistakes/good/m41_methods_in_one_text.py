from __future__ import annotations

from antiphon import Problem, method_not_allowed

refused = method_not_allowed(Problem, allow=["GET"]).compile()
