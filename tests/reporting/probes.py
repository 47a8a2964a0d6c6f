"""What tests ask of a process or thread, and notebooks that are made in no time."""

import os
import time
from pathlib import Path
from typing import Any

import nbformat as nbf

RESULTS = """
import json
from IPython.display import display

results = {
    "case": municipality, "municipalities": [{"code": municipality, "name": municipality}],
    "seed": seed, "draws": draws, "inputs": municipality * 8, "version": "0",
    "options": {"do_nothing": {"label": "x", "net_saving_eur": {"p10": seed, "p50": 2, "p90": 3}}},
}
display({"text/html": ""}, metadata={"selfmgmt_results": json.dumps(results)}, raw=True)
"""
PICTURE = """
import matplotlib.pyplot as plt

plt.plot([1, 2]);
"""
DESCRIBED = """
from base64 import b64decode
from IPython.display import display

pixel = b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGNgYGD4DwABBAEAX+XDSwAAAABJRU5ErkJggg=="
)
about = {"alt": municipality, "title": "t", "width": 1, "height": 1}
display({"image/png": pixel}, metadata={"image/png": about}, raw=True)
"""


def notebook(*cells: str, pictures: int = 0) -> Any:
    """A notebook with the parameters of a report and these cells."""
    parameters = nbf.v4.new_code_cell(
        'municipality: str = "GM0267"\ncase_file: str = ""\nlanguage: str = "nl"\n'
        "seed: int = 1\ndraws: int = 100",
        metadata={"tags": ["parameters"]},
    )
    made = nbf.v4.new_notebook(cells=[parameters, *map(nbf.v4.new_code_cell, cells)])
    for index, cell in enumerate(made.cells):
        cell.id = f"cell-{index}"
    made.metadata = {
        "kernelspec": {"name": "python3", "language": "python", "display_name": "Python 3"},
        "selfmgmt": {"pictures": pictures},
    }
    return made


def small_report(folder: Path, *, poison: str = "") -> Path:
    """The file of a notebook that makes a report of next to nothing, with one picture."""
    path = folder / "small.ipynb"
    nbf.write(notebook(DESCRIBED, poison or "1", RESULTS, pictures=1), path)
    return path


def read_all_of_a_small_report() -> None:
    """Import and read what a small report needs, without what only a large one does."""
    import papermill  # noqa: F401

    from selfmgmt.reporting.content.content import content_of
    from selfmgmt.reporting.pages.html import page_html

    content = content_of("GM0267", case_file="", language="nl", seed=1, draws=100)
    page_html(nbf.v4.new_notebook(), name=content.record.inputs, byline="", language="nl")


def echo(words: str) -> str:
    """The same words."""
    return words


def fail(words: str) -> None:
    """An error."""
    raise ValueError(words)


def crash() -> None:
    """The end of the process, without a word."""
    os.abort()


def sleep() -> None:
    """Nothing, for long."""
    time.sleep(600)


def chance() -> float:
    """A number of NumPy's old generator, which a fork copies."""
    import numpy as np

    return float(np.random.random())  # noqa: NPY002  that is what is looked at


def report_and_crash() -> None:
    """Some words first."""
    from selfmgmt.reporting.engine.task import report_progress

    report_progress(index=1)
    os.abort()


def threads() -> int:
    """Of this process, as the system counts them."""
    return len(list(Path("/proc/self/task").iterdir()))
