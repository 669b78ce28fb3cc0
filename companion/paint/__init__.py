"""draw(Drawing, QPainter, Palette): the only code that knows QPainter."""
