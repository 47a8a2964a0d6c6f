"""Reports as a reader takes them: figures in the notation of the page, tables, pictures, words."""

import json
import re
from base64 import b64decode
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from lxml import html as lxml_html

from selfmgmt.reference.municipalities import find_municipality

CAPTIONS = {
    "organisation": ("De organisatie zoals die nu is", "The organisation as it is now"),
    "ways": ("Manieren van werken met dezelfde", "Ways of working with the same"),
    "mixes": ("Bezuinigingen, terwijl iedereen", "Saving mixes, while everyone"),
    "staff": ("Functies die weggaan: van mensen", "Posts that go: of people"),
    "capacity": ("Capaciteit voor inwoners, midden", "Capacity for residents, middle"),
    "cash": ("Miljoen euro sinds het begin", "Million euros since the start"),
    "left_over": ("Besparing per jaar op", "Saving per year on"),
}
_FIGURE = re.compile(
    r"(?P<minus>[-\u2212]?)(?P<euro>€?)\s*(?P<digits>\d+(?:[.,]\d+)*)\s*(?P<unit>mln|%)?"
)

Rows = list[list[str]]


@dataclass(frozen=True, slots=True)
class Read:
    """A figure as a reader takes it: what it says, and how far the real one may be from that."""

    value: float
    margin: float


def figures_in(words: str, language: str) -> list[Read]:
    """The figures in a cell, in the notation of the language.

    >>> figures_in("€ 1,00 mln (−€ 630.000 tot 46,5%)", "nl")
    [Read(value=1000000.0, margin=5001.0), Read(value=-630000.0, margin=5001.0), \
Read(value=0.465, margin=0.000501)]
    """
    return [_read(match, language) for match in _FIGURE.finditer(words.replace("\xa0", " "))]


def _read(match: re.Match[str], language: str) -> Read:
    thousands, mark = (".", ",") if language == "nl" else (",", ".")
    digits = match["digits"].replace(thousands, "").replace(mark, ".")
    size = {"mln": 1e6, "%": 0.01}.get(match["unit"] or "", 1)
    value = float(digits) * size * (-1 if match["minus"] else 1)
    step = size / 10 ** len(digits.partition(".")[2])
    if match["euro"] and not match["unit"]:  # an amount is in whole thousands, large ones in tens
        step = 10_000 if abs(value) >= 100_000 else 1_000
    return Read(value, step / 2 * 1.002 if match["unit"] == "%" else step / 2 + step / 10_000)


class Report:
    """One report that was made, as its files tell it."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.name = folder, folder.name
        text = (folder / "report.html").read_text(encoding="utf-8")
        self.page = lxml_html.document_fromstring(
            text.encode(), lxml_html.HTMLParser(encoding="utf-8")
        )
        self.results = json.loads((folder / "results.json").read_text(encoding="utf-8"))
        self.language = str(self.page.get("lang"))
        self.members = [find_municipality(one["code"]) for one in self.results["municipalities"]]

    @property
    def words(self) -> str:
        """All that a reader may read or hear on the page."""
        for useless in self.page.xpath("//style|//script"):
            useless.getparent().remove(useless)
        alts = " ".join(self.page.xpath("//@alt|//@aria-label|//title/text()"))
        return f"{self.page.text_content()} {alts}"

    @property
    def tables(self) -> list[tuple[str, Rows]]:
        """Caption and rows of each table on the page."""
        return _tables(self.page)

    @property
    def pictures(self) -> list[str]:
        """Hash of each picture on the page."""
        sources = self.page.xpath("//img/@src")
        return [sha256(b64decode(one.partition(",")[2])).hexdigest() for one in sources]

    def in_notebook(self) -> tuple[list[tuple[str, Rows]], list[str]]:
        """The tables and the hashes of the pictures in the notebook."""
        words = (self.folder / "report.ipynb").read_text(encoding="utf-8")
        tables, pictures = [], []
        for cell in json.loads(words)["cells"]:
            for output in cell.get("outputs", ()):
                data = output.get("data", {})
                if "image/png" in data:
                    png = b64decode("".join(data["image/png"]))
                    pictures.append(sha256(png).hexdigest())
                markup = "".join(data.get("text/html", ""))
                pictures += [
                    sha256(b64decode(one)).hexdigest()
                    for one in re.findall(r'src="data:image/png;base64,([^"]+)"', markup)
                ]
                if "<table" in markup:
                    tables += _tables(lxml_html.fragment_fromstring(markup, create_parent=True))
        return tables, pictures

    def table(self, key: str) -> Rows:
        """The rows of a table, with the heads first."""
        for caption, rows in self.tables:
            if caption.startswith(CAPTIONS[key]):
                return rows
        raise LookupError(f"{self.name} has no table {CAPTIONS[key]}")


def _tables(element: Any) -> list[tuple[str, Rows]]:
    return [
        (
            table.findtext("caption") or "",
            [[cell.text_content() for cell in row] for row in table.iter("tr")],
        )
        for table in element.iter("table")
    ]
