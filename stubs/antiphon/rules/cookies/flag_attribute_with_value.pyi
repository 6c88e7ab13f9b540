# Written by `nox -s generate` from src; do not edit.
"""CK010."""

from antiphon.rules.rule import Rule

flag_attribute_with_value: Rule
"""Secure, HttpOnly and Partitioned carry no value.

`Secure=false` and `Partitioned=false` switch the flag on in every browser: only its absence switches it off."""
