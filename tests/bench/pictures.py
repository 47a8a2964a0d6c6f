"""The pictures that the notebook of a report shows, to be drawn again with nothing around them."""

import gc
import inspect
import json
import pkgutil
import re
import sys
import time
from base64 import b64decode
from collections.abc import Callable, Iterator, Mapping
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
        with speaking("nl"), recording(self._builders), _unseen():
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
            return [hash_of(picture(build())) for build in self._builders]

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
        return [*map(hash_of, map(b64decode, alone)), *hashes_in(pages)]


def hash_of(content: bytes) -> str:
    """The hash of a picture."""
    return sha256(content).hexdigest()


def hashes_in(page: str) -> list[str]:
    """Hash of each picture that stands in a page itself."""
    return [hash_of(b64decode(one)) for one in _IN_PAGE.findall(page)]


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
def recording(builders: list[Callable[[], Chart]]) -> Iterator[None]:
    """Record each call of a function that makes a chart, apart from those within another.

    Wherever it was imported by name it is recorded, for each module that has it gets the other.
    """
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

    makers = {build: recorded(build) for module in _modules() for build in _makers(module)}
    _replace(makers)
    try:
        yield
    finally:
        _replace({record: build for build, record in makers.items()})


def _replace(functions: Mapping[Callable[..., Chart], Callable[..., Chart]]) -> None:
    """Put other functions in their place in every module that has them."""
    for name, module in list(sys.modules.items()):
        for key, value in list(vars(module).items()) if name.startswith("selfmgmt") else ():
            if inspect.isfunction(value) and value in functions:
                setattr(module, key, functions[value])


def _modules() -> list[Any]:
    names = [one.name for one in pkgutil.iter_modules(charts.__path__)]
    return [import_module(f"{charts.__name__}.{name}") for name in names]


def _makers(module: Any) -> Iterator[Callable[..., Chart]]:
    for _, function in inspect.getmembers(module, inspect.isfunction):
        kind = inspect.signature(function).return_annotation
        if function.__module__ == module.__name__ and kind in (Chart, "Chart"):
            yield function
