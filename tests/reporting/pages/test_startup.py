"""A quick start."""

import subprocess
import sys


def test_what_page_1_does_not_draw_with_is_not_imported():
    """Seaborn brings SciPy along, which takes longer than all else that page 1 needs."""
    code = (
        "import selfmgmt.reporting.pages.sections, sys;"
        "assert not {'seaborn', 'scipy', 'ipywidgets', 'nbformat'} & set(sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


def test_the_slow_check_is_left_out():
    """Nbformat works without it, and starts without building its parsers."""
    code = (
        "from selfmgmt.reporting.pages.startup import without_slow_checks; without_slow_checks();"
        "import sys, nbformat; nbformat.validate(nbformat.v4.new_notebook());"
        "assert not any(name.startswith('lark') for name in sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


def test_the_slow_check_is_left_out_where_reports_are_forked():
    """What they are forked from imports much, and leaves this out before all else."""
    code = (
        "import selfmgmt.reporting.engine.preload, sys;"
        "assert not any(name.startswith('rfc3987_syntax.') for name in sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
