"""From Begin to play: today's check, what comes of it, and the plan."""
