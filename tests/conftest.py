"""What all tests share: they start in Dutch, make no windows, and Hypothesis takes its time."""

import os
from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

from selfmgmt.language import speaking

if TYPE_CHECKING:
    from tests.workspace.served import Served

os.environ.setdefault("MPLBACKEND", "agg")
# `patient` looks elsewhere at each run, `gate` gives the same verdict on the same code each time,
# and `deep` looks far: --hypothesis-profile chooses.
settings.register_profile("patient", deadline=None)
settings.register_profile("gate", deadline=None, derandomize=True, print_blob=True)
settings.register_profile("deep", deadline=None, max_examples=2_000, print_blob=True)
if settings.get_current_profile_name() == "default":
    settings.load_profile("patient")


def pytest_terminal_summary(
    terminalreporter: pytest.TerminalReporter, config: pytest.Config
) -> None:
    """Say what was left out."""
    if config.option.markexpr == "not slow":
        terminalreporter.write_line("Slow tests are left out here: make test-slow runs them.")


@pytest.fixture(autouse=True)
def _in_dutch() -> Iterator[None]:
    """Each test starts in Dutch, whatever the one before it spoke."""
    with speaking("nl"):
        yield


@pytest.fixture(scope="session")
def served(tmp_path_factory: pytest.TempPathFactory) -> "Iterator[Served]":
    """Three small pages, served: one that counts, one that fails, one that refuses."""
    from tests.workspace.conftest import write_pages
    from tests.workspace.served import serving

    folder = tmp_path_factory.mktemp("pages")
    write_pages(folder)
    with serving(folder) as pages:
        yield pages
