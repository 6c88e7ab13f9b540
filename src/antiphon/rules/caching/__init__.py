"""Rules about caching."""
