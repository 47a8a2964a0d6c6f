"""Pages: one that counts, one that fails, one that refuses, one that fails later."""

from pathlib import Path

from tests.workspace.served import write_page

COUNTER = """
import anywidget, traitlets
Counter = type("Counter", (anywidget.AnyWidget,), {
    "count": traitlets.Int(0).tag(sync=True),
    "_esm": '''export default { render({ model, el }) {
      const button = document.createElement("button");
      const show = () => { button.textContent = `Stand ${model.get("count")}`; };
      button.onclick = () => model.send("more");
      model.on("change:count", show);
      show();
      el.append(button);
    } };''',
})
counter = Counter()
counter.on_msg(lambda *_: setattr(counter, "count", counter.count + 10))
counter
"""

FAILING = """
import sys, warnings, ipywidgets
from pathlib import Path
def fail(*_):
    print("to the screen", file=sys.stderr)
    warnings.warn("a warning")
    raise RuntimeError(str(Path.cwd()))
button = ipywidgets.Button()
button.on_click(fail)
button
"""


def write_pages(folder: Path) -> None:
    """The pages."""
    write_page(folder / "10_count.ipynb", {"nl": "Tellen", "en": "Counting"}, [COUNTER])
    write_page(
        folder / "20_break.ipynb", {"nl": "Stuk", "en": "Broken"}, ["secret = 41", "secret / 0"]
    )
    refusal = 'from selfmgmt.errors import InputError\nraise InputError("Dat mag hier niet.")'
    write_page(folder / "30_refuse.ipynb", {"nl": "Geweigerd", "en": "Refused"}, [refusal])
    write_page(folder / "40_fail.ipynb", {"nl": "Knop", "en": "Button"}, [FAILING])
    write_page(folder / "report_x.ipynb", {"nl": "Rapport", "en": "Report"}, [])
