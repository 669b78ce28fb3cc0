"""Figures that are held to budgets.toml: `python -m benchmarks.run`."""
