# Written by `nox -s generate` from src; do not edit.
"""SC014."""

from antiphon.rules.rule import Rule

ineffective_clear_site_data: Rule
"""Clear-Site-Data is a list of types that browsers know, each in double quotes, and is sent over https.

Without quotes, in single ones, with capitals or a parameter, and over http, Chromium 156 cleared nothing: after a
logout the data is still there."""
