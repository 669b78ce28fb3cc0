"""The strokes one by one: a list of all, and a page for each with its moving drawing, its words and its films."""
