"""The day card: a baby's day drawn in quarters of an hour, with a few counts and a note."""
