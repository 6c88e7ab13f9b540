"""The rules: one a file, in a folder for each family."""
