"""The documents of Office as LibreOffice reads them and writes them again."""

import shutil
import subprocess
from zipfile import ZipFile

import docx
import pytest

from selfmgmt.reporting.documents.docx import docx_of
from tests.reporting.documents.a_page import ABOUT, small_page

MISSING = """\
LibreOffice is needed to test the Word documents, and is not on this computer. Get it with
  Debian, Ubuntu:  sudo apt-get install --no-install-recommends libreoffice-writer-nogui
To run all other tests: python -m pytest --ignore=tests/reporting/documents/test_libreoffice.py"""


@pytest.mark.slow
def test_headings_tables_and_alternative_texts_are_kept(tmp_path):
    """Opened and saved again, a proposal still has what a screen reader needs."""
    office = shutil.which("soffice") or pytest.fail(MISSING)
    (tmp_path / "report.docx").write_bytes(docx_of(small_page(), "nl"))
    subprocess.run(
        [
            office,
            f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}",
            *("--headless", "--convert-to", "docx", "--outdir", tmp_path / "again"),
            tmp_path / "report.docx",
        ],
        check=True,
        capture_output=True,
        timeout=120,
    )
    again = docx.Document(tmp_path / "again" / "report.docx")
    styles = {one.style.name: one.text for one in again.paragraphs}
    assert styles["Heading 1"] == "Wat & waarom"
    assert styles["Heading 2"] == "Klein"
    assert [one.get("descr") for one in again.element.body.iter("{*}docPr")] == [ABOUT["alt"]]
    assert again.tables[0].rows[0]._tr.find(".//{*}tblHeader") is not None
    styles_part = ZipFile(tmp_path / "again" / "report.docx").read("word/styles.xml").decode()
    assert 'w:val="nl-NL"' in styles_part
