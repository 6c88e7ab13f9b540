"""The shop on other frameworks, with the same declarations: an application each, around one counter."""
