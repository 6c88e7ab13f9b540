# Written by `nox -s generate` from src; do not edit.
"""FL: rules about Content-Disposition and ranges."""
