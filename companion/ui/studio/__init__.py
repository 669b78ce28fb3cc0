"""The stroke studio: a window in which strokes are watched while they are written."""
