"""From key press to changed picture, measured in the browser on a page that voila serves.

``make bench`` runs it. Beside ours, in the same page and run, is the same explorer redrawn naively:
``naive_explorer.py``. A time ends when the browser has painted the frame with the new picture.
"""

import os
import socket
import subprocess
import sys
import tempfile
import time
from contextlib import contextmanager, suppress
from pathlib import Path
from statistics import median, quantiles

import nbformat
from playwright.sync_api import TimeoutError as PlaywrightTimeout
from playwright.sync_api import sync_playwright

from selfmgmt.simulation import DRAWS
from selfmgmt.views.widgets.explorer import COARSE
from tests.browser.chromium import FLAGS, find_chromium

ROOT = Path(__file__).parents[2]
PRESSES = 40
PAUSE = 250  # ms of rest after which the explorer asks for all draws
CELLS = (
    """
from selfmgmt.case import Case
from selfmgmt.language import speaking
from selfmgmt.views.widgets.explorer import COARSE, Explorer
options = dict.fromkeys(("fewer_managers_only", "stepwise_programme", "vanguard_first"))
case = Case.model_validate({"name": "Nijkerk", "municipalities": "Nijkerk",
                            "question": {"saving_target": "5%"}, "options": options})
with speaking("en"):
    explorer = Explorer(case)
explorer
""",
    """
from tests.bench.naive_explorer import naive_explorer
naive_explorer(case, draws=COARSE)
""",
)
WATCH = """
([control, picture]) => {
  const painted = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
  window.times = [];
  window.begun = 0;
  document.querySelector(control).addEventListener(
    "keydown", (event) => { window.begun = event.timeStamp; window.changed = 0; }, true);
  window.eye?.disconnect();
  window.eye = new MutationObserver(async () => {
    if (!window.begun) return;
    const begun = window.begun;
    window.begun = 0;
    await Promise.all([...document.querySelectorAll(picture + " img")].map((one) => one.decode()));
    await painted();
    window.changed = performance.now();
    window.times.push(window.changed - begun);
  });
  window.eye.observe(document.querySelector(picture), { childList: true, subtree: true });
}
"""
UNFOLD = """
() => {
  for (const one of document.querySelectorAll(".levers details")) {
    one.removeAttribute("name");
    one.open = true;
  }
}
"""
WHOLE = """
() => new Promise((done) => {
  const look = () => (document.querySelector(".stale") ? setTimeout(look, 1) :
    requestAnimationFrame(() => setTimeout(() => done(performance.now() - window.changed))));
  look();
})
"""


@contextmanager
def served_page():
    """The address of a page with both explorers."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with tempfile.TemporaryDirectory() as folder:
        notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(c) for c in CELLS])
        notebook.metadata["kernelspec"] = {"name": "python3", "display_name": "Python 3"}
        nbformat.write(notebook, Path(folder) / "bench.ipynb")
        options = ["--no-browser", f"--port={port}", "--preheat_kernel=True", "--pool_size=1"]
        command = [sys.executable, "-m", "voila", "bench.ipynb", *options]
        environment = {**os.environ, "PYTHONPATH": str(ROOT)}
        with (Path(folder) / "log.txt").open("w") as log:
            server = subprocess.Popen(command, cwd=folder, env=environment, stdout=log, stderr=log)
            try:
                yield _when_up(port)
            finally:
                server.terminate()
                server.wait()


def _when_up(port):
    for _attempt in range(600):
        try:
            socket.create_connection(("127.0.0.1", port)).close()
        except OSError:
            time.sleep(0.1)
        else:
            return f"http://127.0.0.1:{port}/"
    raise TimeoutError(port)


def arrive(page, address):
    """Open the page; a cold voila sometimes hangs, and then a second visit works."""
    for _attempt in range(4):
        with suppress(PlaywrightTimeout):
            page.goto(address, timeout=40_000)
            page.locator(".naive img").wait_for(timeout=40_000)
            return
    raise TimeoutError(address)


def presses(page, control, picture, *, pause=60, whole=False):
    """Milliseconds from each of some key presses to the changed picture."""
    page.evaluate(WATCH, [control, picture])
    rest = []
    page.locator(control).first.focus()
    for at in range(PRESSES):
        page.keyboard.press("ArrowRight")  # always on: what was there before is kept
        page.wait_for_function(f"window.times.length > {at}")
        if whole:
            rest.append(page.evaluate(WHOLE) - PAUSE)
        page.wait_for_timeout(pause)
    return rest if whole else page.evaluate("window.times")


def line(name, times, goal=""):
    """One line of the table."""
    print(f"{name:58}{median(times):8.0f}{quantiles(times, n=20)[-1]:8.0f}   {goal}")


def main():
    """Print the figures."""
    with served_page() as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_chromium(), args=list(FLAGS))
        page = browser.new_page(viewport={"width": 1280, "height": 800})
        arrive(page, address)
        page.wait_for_function("!document.querySelector('.stale')")
        page.evaluate(UNFOLD)
        managers, cut = (
            f".lever input[id$={path}]" for path in ("managers_after", "saving_target")
        )
        results = ".selfmgmt-explorer .slots"
        print(f"{'milliseconds from key press to changed picture':58}{'median':>8}{'95%':>8}")
        coarse = presses(page, managers, results)
        line(f"explorer, {COARSE} draws, one of three options moves", coarse, "goal 40, 80")
        every = presses(page, cut, results)
        line(f"explorer, {COARSE} draws, the cut: all three move", every, "goal 50, 90")
        whole = presses(page, managers, results, whole=True)
        line(f"explorer, {DRAWS} draws, one of three options", whole, "goal 300")
        every = presses(page, cut, results, whole=True)
        line(f"explorer, {DRAWS} draws, the cut: all three", every, "goal 300")
        slow = presses(page, ".naive [role=slider]", ".naive-picture")
        line(f"seaborn in an Output widget, {COARSE} draws", slow)
        print(f"naive is {median(slow) / median(coarse):.0f} times slower")
        browser.close()


if __name__ == "__main__":
    main()
