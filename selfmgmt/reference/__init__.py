"""Public figures: municipalities, peers, finance history, shared organisations."""
