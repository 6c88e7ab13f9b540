"""CK: rules about cookies."""
