"""A rule's page in Markdown."""
