"""Change one thing in the science at a time, and see whether its tests notice."""
