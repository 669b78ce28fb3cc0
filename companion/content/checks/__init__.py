"""What must hold of the content beyond its shape, one module a kind of content."""
