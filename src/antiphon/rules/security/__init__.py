"""SC: rules about security fields."""
