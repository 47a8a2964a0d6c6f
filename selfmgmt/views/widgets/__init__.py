"""Controls for a notebook page: what a reader moves, and what it shows at once."""
