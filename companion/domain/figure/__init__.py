"""The puppet: what the hands and the baby do, as a pure function of (stroke, side, time)."""
