"""PDF handouts and reports."""
