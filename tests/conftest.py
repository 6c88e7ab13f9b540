"""What every test shares."""

from __future__ import annotations

from tests.project import project as project  # noqa: PLC0414 - named again, so that pytest finds the fixture here
