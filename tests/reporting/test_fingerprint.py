"""What a report depends on."""

from selfmgmt.reporting.fingerprint import data_hash, file_hash, fingerprint


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
