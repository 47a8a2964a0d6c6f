"""What goes through a door has a type; where JSON really is open, the reason stands here."""

import ast
from collections.abc import Iterator

from tests.test_layers import MODULES, parsed

OPEN = "dict[str, Any]"
WRITTEN = "as somebody wrote it: pydantic checks it after this"
DOCUMENT = "a document in JSON for other programs, built to the schema that it names"
MANIFEST = "what stands in manifest.json: it may be of an earlier edition, and is read key by key"
ELSEWHERE = "made by a library or a service of others"
EXCEPTIONS = {
    "case.earlier_practice": WRITTEN,
    "case.first_edition": WRITTEN,
    "case.known": WRITTEN,
    "case.link": WRITTEN,
    "case.option": WRITTEN,
    "case.practice_levers": WRITTEN,
    "case.practice_options": WRITTEN,
    "case.social_domain": WRITTEN,
    "evidence.cases": WRITTEN,
    "evidence.files": WRITTEN,
    "evidence.mixes": WRITTEN,
    "evidence.options": WRITTEN,
    "evidence.stress": WRITTEN,
    "practice.agreement": WRITTEN,
    "practice.answers": WRITTEN,
    "practice.differences": WRITTEN,
    "practice.leaving": WRITTEN,
    "practice.moments": WRITTEN,
    "case.schema": DOCUMENT,
    "live.inputs": DOCUMENT,
    "practice.register": DOCUMENT,
    "reporting.content.content": DOCUMENT,
    "reporting.documents.results": DOCUMENT,
    "reporting.documents.results_sheet": DOCUMENT,
    "reporting.pages.rendered": DOCUMENT,
    "views.document": DOCUMENT,
    "views.practice_document": DOCUMENT,
    "views.score_document": DOCUMENT,
    "views.search_document": DOCUMENT,
    "views.survey_document": DOCUMENT,
    "reporting.content.request": MANIFEST,
    "reporting.engine.checksums": MANIFEST,
    "reporting.engine.comparison": MANIFEST,
    "reporting.engine.failed": MANIFEST,
    "reporting.engine.manifest": MANIFEST,
    "reporting.engine.processes": MANIFEST,
    "reporting.engine.report": MANIFEST,
    "reporting.engine.task": MANIFEST,
    "reference.cbs": ELSEWHERE,
    "reporting.engine.shell": ELSEWHERE,
    "workspace.server.page_server": ELSEWHERE,
}


def annotations(tree: ast.Module) -> Iterator[ast.expr]:
    """Types in what others may use: public functions, attributes, and other names for a type."""
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef) and not node.name.startswith("_"):
            every = (*node.args.posonlyargs, *node.args.args, *node.args.kwonlyargs)
            yield from (one.annotation for one in every if one.annotation)
            if node.returns:
                yield node.returns
        elif isinstance(node, ast.ClassDef):
            yield from (one.annotation for one in node.body if isinstance(one, ast.AnnAssign))
    yield from (node.value for node in tree.body if isinstance(node, ast.Assign))


def test_no_open_dict_goes_through_a_door() -> None:
    """Outside the exceptions nothing public takes, gives or is a ``dict[str, Any]``."""
    found = {
        name.removeprefix("selfmgmt.")
        for name, path in MODULES.items()
        if any(OPEN in ast.unparse(one) for one in annotations(parsed(path)))
    }
    assert found == set(EXCEPTIONS)
