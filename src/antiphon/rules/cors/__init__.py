"""Rules about cors."""
