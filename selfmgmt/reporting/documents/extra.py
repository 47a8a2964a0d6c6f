"""Libraries that only documents need, and what to do when they are not there."""

import importlib
from types import ModuleType

from selfmgmt.errors import InputError
from selfmgmt.language import gettext


def library(name: str, document: str) -> ModuleType:
    """The library ``name``.

    Raises:
        InputError: It is not installed, or a part of the system that it needs is not.
    """
    try:
        return importlib.import_module(name)
    except (ImportError, OSError) as fault:
        raise InputError(
            gettext(
                "format is {document}, and this computer cannot make it yet ({fault}). Install "
                "what it needs with: pip install 'selfmgmt[documents]'",
                document=repr(document),
                fault=str(fault).splitlines()[0],
            )
        ) from fault
