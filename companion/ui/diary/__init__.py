"""The diary: a calendar, the list of sessions, and one page for each of them."""
