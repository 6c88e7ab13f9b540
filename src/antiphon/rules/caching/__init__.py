"""CC: rules about caching."""
