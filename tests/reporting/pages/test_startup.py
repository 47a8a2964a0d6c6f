"""A quick start."""

import subprocess
import sys


def test_the_slow_check_is_left_out():
    """Nbformat works without it, and starts without building its parsers."""
    code = (
        "from selfmgmt.reporting.pages.startup import without_slow_checks; without_slow_checks();"
        "import sys, nbformat; nbformat.validate(nbformat.v4.new_notebook());"
        "assert not any(name.startswith('lark') for name in sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
