"""Clips on the screen: a film with our caption and controls, taking one in with a trim, and the films of a stroke."""
