"""The clinic: what a therapist does with a family before them."""
