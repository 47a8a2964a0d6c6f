"""Where the data and notebooks are, in a checkout and in an installed copy alike."""

from pathlib import Path

_PACKAGE = Path(__file__).parent
_SHIPPED = _PACKAGE / "_shipped"
_HOME = _SHIPPED if _SHIPPED.is_dir() else _PACKAGE.parent

DATA = _HOME / "data"
NOTEBOOKS = _HOME / "notebooks"
LOCALE = _PACKAGE / "locale"
