"""Routines: what there is, for whom, and Begin."""
