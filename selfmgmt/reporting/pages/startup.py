"""Starting faster: what libraries import but reports and pages do not need."""

import sys


def without_slow_checks() -> None:
    """Make the first import of nbformat over a second faster; call it before that import.

    nbformat checks notebooks with jsonschema, which loads ``rfc3987_syntax`` only for forms of
    address that notebooks do not have, and does without when it is absent
    (python-jsonschema/jsonschema#1428).
    """
    sys.modules.setdefault("rfc3987_syntax", None)  # type: ignore[arg-type]
