"""Code that runs per request. No pydantic."""
