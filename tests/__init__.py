"""A package, so that no other `tests` on the path can stand before it: some distributions install one."""
