"""Sentences made from results, by subject; always with a range, and with what is not certain."""
