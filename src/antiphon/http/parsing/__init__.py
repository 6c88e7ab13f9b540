"""Parsers of field values, as lenient as recipients.

Nothing is refused here, so that the rules see the value as it was written.
"""
