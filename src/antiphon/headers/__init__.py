"""The typed fields, one a file."""
