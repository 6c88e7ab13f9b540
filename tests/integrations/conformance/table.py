"""The features that are asked of every framework, and those that one could not carry: the reference page is made of it.

Each cell is a test. The conformance suite compares what a framework's service leaves out with what is said here.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple


class Feature(NamedTuple):
    """A row of the table, and the test that is its cell."""

    title: str
    test: str


_WIRE = "test_the_wire_is_that_of_asgi"
FEATURES: Mapping[str, Feature] = {
    "order": Feature("status, lines in their order, body", f"{_WIRE}[created]"),
    "repeated": Feature("repeated fields", f"{_WIRE}[repeated]"),
    "cookies": Feature("cookies, Partitioned on Python 3.11", f"{_WIRE}[cookies]"),
    "head": Feature("HEAD", f"{_WIRE}[created-head]"),
    "204": Feature("204", f"{_WIRE}[bodiless]"),
    "304": Feature("304", f"{_WIRE}[unchanged]"),
    "stream": Feature("streams", f"{_WIRE}[stream]"),
    "lines": Feature("JSON Lines", f"{_WIRE}[lines]"),
    "events": Feature("events", f"{_WIRE}[events]"),
    "file": Feature("files", f"{_WIRE}[file]"),
    "range": Feature("ranges of files", f"{_WIRE}[file-range]"),
    "utf-8": Feature("UTF-8 in a field", f"{_WIRE}[utf-8-in-a-field]"),
    "octets": Feature("any octets in a field", f"{_WIRE}[octets-in-a-field]"),
    "raised": Feature("raised replies", f"{_WIRE}[raised]"),
    "client": Feature("its test client", "test_the_frameworks_client_reads_the_same"),
    "added": Feature("hooks and middleware add lines", "test_what_is_around_adds_lines[created]"),
    "around raised": Feature("the same for what is raised", "test_what_is_around_adds_lines[raised]"),
    "changed": Feature("hooks and middleware change lines", "test_what_is_around_changes_a_line[created]"),
    "work": Feature("background work", "test_background_work_runs[work]"),
    "early error": Feature(
        "an error before the first piece is a 500", "test_an_error_before_the_first_piece_is_the_frameworks"
    ),
    "late error": Feature("a later one breaks off", "test_an_error_between_pieces_breaks_the_answer_off"),
    "left": Feature("a client that leaves ends the content", "test_a_client_that_leaves_ends_the_content"),
}
FRAMEWORKS: Mapping[str, str] = {
    "starlette_and_fastapi": "Starlette, FastAPI",
    "litestar": "Litestar",
    "flask": "Flask",
    "django": "Django",
    "django_rest": "ninja, DRF, dmr",
    "aiohttp": "aiohttp",
    "quart": "Quart",
    "sanic": "Sanic",
    "falcon": "Falcon",
    "blacksheep": "BlackSheep",
}
_UTF_8 = "it writes values in UTF-8: other octets raise UnicodeDecodeError, which is a 500"
#: The reason for each feature that a framework does not carry.
MISSING: Mapping[str, Mapping[str, str]] = {
    "litestar": {"around raised": "Litestar calls no `after_request` hook for what is raised; ASGI middleware sees it"},
    "aiohttp": {"octets": _UTF_8},
    "quart": {"octets": _UTF_8},
    "blacksheep": {"around raised": "BlackSheep's middlewares are not around what is raised"},
}
#: The shortcomings of frameworks' own test clients; the wire has it all.
CLIENTS: Mapping[str, str] = {
    "starlette_and_fastapi": "it cannot read fields outside ASCII",
    "litestar": "it cannot read fields outside ASCII",
    "quart": "of HEAD it shows the body that a server leaves out",
    "sanic": "it is a package of its own, and asks a server: so does the suite",
    "falcon": "it keeps one line for each name, and by WSGI wants a Content-Type of whatever has a length",
    "blacksheep": "of HEAD it shows the body that a server leaves out",
}
