"""Reads and checks data/ and turns it into domain objects, per language."""
