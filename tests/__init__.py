"""The tests mirror the package; each name is a sentence."""
