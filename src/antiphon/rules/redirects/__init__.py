"""RD: rules about Location and redirects."""
