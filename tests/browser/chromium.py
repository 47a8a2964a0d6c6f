"""Where Chromium is on this computer, and what to do when it is not there."""

import os
import shutil
import sys

NAMES = (
    "chromium-headless-shell",  # without windows, so that a new context costs a fifth
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "chrome",
)
FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
MISSING = """\
Chromium is needed to test the pages, and is not on this computer. Get it in one of these ways:
  Debian:          sudo apt-get install chromium-headless-shell
  Ubuntu:          sudo apt-get install chromium
  Fedora:          sudo dnf install chromium
  macOS:           brew install --cask chromium
or say where a Chrome or Chromium of your own is: CHROMIUM=/path/to/it make test
To run only what needs no browser: .venv/bin/python -m pytest --ignore=tests/browser"""


def find_chromium() -> str | None:
    """The path of Chromium: ``$CHROMIUM``, or the first known name on the search path."""
    names = (os.environ.get("CHROMIUM", ""), *NAMES)
    return next((path for name in names if name and (path := shutil.which(name))), None)


if __name__ == "__main__":
    found = find_chromium()
    print(found or MISSING, file=sys.stdout if found else sys.stderr)
    sys.exit(0 if found else 1)
