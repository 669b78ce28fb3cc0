"""Pictures of the diary: weeks, states, the day and time chart, the hours of crying, and strokes that are liked."""
