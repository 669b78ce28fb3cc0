"""libVLC: clips and music that people bring."""
