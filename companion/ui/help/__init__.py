"""Getting help: signs and numbers, and the plan for crying."""
