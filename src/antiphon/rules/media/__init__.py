"""CT: rules about media types and content."""
