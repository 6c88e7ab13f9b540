"""ST: rules about the status, and what it demands of fields and content."""
