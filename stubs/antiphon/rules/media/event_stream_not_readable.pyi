# Written by `nox -s generate` from src; do not edit.
"""CT011."""

from antiphon.rules.rule import Rule

event_stream_not_readable: Rule
"""A text/event-stream response is a 200, with charset=utf-8 or no charset at all.

EventSource fails for good on any other status (201, 202, 206, 4xx, 5xx were tried in Chromium 156) and on any
other charset: no event is read, and it does not reconnect."""
