"""How tests start deno: nothing from a network, and nothing left behind."""

import os
import subprocess
from pathlib import Path

from deno import find_deno_bin

LOCAL = {"lint": [], "check": ["--no-remote"], "test": ["--no-remote", "--no-check"]}


def deno(command: str, what: Path, *, config: Path, kept: Path) -> subprocess.CompletedProcess[str]:
    """Let deno ``lint``, ``check`` or ``test`` a file or a folder.

    Args:
        command: One of these three.
        what: The file, or the folder with all that is in it.
        config: Its settings.
        kept: A folder for what it keeps of its work.
    """
    plain = {"NO_COLOR": "1", "DENO_NO_UPDATE_CHECK": "1", "DENO_DIR": str(kept / "deno")}
    return subprocess.run(
        [find_deno_bin(), command, "--quiet", *LOCAL[command], "--config", str(config), str(what)],
        capture_output=True,
        text=True,
        encoding="utf-8",
        env={**os.environ, **plain},
        check=False,
    )
