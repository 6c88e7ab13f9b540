# Written by `nox -s generate` from src; do not edit.
"""AN014."""

from antiphon.rules.rule import Rule

length_of_varying_content: Rule
"""Content that is given with each call has a length of its own each time, which antiphon counts and sends.

A length that is declared as well stands beside it as a second one. Where the two differ, nobody knows where the
content ends: servers refuse such a response, and proxies that let it pass let the next one be smuggled."""
