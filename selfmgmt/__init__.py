"""Weigh budget cuts, staff size and team structure of a Dutch municipality.

Import from the room that does the work, such as :mod:`selfmgmt.case` or
:mod:`selfmgmt.simulation`; this module only carries the version.
"""

__version__ = "0.1.0"
