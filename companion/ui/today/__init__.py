"""Today: what to do now, how the week went, and what to think of before."""
