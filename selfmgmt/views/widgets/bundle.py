"""ES modules joined into one script, so that a page needs no request for any; styles likewise."""

import re
from pathlib import Path

_HERE = Path(__file__).parent
_NAME = r"[A-Za-z_$][\w$]*"
_IMPORT = re.compile(
    r"^import\s*\{([^}]*)\}\s*from\s*\"(\./[^\"]+|\.\./[^\"]+)\";\n?", re.MULTILINE
)
_LIST = re.compile(r"^export\s*\{([^}]*)\};\n?", re.MULTILINE)
_ANY_IMPORT = re.compile(r"^(import\b.*|export\s+(?:default|\*|\{).*)$", re.MULTILINE)
_EXPORT = re.compile(
    rf"^export\s+((?:async\s+)?function\*?|const|let|class)\s+({_NAME})", re.MULTILINE
)
_INDENT = re.compile(r"^[ \t]+|^\n", re.MULTILINE)
_COMMENT = re.compile(
    r"^[ \t]*(?:/\*\*(?:(?!\*/).)*\*/[ \t]*|//[^\n]*)\n", re.MULTILINE | re.DOTALL
)
_TYPE = re.compile(r"/\*\* @type \{[^\n]*?\} \*/ ?")


def bundle(entry: Path) -> str:
    """``entry`` and every module that it imports, as statements for one script.

    Each module becomes a function that is called once, in an order in which what it imports is
    there already. What ``entry`` exports stands in the constant ``exported``. Comments and
    indents are left out: a live page travels by mail.

    Args:
        entry: A module; it and the others import named things, from paths that begin with a dot,
            and hold no text that runs over several lines.

    Raises:
        ValueError: Modules import each other in a circle, or in a way that this cannot join.
    """
    found: dict[Path, str] = {}
    _add(entry.resolve(), found, ())
    names = {path: f"module_{number}" for number, path in enumerate(found)}
    parts = [_wrapped(path, text, names) for path, text in found.items()]
    return "\n".join([*parts, f"const exported = {names[entry.resolve()]};"])


def widget_module(entry: Path) -> str:
    """:func:`bundle` of a module that exports ``render``, as a widget wants it."""
    return f"{bundle(entry)}\nexport default exported;\n"


def page_module(name: str) -> str:
    """The module of the page ``name``, for a widget."""
    return widget_module(_HERE / "page" / f"{name}.js")


def page_style(name: str) -> str:
    """The style sheet of the form ``name``, with what all forms have in common."""
    return style(_HERE / "common.css", _HERE / f"{name}.css")


def style(*parts: Path) -> str:
    """The style sheets in ``parts``, between the look of all and that of tables."""
    every = (_HERE / "look.css", *parts, _HERE / "blocks.css")
    return "\n".join(_INDENT.sub("", part.read_text(encoding="utf-8")) for part in every)


def _add(path: Path, found: dict[Path, str], above: tuple[Path, ...]) -> None:
    """Put ``path`` into ``found``, after what it imports."""
    if path in above:
        raise ValueError(f"{path.name} imports itself by way of {above[-1].name}")
    if path in found:
        return
    text = path.read_text(encoding="utf-8")
    for match in _IMPORT.finditer(text):
        _add((path.parent / match[2]).resolve(), found, (*above, path))
    found[path] = text


def _wrapped(path: Path, text: str, names: dict[Path, str]) -> str:
    """The module as a constant that holds what it exports."""

    def taken(match: re.Match[str]) -> str:
        parts = re.sub(r"\s+as\s+", ": ", " ".join(match[1].split()))
        return f"const {{ {parts} }} = {names[(path.parent / match[2]).resolve()]};\n"

    body = _INDENT.sub("", _TYPE.sub("", _COMMENT.sub("", _IMPORT.sub(taken, text))))
    lists = [" ".join(match[1].split()).rstrip(", ") for match in _LIST.finditer(body)]
    exported = ", ".join([*(match[2] for match in _EXPORT.finditer(body)), *lists])
    body = _EXPORT.sub(r"\1 \2", _LIST.sub("", body))
    if left := _ANY_IMPORT.search(body):
        raise ValueError(f"{path.name} has {left[0]!r}, which cannot be joined")
    return f"const {names[path]} = (() => {{\n{body}return {{ {exported} }};\n}})();"
