"""The output of `antiphon build`."""
