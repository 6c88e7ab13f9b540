"""Choose the modules that need a stub and its path."""
