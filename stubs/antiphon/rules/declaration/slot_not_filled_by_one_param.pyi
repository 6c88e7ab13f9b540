# Written by `nox -s generate` from src; do not edit.
"""AN001."""

from antiphon.rules.rule import Rule

slot_not_filled_by_one_param: Rule
"""Every header or cookie without a value is filled by one param, and every param fills one of them.

A slot that nothing fills has nothing to send; a param that fills no slot, or shares it, has no effect on the
response although callers must pass it. Field names are compared in any case, cookie names exactly."""
