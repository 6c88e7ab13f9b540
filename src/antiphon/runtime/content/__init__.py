"""Encoders of content to octets."""
