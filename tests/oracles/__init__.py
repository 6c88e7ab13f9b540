"""Judges that antiphon did not write, set beside antiphon's own."""
