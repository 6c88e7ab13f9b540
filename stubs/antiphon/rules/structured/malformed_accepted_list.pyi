# Written by `nox -s generate` from src; do not edit.
"""SF015."""

from antiphon.rules.rule import Rule

malformed_accepted_list: Rule
"""Accept, Accept-Patch, Accept-Post and Accept-Query are lists of media types, and Allow of methods.

Clients pick from the list what to send next. They find nothing in one that they cannot read, and nothing under
`get`, since methods match by case."""
