"""The sections of a report: each thing told once, for every document that tells it."""
