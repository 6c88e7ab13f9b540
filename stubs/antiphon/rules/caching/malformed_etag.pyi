# Written by `nox -s generate` from src; do not edit.
"""CC015."""

from antiphon.rules.rule import Rule

malformed_etag: Rule
"""An ETag is a tag in double quotes, weak with `W/` in front of them.

Clients send it back as they read it. What is not in quotes never compares equal, so every request is answered in
full; proxies and content delivery networks drop it."""
