"""The overview of a folder of reports."""

import json

from selfmgmt.reporting.overview import add_to_manifest, read_manifest, write_overview


def test_reports_come_in_and_go_out(tmp_path):
    """A report whose folder is gone is dropped; one that is made again is replaced."""
    for folder in ("GM0267-nijkerk", "GM0363-amsterdam"):
        (tmp_path / folder).mkdir()
        add_to_manifest(tmp_path, folder, {"name": folder, "seed": 1})
    (tmp_path / "GM0363-amsterdam").rmdir()
    add_to_manifest(tmp_path, "GM0267-nijkerk", {"name": "Nijkerk", "seed": 2})
    assert read_manifest(tmp_path) == {"GM0267-nijkerk": {"name": "Nijkerk", "seed": 2}}


def test_a_broken_manifest_is_started_anew(tmp_path):
    """Nothing else than what is on disk can be lost with it."""
    (tmp_path / "manifest.json").write_text("{half")
    assert read_manifest(tmp_path) == {}
    (tmp_path / "manifest.json").write_text(json.dumps({"reports": 3}))
    assert read_manifest(tmp_path) == {}


def test_the_page_leads_to_each_report_by_name(tmp_path):
    """In the order of the alphabet, and names are only text."""
    for folder, name in (("b", "Zwolle"), ("a", "<b>Aa"), ("c", "Boxtel")):
        (tmp_path / folder).mkdir()
        add_to_manifest(tmp_path, folder, {"name": name})
    text = write_overview(tmp_path, "nl").read_text(encoding="utf-8")
    assert '<a href="b/report.html">Zwolle</a>' in text
    assert text.index("&lt;b&gt;Aa") < text.index("Boxtel") < text.index("Zwolle")
    assert '<html lang="nl">' in text
