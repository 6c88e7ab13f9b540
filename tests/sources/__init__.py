"""Tests of antiphon.sources."""
