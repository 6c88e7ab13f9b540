"""Modules are imported in a child process, so that nothing that they do harms the command or outlives it."""
