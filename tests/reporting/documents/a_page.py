"""A small page of a report, with one of everything."""

import nbformat as nbf

from selfmgmt.reporting.pages.html import page_html
from selfmgmt.views.prose import Html, bullets, folded, note, steps, terms
from selfmgmt.views.tables import Table, table_html

PIXEL = (
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGNgYGD4"
    "DwABBAEAX+XDSwAAAABJRU5ErkJggg=="
)
ABOUT = {"alt": 'Een "lijn" van 1 tot 2', "title": "Capaciteit < 100", "width": 538, "height": 300}
TABLE = Table(
    caption="Wat het kost",
    heads=("Mogelijkheid", "Euro", "Waarom"),
    rows=(("Niets doen", "€\xa00", "alles blijft"), ("Anders", "€\xa01,2\xa0mln", "coaches")),
    words=("Waarom",),
)
LINK = '<ul><li><a href="https://voorbeeld.nl/?a=1&amp;b=2">Een bron</a>.</li></ul>'
OUTSIDE = '<p><img src="https://voorbeeld.invalid/x.png" alt=""></p>'


def small_page(name: str = "Nijkerk", language: str = "nl", theme: str = "") -> str:
    """The page, about ``name``."""
    views = (
        Html('<p class="lead">In het kort</p>') + bullets(["Eerst dit.", "Dan dat."]),
        note("Let hierop."),
        folded("De cijfers van de grafiek", table_html(TABLE)),
        folded("Wat er verandert", bullets(["minder bazen"])),
        steps(["Doe dit.", "Doe dat."]),
        steps(["Opnieuw."]),
        terms([("Kader", "Een grens.")]),
    )
    cells = [
        nbf.v4.new_markdown_cell("# Moet het anders?\n\nEen **vraag** met een € 5 erin."),
        nbf.v4.new_markdown_cell("## Wat & waarom\n\n### Klein"),
        _output({"image/png": PIXEL}, {"image/png": ABOUT}),
        *(_output({"text/html": view.source}) for view in views),
        _output({"text/html": LINK}),
        _output({"text/html": OUTSIDE}),
    ]
    notebook = nbf.v4.new_notebook(cells=cells)
    return page_html(notebook, name=name, byline="Vandaag.", language=language, theme=theme)


def _output(data, metadata=None):
    cell = nbf.v4.new_code_cell()
    cell.outputs = [nbf.v4.new_output("display_data", data, metadata=metadata or {})]
    return cell
