"""AN: rules about the declaration itself, which no standard can know."""
