# Written by `nox -s generate` from src; do not edit.
"""The typed fields, one a file: a field module is one that defines a class with a `field_name`.

Every field is an `antiphon.headers.field.Field`: building a value checks it, `decode` reads it, `encode` writes it.
"""
