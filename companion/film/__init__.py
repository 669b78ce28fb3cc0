"""A routine as a film file: pictures with their words, sound, and the file that holds both."""
