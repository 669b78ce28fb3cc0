"""What we ship to be heard: voice, chimes and the mixer; no system library needed."""
