"""What the trade knows, in pure Python: no toolkit, no files, no wall clock."""
