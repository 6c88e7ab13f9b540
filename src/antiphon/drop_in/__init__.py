"""What the concrete response classes are made of: the checks of their arguments, and what stands in for Starlette."""
