"""Tests of the OpenAPI descriptions."""
