# Written by `nox -s generate` from src; do not edit.
"""SC006."""

from antiphon.rules.rule import Rule

malformed_content_security_policy: Rule
"""A policy is directives that browsers know with semicolons between them, in ASCII, and its keywords are quoted.

A directive that is misspelt, or has `:` or `=` behind its name, is ignored: with `script-src: 'none'` Chromium 156
ran every script. `none` without quotes is the name of a host."""
