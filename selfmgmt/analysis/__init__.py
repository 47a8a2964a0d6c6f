"""What the outcomes mean: options compared, what drives the spread."""
