"""The live page: one file in which the model runs in the browser, without anything installed."""

from pathlib import Path

MODEL = Path(__file__).parent / "model" / "model.js"
"""The model in JavaScript; what it exports is what a page may call."""
PAGE_PARTS = Path(__file__).parent / "page" / "parts.js"
"""The session behind the page and the case file that it writes, without the page."""
