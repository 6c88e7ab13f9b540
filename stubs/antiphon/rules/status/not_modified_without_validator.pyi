# Written by `nox -s generate` from src; do not edit.
"""ST005."""

from antiphon.rules.rule import Rule

not_modified_without_validator: Rule
"""A 304 repeats the ETag, Cache-Control, Content-Location, Date, Expires and Vary of the 200 that it stands for.

What it repeats freshens the stored response; without a validator a cache that stores several responses cannot
tell which one is still good. Other metadata, such as a Content-Type, overwrites what the cache knows."""
