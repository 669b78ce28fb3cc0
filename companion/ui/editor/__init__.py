"""The routine editor: strokes in a row, what the rules say of them, and how long it all takes."""
