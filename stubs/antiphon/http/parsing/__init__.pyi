# Written by `nox -s generate` from src; do not edit.
"""Field values taken apart as recipients do it.

Nothing is refused here, so that a judge sees what was written.
"""
