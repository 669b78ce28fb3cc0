"""Screens and widgets: they show states and forward what the caregiver does."""
