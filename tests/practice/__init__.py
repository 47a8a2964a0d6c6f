"""Instruments of practice."""
