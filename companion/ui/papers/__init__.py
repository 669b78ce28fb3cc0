"""Print or save: handouts and reports, asked for from the screens."""
