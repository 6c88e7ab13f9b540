from __future__ import annotations

from antiphon import respond

part = respond(206).bytes("video/mp4").content_range("bytes 0-1/2").compile()
