# Written by `antiphon stubs`; do not edit.
"""Responses whose keywords only the compiler knows, with the stubs that `antiphon stubs` writes for them."""
