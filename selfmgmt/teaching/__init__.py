"""Teaching sessions: what is voted on, how answers come in, and what may be shown of them."""
