"""Your data: safe copies and the way back to them, files to take along or bring in, the passcode, and deleting."""
