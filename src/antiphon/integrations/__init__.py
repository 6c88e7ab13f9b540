"""Frameworks, one file each. Nothing else of antiphon imports these."""
