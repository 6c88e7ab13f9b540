"""Describe responses in OpenAPI: what is sent, as Response Objects and the components that they refer to."""
