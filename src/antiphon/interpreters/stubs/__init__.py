"""Stubs for signatures that only the compiler knows."""
