"""Whatever a case is called, no document runs it, breaks on it, or leaves its folder."""

import csv
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import docx
import openpyxl
import pikepdf
import pytest
import yaml
from lxml import html
from pptx import Presentation

from selfmgmt.errors import InputError
from selfmgmt.reporting.engine.batch import render_reports

SCRIPT = "<script>alert(1)</script>"
FORMULA = "=cmd|'/c calc'!A1"
PATH = "../../x"
LONG = "w" * 10_000
TURNED = "\u202eommok"
TAGS = 'Ja"><img src=x onerror=alert(1)>{{ 7 * 7 }}${HOME}'


def a_case(folder, name):
    """A case file that was written by an enemy."""
    case = {
        "schema": "selfmgmt/case/1",
        "name": name,
        "municipalities": ["GM0267"],
        "question": {"saving_target": "5%", "due_quarter": 8, "example": True},
        "options": {
            "do_nothing": {},
            "one": {"label": TAGS, "based_on": "cut_across_the_board"},
            "two": {"label": FORMULA, "based_on": "within_frames"},
        },
        "practice": {"lessons": {"own": {"carers": {"score": 5, "example": f"Nee {TAGS}"}}}},
        "notes": LONG,
    }
    path = folder / "case.yaml"
    path.write_text(yaml.safe_dump(case, allow_unicode=True), encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def made(tmp_path_factory) -> Path:
    """The folder of a report with all its documents."""
    folder = tmp_path_factory.mktemp("hostile")
    case = a_case(folder, f"{FORMULA} {PATH} {SCRIPT}")
    formats = ("pdf", "docx", "slides", "pptx")
    render_reports([], cases=[case], out=folder / "in" / "out", formats=formats, draws=100)
    found = {path.relative_to(folder).parts[0] for path in folder.rglob("*")}
    assert found == {"case.yaml", "in"}
    (report,) = (path for path in (folder / "in" / "out").iterdir() if path.is_dir())
    return report


@pytest.mark.slow
def test_all_documents_are_there(made):
    """In one folder with a harmless name."""
    assert {path.name for path in made.iterdir()} == {
        *("report.html", "report.pdf", "report.docx", "slides.html", "slides.pptx"),
        *("report.ipynb", "results.json"),
    }
    assert made.name.replace("-", "").isalnum()


@pytest.mark.slow
@pytest.mark.parametrize(("file", "scripts"), [("report.html", 2), ("slides.html", 1)])
def test_pages_show_it_as_words(made, file, scripts):
    """The only script is our own, and no element gets a handler."""
    tree = html.document_fromstring((made / file).read_text(encoding="utf-8"))
    assert len(tree.xpath("//script")) == scripts
    assert tree.xpath("//@onerror") == []
    assert tree.xpath("//img[not(starts-with(@src, 'data:image/png;base64,'))]") == []
    assert SCRIPT in tree.findtext(".//title")
    assert (f"Nee {TAGS}" in tree.text_content()) == (file == "report.html")
    assert "49" not in tree.findtext(".//title")


@pytest.mark.slow
def test_the_pdf_runs_nothing(made):
    """It has words and links to sources, and no actions."""
    with pikepdf.open(made / "report.pdf") as document:
        assert SCRIPT in str(document.docinfo["/Title"])
        objects = [one for one in document.objects if isinstance(one, pikepdf.Dictionary)]
        kinds = {str(one.S) for one in objects if one.get("/Type") != "/StructElem" and "/S" in one}
    assert kinds & {"/JavaScript", "/Launch", "/GoToR", "/SubmitForm", "/ImportData"} == set()


@pytest.mark.slow
def test_office_shows_it_as_words(made):
    """No field but that of captions, no macro, no link but to the web."""
    document = docx.Document(made / "report.docx")
    assert document.paragraphs[0].text.startswith(FORMULA)
    codes = {one.get(one.keys()[0]).split()[0] for one in document.element.iter("{*}fldSimple")}
    assert codes == {"SEQ"}
    links = [one.target_ref for one in document.part.rels.values() if one.is_external]
    assert all(link.startswith("https://") for link in links)
    presentation = Presentation(made / "slides.pptx")
    assert SCRIPT in presentation.slides[0].placeholders[1].text
    for file in ("report.docx", "slides.pptx"):
        names = ZipFile(BytesIO((made / file).read_bytes())).namelist()
        assert not [name for name in names if "vba" in name.lower()]


@pytest.mark.slow
def test_spreadsheets_hold_no_formula(made):
    """Neither the workbook nor the text that a spreadsheet opens."""
    sheet = openpyxl.load_workbook(made.parent / "results.xlsx").active
    assert "f" not in {cell.data_type for row in sheet for cell in row}
    with (made.parent / "results.csv").open(encoding="utf-8-sig", newline="") as file:
        mark = ";" if file.readline().startswith("report;") else ","
        words = [word for row in csv.reader(file, delimiter=mark) for word in row]
    assert f"'{FORMULA}" in " ".join(words)
    assert not [word for word in words if word.startswith(("=", "@", "+", "\t"))]


@pytest.mark.parametrize(("name", "reported"), [(LONG, "200"), (TURNED, "name")])
def test_what_no_name_can_be_is_refused(tmp_path, name, reported):
    """Too long, or with marks that turn text round; nothing is written."""
    with pytest.raises(InputError, match=reported):
        render_reports([], cases=[a_case(tmp_path, name)], out=tmp_path / "out", draws=100)
    assert not (tmp_path / "out").exists()
