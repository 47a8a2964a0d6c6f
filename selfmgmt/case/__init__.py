"""The case: the one thing that travels, and the file it travels in."""

from selfmgmt.case.case import Case
from selfmgmt.case.files import load_case, new_case
from selfmgmt.case.saving import save_case

__all__ = ["Case", "load_case", "new_case", "save_case"]
