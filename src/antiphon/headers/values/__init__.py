"""Values that several fields share: lists, tokens, numbers, dates, structured values."""
