from __future__ import annotations

from antiphon import respond


see_other = respond(303).location("/next").compile()
