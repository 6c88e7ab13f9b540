"""Files as content: opened, described, judged against the request, and sent. No pydantic."""
