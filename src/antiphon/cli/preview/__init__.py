"""What a compiled response looks like: on the wire, as a signature, and with values made up for what varies."""
