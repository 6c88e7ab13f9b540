"""CR: rules about cross-origin requests."""
