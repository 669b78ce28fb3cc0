"""Wrap-up: a kind word, how baby was, and a note."""
