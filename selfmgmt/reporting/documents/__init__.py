"""Documents made of a report: PDF, Word, and slides for the council."""
