"""Show a compiled response: as HTTP text, as a signature, and with made-up values for its params."""
