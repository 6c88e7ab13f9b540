from __future__ import annotations

from antiphon import respond

part = respond(206).bytes("video/mp4").compile()  # E: 206 without Content-Range
