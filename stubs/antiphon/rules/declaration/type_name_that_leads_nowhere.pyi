# Written by `nox -s generate` from src; do not edit.
"""AN008."""

from antiphon.rules.rule import Rule

type_name_that_leads_nowhere: Rule
"""The name of a body's or a param's type leads to a type.

Without the type the response cannot be compiled, and neither its content nor its argument can be checked."""
