"""All municipalities in one command, five of which go wrong."""

import sys

import pytest

from selfmgmt.reporting import batch
from tests.bench import poisoned_reports


@pytest.mark.skipif(sys.platform != "linux", reason="forks are made on Linux only")
def test_five_of_all_that_go_wrong_cost_no_other(monkeypatch, capsys):
    """The others are whole, the five are named with their step and fault, and the exit code is 1.

    With the smallest notebook there is; it takes half a minute on two processors.
    """
    monkeypatch.setattr(batch, "read_settings", batch.read_settings)  # it is put back afterwards
    poisoned_reports.main()
    assert "337 whole reports, 5 named failures" in capsys.readouterr().out
