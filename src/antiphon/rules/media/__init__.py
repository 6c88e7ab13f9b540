"""Rules about media."""
