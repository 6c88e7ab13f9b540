"""SF: rules about structured fields, and about fields of other grammars."""
