from __future__ import annotations

from antiphon import Bodiless, ETag


class Unchanged(Bodiless, status=304, etag=ETag("v1")): ...
