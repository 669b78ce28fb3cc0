"""Settings: what can be set, saved at each change."""
