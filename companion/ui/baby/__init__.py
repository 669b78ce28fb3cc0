"""Baby: who is massaged, what to know of them, who says yes, and who massages."""
