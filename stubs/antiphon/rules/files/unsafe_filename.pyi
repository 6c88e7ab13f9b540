# Written by `nox -s generate` from src; do not edit.
"""FL006."""

from antiphon.rules.rule import Rule

unsafe_filename: Rule
"""A file name is no path: it has no separator, no control, no dot in front or behind, nothing that reverses it.

Browsers rewrite it: Chromium 156 saved `../../etc/passwd` as _.._etc_passwd and `.htaccess` as htaccess. Behind
U+202E a name that ends in .exe is shown as ending in .jpg. Other clients write where the path says."""
