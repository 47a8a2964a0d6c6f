"""A quick start."""

import subprocess
import sys


def test_the_slow_check_is_left_out():
    """Nbformat works without it, and starts without building its parsers."""
    code = (
        "from selfmgmt.reporting.startup import without_slow_checks; without_slow_checks();"
        "import sys, nbformat; nbformat.validate(nbformat.v4.new_notebook());"
        "assert not any(name.startswith('lark') for name in sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


def test_seaborn_loads_statistics_only_when_it_uses_them():
    """A density is drawn as ever."""
    code = (
        "from selfmgmt.reporting.startup import import_seaborn; import_seaborn();"
        "import sys; assert 'scipy.stats' not in sys.modules;"
        "import seaborn; axes = seaborn.kdeplot(x=[1.0, 2.0, 4.0]);"
        "assert axes.lines; assert sys.modules['scipy.stats'].norm"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
