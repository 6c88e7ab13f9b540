"""A package, so that no other `tests` on the path can be found before it: some distributions install one."""
