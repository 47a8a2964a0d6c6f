"""What a report depends on."""

from selfmgmt.reporting.content import fingerprint as module
from selfmgmt.reporting.content.fingerprint import data_hash, file_hash, fingerprint
from selfmgmt.reporting.documents.formats import libraries_of


def test_it_changes_with_each_part():
    """And only then."""
    assert fingerprint("GM0267", 1) == fingerprint("GM0267", 1)
    others = {fingerprint("GM0267", 2), fingerprint("GM0014", 1), fingerprint("GM02671")}
    assert len(others | {fingerprint("GM0267", 1)}) == 4


def test_fetched_figures_count(tmp_path, monkeypatch):
    """Newer figures of the user make a report worth making again."""
    before = data_hash()
    monkeypatch.setenv("SELFMGMT_HOME", str(tmp_path))
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "manifest.json").write_text("{}")
    assert data_hash() != before


def test_a_file_is_its_bytes(tmp_path):
    """Whatever it is called."""
    (tmp_path / "a").write_text("x")
    (tmp_path / "b").write_text("x")
    assert file_hash(tmp_path / "a") == file_hash(tmp_path / "b")


def test_a_new_version_of_what_makes_documents_counts(monkeypatch):
    """Only where that kind of document was asked for."""
    libraries = {name: libraries_of(("html", name)) for name in ("html", "pdf", "docx", "pptx")}
    before = {name: fingerprint(libraries=made_with) for name, made_with in libraries.items()}
    usual = module._made_with
    monkeypatch.setattr(
        module, "_made_with", lambda name: "new" if name == "weasyprint" else usual(name)
    )
    after = {name: fingerprint(libraries=made_with) for name, made_with in libraries.items()}
    assert {name for name in libraries if after[name] != before[name]} == {"pdf"}
    assert len(set(before.values())) == len(before)


def test_what_is_not_installed_is_no_fault():
    """A worker without it has another hash, and is told so."""
    assert fingerprint(libraries=["no-such-library"]) != fingerprint()
