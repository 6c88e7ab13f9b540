from __future__ import annotations

from antiphon import respond

unchanged = respond(304).text("unchanged").etag("v1").compile()  # E: no content on 304
