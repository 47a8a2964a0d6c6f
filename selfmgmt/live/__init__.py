"""The live page: one file in which the model runs in the browser, without anything installed."""

from pathlib import Path

MODEL = Path(__file__).parent / "model" / "model.js"
"""The model in JavaScript; what it exports is what a page may call."""
