"""Clips and music against the real libVLC, on films that are made here."""
