"""Starting faster: what libraries import but reports and pages do not need."""

import sys
from importlib import import_module
from types import ModuleType
from typing import Any


def without_slow_checks() -> None:
    """Make the first import of nbformat over a second faster; call it before that import.

    nbformat checks notebooks with jsonschema, which loads ``rfc3987_syntax`` only for forms of
    address that notebooks do not have, and does without when it is absent
    (python-jsonschema/jsonschema#1428).
    """
    sys.modules.setdefault("rfc3987_syntax", None)  # type: ignore[arg-type]


def import_seaborn() -> None:
    """Import seaborn in half the time: without ``scipy.stats``, which follows when it is used.

    Seaborn needs one name of it, for densities, and loads it for every chart.
    """
    if "seaborn" in sys.modules or "scipy.stats" in sys.modules:
        return
    later = ModuleType("scipy.stats")
    later.gaussian_kde = _density  # type: ignore[attr-defined]
    sys.modules["scipy.stats"] = later
    try:
        import_module("seaborn")
    finally:
        del sys.modules["scipy.stats"]


def _density(*data: Any, **how: Any) -> Any:
    return import_module("scipy.stats").gaussian_kde(*data, **how)
