"""The house stands: imports point down, and importing does nothing heavy."""

import ast
import subprocess
import sys
from graphlib import TopologicalSorter
from pathlib import Path

import selfmgmt

LAYERS = (
    {"errors", "resources", "whole_files"},
    {"language"},
    {"csv_text", "numbers", "spreadsheet"},
    {"read_numbers"},
    {"values"},
    {"units"},
    {"fields"},
    {"field_facts"},
    {"uncertainty"},
    {"reference", "evidence"},
    {"practice"},
    {"case"},
    {"readiness", "simulation"},
    {"scoring"},
    {"analysis"},
    {"views"},
    {"live"},
    {"reporting"},
    {"workspace"},
    {"teaching"},
    {"console"},
    {"program"},
    {"cli"},
    {"__main__"},
)
INNER_ROOMS = (  # each below the next
    ("case.edit",),
    ("reporting.content", "reporting.pages", "reporting.documents", "reporting.engine"),
    ("workspace.lab", "workspace.server"),
)
INNER_LEVEL = {room: level for rooms in INNER_ROOMS for level, room in enumerate(rooms)}
LEVEL = {room: level for level, rooms in enumerate(LAYERS) for room in rooms}
KERNELS = {"readiness", "simulation", "scoring", "analysis"}
KERNEL_LIBRARIES = {
    "numpy",
    "pydantic",
    "pydantic_core",
    "scipy",
    "selfmgmt",
    "yaml",
    *sys.stdlib_module_names,
}
DOOR_MODULES = {  # where files come in and labelled frames go out
    "selfmgmt.readiness.sheets": {"openpyxl"},
    "selfmgmt.readiness.survey_files": {"openpyxl"},
    "selfmgmt.analysis.labelled": {"pandas"},
    "selfmgmt.readiness.labelled": {"pandas"},
    "selfmgmt.scoring.labelled": {"pandas"},
}
LAZY = {
    "matplotlib",
    "nbclient",
    "nbconvert",
    "openpyxl",
    "pandas",
    "papermill",
    "scipy",
    "seaborn",
}

PACKAGE = Path(selfmgmt.__file__).parent
MODULES = {
    ".".join(("selfmgmt", *path.relative_to(PACKAGE).with_suffix("").parts)).removesuffix(
        ".__init__"
    ): path
    for path in sorted(PACKAGE.rglob("*.py"))
}


def room_of(module: str) -> str:
    """The part of the package that ``module`` is in: a folder, or a file at the top."""
    return module.split(".")[1]


def room_within(module: str) -> str:
    """The folder that ``module`` is in, under a room: ``case.edit``."""
    return ".".join(module.split(".")[1:3])


def imports_of(nodes: list[ast.stmt] | ast.Module) -> set[str]:
    """What the code imports, wherever it stands: ``from a import b`` gives ``a.b``."""
    tree = nodes if isinstance(nodes, ast.Module) else ast.Module(nodes, [])
    found = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            found |= {f"{node.module}.{alias.name}" for alias in node.names}
    return found


def named_in(tree: ast.Module) -> set[str]:
    """What stands in the code as text, which may be the name of a module to import."""
    texts = (node.value for node in ast.walk(tree) if isinstance(node, ast.Constant))
    return {text.partition(":")[0] for text in texts if isinstance(text, str)}


def parsed(path: Path) -> ast.Module:
    """The syntax tree of a file."""
    return ast.parse(path.read_text(encoding="utf-8"))


def modules_imported(path: Path) -> set[str]:
    """Modules of the package that the file imports."""
    whole = {
        name
        for name in imports_of(parsed(path)) | named_in(parsed(path))
        if name.startswith("selfmgmt.")
    }
    return {name if name in MODULES else name.rpartition(".")[0] for name in whole} & set(MODULES)


def test_every_module_has_a_layer() -> None:
    """A new room is given its place in ``LAYERS``, and one that is gone leaves it."""
    rooms = {room_of(module) for module in MODULES if module != "selfmgmt"}
    assert rooms == set(LEVEL)


def test_imports_point_down() -> None:
    """A module imports from its own room and lower layers; never sideways or up."""
    wrong = [
        f"{module} imports {other}"
        for module, path in MODULES.items()
        for other in modules_imported(path) - {"selfmgmt"}
        if room_of(other) != room_of(module) and LEVEL[room_of(other)] >= LEVEL[room_of(module)]
    ]
    assert wrong == []


def test_inner_rooms_import_in_one_direction() -> None:
    """A case knows nothing of its editing, content of pages, a page of the server that shows it."""
    wrong = [
        f"{module} imports {other}"
        for module, path in MODULES.items()
        for other in modules_imported(path)
        if INNER_LEVEL.get(room_within(module), -1) < INNER_LEVEL.get(room_within(other), -1)
        and room_of(module) == room_of(other)
    ]
    assert wrong == []


def test_no_import_goes_round() -> None:
    """Modules of one room do not import each other in a circle, not even inside functions."""
    order = TopologicalSorter({name: modules_imported(path) for name, path in MODULES.items()})
    assert list(order.static_order())


def test_kernels_know_arrays_only() -> None:
    """The rooms that compute import numpy and scipy, and nothing that draws, shows or tabulates."""
    wrong = []
    for module in (name for name in MODULES if name != "selfmgmt" and room_of(name) in KERNELS):
        libraries = {name.split(".")[0] for name in imports_of(parsed(MODULES[module]))}
        of_files = DOOR_MODULES.get(module, set())
        if others := libraries - KERNEL_LIBRARIES - of_files:
            wrong.append(f"{module} imports {', '.join(sorted(others))}")
    assert wrong == []


def test_heavy_libraries_are_imported_where_they_work() -> None:
    """Only what draws or renders imports heavy libraries at its top."""
    wrong = []
    for module, path in MODULES.items():
        top = [node for node in parsed(path).body if isinstance(node, ast.Import | ast.ImportFrom)]
        heavy = {name.split(".")[0] for name in imports_of(top)} & LAZY
        if heavy and room_of(module) not in {"views", "reporting"}:
            wrong.append(f"{module} imports {', '.join(sorted(heavy))}")
    assert wrong == []


def loaded_by(statement: str) -> set[str]:
    """Modules that a fresh Python has loaded after ``statement``, beside those it starts with."""
    code = f"import sys; old = set(sys.modules); {statement}; print(*set(sys.modules) - old)"
    return set(subprocess.check_output([sys.executable, "-c", code], text=True).split())


def test_importing_the_package_loads_nothing() -> None:
    """``import selfmgmt`` costs next to nothing."""
    assert loaded_by("import selfmgmt") == {"selfmgmt"}


def test_a_run_of_reports_loads_nothing_heavy() -> None:
    """What draws and renders is loaded by the processes that make reports, when there are any."""
    roots = {name.split(".")[0] for name in loaded_by("import selfmgmt.reporting.engine.batch")}
    assert roots & (LAZY | {"IPython", "ipywidgets", "lxml"}) == set()


def test_the_commands_load_nothing_heavy() -> None:
    """``selfmgmt --help`` answers at once: libraries are loaded by the command that needs them."""
    roots = {name.split(".")[0] for name in loaded_by("import selfmgmt.cli")}
    assert roots & (LAZY | {"babel", "numpy", "yaml"}) == set()
