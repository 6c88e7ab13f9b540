# Written by `nox -s generate` from src; do not edit.
"""CT012."""

from antiphon.rules.rule import Rule

malformed_event_stream: Rule
"""Every line of an event stream is a field that clients know or a comment, and every event ends with an empty line.

Chromium 156 ignores `retry: 1e3`, an id that holds NUL, and fields such as `DATA`, and loses the last event where
no empty line follows. An event without data never fires."""
