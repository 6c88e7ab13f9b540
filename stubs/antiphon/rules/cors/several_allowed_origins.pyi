# Written by `nox -s generate` from src; do not edit.
"""CR002."""

from antiphon.rules.rule import Rule

several_allowed_origins: Rule
"""Access-Control-Allow-Origin has one value.

Two of them, with a comma, with a space or on two lines, fail in Chromium 156 with MultipleAllowOriginValues, even
where they are the same: often one comes from the application and one from a proxy."""
