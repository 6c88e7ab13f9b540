"""A page of all the responses that a project declares: its description, its HTML, and the server that shows it."""
