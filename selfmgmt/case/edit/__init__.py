"""Editing a case: options, criteria, weights, own assumptions, and taking a step back."""
