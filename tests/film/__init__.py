"""A routine as a film: what is painted, what is written, and whether it plays."""
