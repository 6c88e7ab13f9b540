"""From what the user names to what was found there."""
