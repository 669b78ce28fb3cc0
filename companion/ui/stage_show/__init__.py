"""A demonstration on the screens: what the family sees, what the therapist sees, and the keys."""
