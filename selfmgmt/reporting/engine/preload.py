"""What the fork server imports and reads once, so that each report starts with it.

Importing this module does the work: that is how :mod:`multiprocessing` preloads.
"""

import gc
import os
from importlib import import_module

from selfmgmt.reporting.pages.startup import without_slow_checks

_ENVIRONMENT = {  # of a process that is forked, which may have one thread; NumPy reads it at import
    "OPENBLAS_NUM_THREADS": "1",
    "OMP_NUM_THREADS": "1",
    "MKL_NUM_THREADS": "1",
    "JE_ARROW_MALLOC_CONF": "background_thread:false",  # pyarrow comes along with papermill
    "MPLBACKEND": "module://matplotlib_inline.backend_inline",  # as ipykernel does
}
_LIBRARIES = ("matplotlib.pyplot", "pandas")


def _import_as_a_kernel_does() -> None:
    """Pandas looks at its import whether it is in a kernel, and then shows tables as wide."""
    from selfmgmt.reporting.engine.shell import new_shell

    with new_shell().builtin_trap:
        for library in _LIBRARIES:
            import_module(library)


def _render() -> None:
    """Make all parts of one report, of few draws; what can be kept, is kept."""
    from selfmgmt.analysis.shares import group_shares, groups_by_grade
    from selfmgmt.language import speaking
    from selfmgmt.reporting.content.content import content_of
    from selfmgmt.reporting.content.sections.registry import APPENDIX, MAIN, section
    from selfmgmt.reporting.engine.execute import read_notebook
    from selfmgmt.reporting.engine.report import NOTEBOOK
    from selfmgmt.reporting.pages.html import page_html
    from selfmgmt.reporting.pages.live_panel import MARKER, with_live_panel
    from selfmgmt.reporting.pages.sections import appendix_html, page_one_html, views_of
    from selfmgmt.views.figures import Chart, picture

    notebook, _ = read_notebook(NOTEBOOK)
    content = content_of("GM0267", case_file="", language="nl", seed=1, draws=100)
    with speaking("nl"):
        page_one_html(content)
        for key in MAIN:
            for view in views_of(section(content, key)):
                _ = picture(view) if isinstance(view, Chart) else view
        for key in APPENDIX:
            appendix_html(content, key)
        with_live_panel(MARKER, content.case, "nl", seed=content.seed)
    page_html(notebook, name=content.case.name, byline="", language="nl")
    _ = content.results, content.reference
    study, groups = content.study, groups_by_grade(content.study)
    plan = content.plans[content.leading]
    group_shares(study, plan, outcome="net_saving_eur", groups=groups, seed=content.seed)


gc.disable()  # imports make much that stays
os.environ |= _ENVIRONMENT
without_slow_checks()
_import_as_a_kernel_does()
_render()
gc.collect()
gc.freeze()  # what is here stays: a report does not look through it, so does not copy it
gc.enable()
