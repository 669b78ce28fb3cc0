"""The architecture, as tests that read like sentences; each check can fail, and a test shows it."""
