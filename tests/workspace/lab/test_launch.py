"""What JupyterLab is started with."""

import json
import os
import subprocess
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from selfmgmt.workspace.lab import launch
from selfmgmt.workspace.lab.copies import shipped_notebooks


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> list[tuple[list[str], Mapping[str, str]]]:
    """What would have been started, and with which settings around it."""
    found: list[tuple[list[str], Mapping[str, str]]] = []

    def call(command: list[str], env: Mapping[str, str]) -> int:
        found.append((command, env))
        return 0

    monkeypatch.setattr(subprocess, "call", call)
    return found


def test_it_asks_nothing_of_the_outside_world(tmp_path: Path, started: Any) -> None:
    """No news, no look for updates, no list of extensions to install."""
    assert launch.open_lab(tmp_path, "nl", say=pytest.fail) == 0
    ((command, _environment),) = started
    assert {
        "--LabApp.news_url=None",
        "--LabApp.check_for_updates_class=jupyterlab.NeverCheckForUpdate",
        "--LabApp.extension_manager=readonly",
    } <= set(command)


def test_it_opens_the_first_page_when_there_is_one(tmp_path: Path, started: Any) -> None:
    """Beside which JupyterLab lists the others."""
    (tmp_path / "00_start.ipynb").touch()
    launch.open_lab(tmp_path, "nl", say=lambda _: None)
    ((command, _environment),) = started
    assert command[-1] == str(tmp_path / "00_start.ipynb")
    assert "--LabApp.default_url=/lab/tree/00_start.ipynb" in command


@pytest.mark.parametrize(("language", "locale"), [("nl", "nl_NL"), ("en", None)])
def test_settings_are_defaults_of_ours(
    tmp_path: Path, started: Any, language: str, locale: str | None
) -> None:
    """Dutch menus and no question about news, beside the user's own settings."""
    launch.open_lab(tmp_path, language, say=pytest.fail)
    ((_command, environment),) = started
    settings = {}
    for folder in environment["JUPYTER_CONFIG_PATH"].split(os.pathsep):
        file = Path(folder, "labconfig", "default_setting_overrides.json")
        settings |= json.loads(file.read_text())
    assert settings["@jupyterlab/apputils-extension:notification"]["fetchNews"] == "false"
    assert settings.get("@jupyterlab/translation-extension:plugin", {}).get("locale") == locale


def test_the_user_hears_what_was_left_alone(tmp_path: Path, started: Any) -> None:
    """Every notebook that was there already, by name."""
    launch.open_lab(tmp_path, "nl", say=pytest.fail)
    said: list[str] = []
    launch.open_lab(tmp_path, "nl", say=said.append)
    (words,) = said
    assert all(path.name in words for path in shipped_notebooks())
