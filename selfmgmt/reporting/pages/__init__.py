"""Pages that are made of sections without a notebook."""
