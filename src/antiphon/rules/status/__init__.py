"""Rules about status."""
