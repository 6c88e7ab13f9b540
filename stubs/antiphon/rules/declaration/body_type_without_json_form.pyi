# Written by `nox -s generate` from src; do not edit.
"""AN002."""

from antiphon.rules.rule import Rule

body_type_without_json_form: Rule
"""Every field of a JSON body's type has a JSON form.

The encoder would refuse the field in every response that holds it, and the first to learn of it would be a user.
Structs, dataclasses, attrs classes, typed dicts, named tuples, enumerations, pydantic models, and unions, lists and
dictionaries of them are looked into; what a type leaves open, such as `Any`, is left to the request."""
