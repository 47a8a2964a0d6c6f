"""ES modules that stand in files of their own, put together as one: pages load nothing else."""

import re
from collections.abc import Sequence
from pathlib import Path

_HERE = Path(__file__).parent / "page"
EXPLORER = (  # each after the ones that it imports
    "nodes",
    "speech",
    "tables",
    "scales",
    "paths",
    "ranges",
    "frontier",
    "teams",
    "charts",
    "lever",
    "levers",
    "cards",
    "slots",
    "figures",
    "panel",
    "replay",
    "explorer",
)
_IMPORT = re.compile(r'^import \{([^}]+)\} from "\./(\w+)\.js";\n', re.MULTILINE)
_EXPORT = re.compile(r"^export (?=(?:function|const) (\w+))", re.MULTILINE)


def bundled(*names: str) -> str:
    """The modules ``names`` as one text, each in a room of its own: ``$name`` has what it exports.

    Args:
        names: Modules in ``page/``, each after the ones that it imports. They export functions and
            constants by name, and import only each other.

    >>> print(bundled("replay").splitlines()[0])
    const $replay = (() => {
    """
    return "\n".join(_room(name) for name in names)


def explorer_module() -> str:
    """The explorer without who computes: ``$explorer.mountExplorer``, see ``explorer.js``."""
    return bundled(*EXPLORER)


def style(*parts: Path) -> str:
    """The style sheets in ``parts``, with that of tables; it comes last."""
    return _joined((*parts, _HERE.parent / "blocks.css"))


def with_tables(*parts: Path) -> str:
    """The modules in ``parts``, of which one gives ``make``, with that of tables; it comes last."""
    tables = _EXPORT.sub("", _IMPORT.sub("", (_HERE / "tables.js").read_text(encoding="utf-8")))
    return f"{_joined(parts)}\n{tables}"


def _room(name: str) -> str:
    text = (_HERE / f"{name}.js").read_text(encoding="utf-8")
    exported = _EXPORT.findall(text)
    body = _EXPORT.sub("", _IMPORT.sub(r"const {\1} = $\2;\n", text))
    return f"const ${name} = (() => {{\n{body}\nreturn {{ {', '.join(exported)} }};\n}})();"


def _joined(parts: Sequence[Path]) -> str:
    return "\n".join(part.read_text(encoding="utf-8") for part in parts)
