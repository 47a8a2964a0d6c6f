"""The pictures that the notebook of a report shows, to be drawn again with nothing around them."""

import gc
import inspect
import json
import pkgutil
import re
import time
from base64 import b64decode, b64encode
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial, wraps
from hashlib import sha256
from importlib import import_module
from pathlib import Path
from typing import Any

import nbformat

from selfmgmt.language import speaking
from selfmgmt.reporting.engine.report import NOTEBOOK
from selfmgmt.views import charts
from selfmgmt.views.figures import Chart, picture

_IN_PAGE = re.compile(r'src="data:image/png;base64,([^"]+)"')


class Pictures:
    """How each picture of one report is drawn, recorded while its notebook runs.

    Args:
        code: The municipality.
    """

    def __init__(self, code: str) -> None:
        self._builders: list[Callable[[], Chart]] = []
        notebook = nbformat.read(NOTEBOOK, 4)
        with speaking("nl"), _recording(self._builders), _unseen():
            namespace: dict[str, object] = {"In": ()}
            for cell in notebook.cells:
                if cell.cell_type == "code":
                    exec(cell.source, namespace)  # noqa: S102  our own notebook
                if "parameters" in cell.metadata.get("tags", []):
                    namespace["municipality"] = code
        promised, found = notebook.metadata.selfmgmt.pictures, len(self._builders)
        assert found >= promised, f"{found} charts, fewer than the {promised} that are promised"

    def drawn(self) -> list[str]:
        """Hash of each picture."""
        with speaking("nl"):
            return [_hash(picture(build())) for build in self._builders]

    def seconds(self) -> float:
        """Processor seconds of building and drawing all; the first time does not count."""
        self.drawn()
        gc.collect()
        with speaking("nl"):
            start = time.process_time()
            for build in self._builders:
                picture(build())
            return time.process_time() - start

    @staticmethod
    def in_report(path: Path) -> list[str]:
        """Hash of each picture in the notebook of a report that was made."""
        cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
        outputs = [output["data"] for cell in cells for output in cell.get("outputs", ())]
        alone = ["".join(data["image/png"]) for data in outputs if "image/png" in data]
        pages = "".join("".join(data.get("text/html", ())) for data in outputs)
        return [_hash(b64decode(one)) for one in (*alone, *_IN_PAGE.findall(pages))]


def _hash(content: bytes) -> str:
    return sha256(b64encode(content)).hexdigest()


@contextmanager
def _unseen() -> Iterator[None]:
    """Let cells show nothing."""
    from IPython import display

    usual, display.display = display.display, lambda *_, **__: None
    try:
        yield
    finally:
        display.display = usual


@contextmanager
def _recording(builders: list[Callable[[], Chart]]) -> Iterator[None]:
    """Record each call of a function that makes a chart, apart from those within another."""
    inside: list[str] = []

    def recorded(build: Callable[..., Chart]) -> Callable[..., Chart]:
        @wraps(build)
        def record(*args: Any, **kwargs: Any) -> Chart:
            if not inside:
                builders.append(partial(build, *args, **kwargs))
            inside.append(build.__name__)
            try:
                return build(*args, **kwargs)
            finally:
                inside.pop()

        return record

    found = [(module, name, build) for module in _modules() for name, build in _makers(module)]
    for module, name, build in found:
        setattr(module, name, recorded(build))
    try:
        yield
    finally:
        for module, name, build in found:
            setattr(module, name, build)


def _modules() -> list[Any]:
    names = [one.name for one in pkgutil.iter_modules(charts.__path__)]
    return [import_module(f"{charts.__name__}.{name}") for name in names]


def _makers(module: Any) -> Iterator[tuple[str, Callable[..., Chart]]]:
    for name, function in inspect.getmembers(module, inspect.isfunction):
        kind = inspect.signature(function).return_annotation
        if function.__module__ == module.__name__ and kind in (Chart, "Chart"):
            yield name, function
