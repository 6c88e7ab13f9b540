"""Read Python source for the responses that it builds with other frameworks, and judge what can be seen of them."""
