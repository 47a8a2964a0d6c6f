"""Running a notebook and putting the report in place, for one municipality or for all."""

from typing import Any


def __getattr__(name: str) -> Any:
    """``ForkedEngine``, for papermill, which asks for it while it is half loaded itself."""
    if name == "ForkedEngine":
        from selfmgmt.reporting.engine.papermill_engine import forked_engine

        return forked_engine()
    raise AttributeError(name)
