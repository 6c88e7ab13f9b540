"""Readers of octets from anybody, given octets that nobody would write."""
