"""The mutants of a module, and a sample of them that stays much the same as the code grows."""

import ast
from collections import Counter
from collections.abc import Iterator
from hashlib import sha256
from itertools import accumulate, islice
from pathlib import Path
from typing import NamedTuple

import libcst as cst
from libcst.metadata import MetadataWrapper, PositionProvider
from mutmut.mutation import mutators

ROOT = Path(__file__).parents[3]
ROOMS = ("simulation", "scoring", "analysis", "readiness")
MESSAGES = ("gettext", "gettext_noop", "ngettext", "pgettext")
OPERATORS = [
    (kind, operator)
    for kind, operator in mutators.mutation_operators
    if operator
    is not mutators.operator_string  # texts are keys and words: a typing error, no fault
]


class Change(NamedTuple):
    """What a mutant is recognised by when lines have moved."""

    module: str  # from the package on: "scoring/topsis.py"
    operator: str  # of mutmut
    line: str
    becomes: str


class Mutant(NamedTuple):
    """One change, and the whole module with it."""

    module: str
    operator: str
    line: str
    becomes: str
    source: str

    @property
    def change(self) -> Change:
        """Where and what."""
        return Change(*self[:4])


class _Changes(cst.CSTVisitor):
    """All nodes that may change, with what each may become; no types, messages or decorators."""

    METADATA_DEPENDENCIES = (PositionProvider,)

    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[cst.CSTNode, str, cst.CSTNode, int]] = []

    def on_visit(self, node: cst.CSTNode) -> bool:
        """Note what this node may become; whether to look inside."""
        if isinstance(
            node, cst.Annotation | cst.Decorator | cst.Raise | cst.Import | cst.ImportFrom
        ):
            return False
        if isinstance(node, cst.Call) and getattr(node.func, "value", "") in MESSAGES:
            return False
        line = self.get_metadata(PositionProvider, node, None)
        for kind, operator in OPERATORS:
            if isinstance(node, kind):
                name = operator.__name__.removeprefix("operator_")
                self.found += [(node, name, other, line.start.line) for other in operator(node)]
        return True


def mutants_of(module: str) -> Iterator[Mutant]:
    """The mutants of a module: the first of each operator, then the second of each, and so on."""
    text = (ROOT / "selfmgmt" / module).read_text(encoding="utf-8")
    whole = MetadataWrapper(cst.parse_module(text))
    changes = _Changes()
    whole.visit(changes)
    lines, plain = text.splitlines(), ast.dump(ast.parse(text))
    found: dict[Change, tuple[cst.CSTNode, cst.CSTNode]] = {}
    for node, operator, other, line in changes.found:
        becomes = " ".join(whole.module.code_for_node(other).split())
        found.setdefault(Change(module, operator, lines[line - 1].strip(), becomes), (node, other))
    for change in _in_turn(list(found)):
        source = whole.module.deep_replace(*found[change]).code
        if _differs(source, plain):
            yield Mutant(*change, source)


def _in_turn(changes: list[Change]) -> list[Change]:
    """Drawn by themselves, so that a new line elsewhere leaves the draw as it is."""
    turns: list[tuple[int, str, Change]] = []
    seen: Counter[str] = Counter()
    for rank, change in sorted(
        (sha256(repr(tuple(one)).encode()).hexdigest(), one) for one in changes
    ):
        turns.append((seen[change.operator], rank, change))
        seen[change.operator] += 1
    return [change for *_, change in sorted(turns)]


def _differs(source: str, plain: str) -> bool:
    try:
        return ast.dump(ast.parse(source)) != plain
    except SyntaxError:
        return False


def sample(size: int) -> list[Mutant]:
    """So many mutants, over the modules by their number of lines and evenly over operators."""
    modules = [
        path.relative_to(ROOT / "selfmgmt").as_posix()
        for room in ROOMS
        for path in sorted((ROOT / "selfmgmt" / room).rglob("*.py"))
        if path.name != "__init__.py"
    ]
    lines = [(ROOT / "selfmgmt" / module).read_text().count("\n") for module in modules]
    ends = [round(size * up_to / sum(lines)) for up_to in accumulate(lines)]
    drawn: list[Mutant] = []
    for module, end in zip(modules, ends, strict=True):
        drawn += islice(mutants_of(module), max(end - len(drawn), 0))
    return drawn
