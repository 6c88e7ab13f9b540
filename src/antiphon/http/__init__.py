"""The facts of the standards: grammar, statuses, dates, Set-Cookie, and lenient parsers."""
