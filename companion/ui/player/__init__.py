"""The player: one step at a time, drawn, spoken, written and counted."""
