"""Infant Massage Companion: teaches parents infant massage at home, offline."""

__version__ = "0.1.0"
