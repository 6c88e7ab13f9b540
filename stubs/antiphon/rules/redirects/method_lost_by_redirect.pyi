# Written by `nox -s generate` from src; do not edit.
"""RD007."""

from antiphon.rules.rule import Rule

method_lost_by_redirect: Rule
"""A redirect of a POST says whether it stays a POST: 307 and 308 keep the method, 303 makes it a GET.

For 301 and 302 it is up to the client: Chromium 156 turns POST into GET, without its content, and keeps PUT, PATCH
and DELETE; command-line clients differ. It is judged where the spec says that it answers POST."""
