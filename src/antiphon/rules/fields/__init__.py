"""HD: rules about field names and values."""
