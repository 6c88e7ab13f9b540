"""Which modules get a stub, and where it stands."""
