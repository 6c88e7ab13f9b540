from __future__ import annotations

from antiphon import respond

unchanged = respond(304).etag("v1").compile()
