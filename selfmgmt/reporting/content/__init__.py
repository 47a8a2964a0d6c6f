"""What reports are about: cases with all that is computed from them, and their sections."""
