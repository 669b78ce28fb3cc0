"""Composition root: the one place that builds everything and hands it over."""
