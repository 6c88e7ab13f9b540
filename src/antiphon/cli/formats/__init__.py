"""How a report is written: a module here is a format, and its `write` gives the text.

`CLOSING` says whether that text ends with the closing line; where it does not, the line goes to stderr.
"""
