"""Welcome: the first start, in under a minute, and nothing of it needed."""
