"""The kernel of a report."""

import os
import sys
from pathlib import Path

from selfmgmt.reporting.engine.kernel import OwnKernelManager


def test_it_is_this_interpreter():
    """A kernel that someone installed under the same name is not used."""
    assert OwnKernelManager().kernel_spec.argv[0] == sys.executable


def test_other_users_cannot_listen():
    """Sockets are files, where the system has them."""
    assert OwnKernelManager().transport == ("tcp" if os.name == "nt" else "ipc")


def test_sockets_are_not_left_in_the_current_folder():
    """Each kernel has a name of its own, in the folder that Jupyter keeps for it."""
    one, other = OwnKernelManager(), OwnKernelManager()
    if one.transport == "ipc":
        assert one.ip != other.ip
        assert Path(one.ip).is_absolute()
