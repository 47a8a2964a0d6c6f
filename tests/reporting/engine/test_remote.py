"""Reports in another place: there they are what they would have been here."""

import json
import os

import fsspec
import pytest

from selfmgmt.cli import program
from selfmgmt.errors import InputError, SelfmgmtError
from selfmgmt.program import run
from selfmgmt.reporting.engine import lease, remote
from selfmgmt.reporting.engine.batch import render_reports
from selfmgmt.reporting.engine.lock import LOCK
from selfmgmt.reporting.engine.remote import output_location
from tests.reporting.probes import small_report


@pytest.fixture
def address():
    """An address in memory, empty."""
    files = fsspec.filesystem("memory")
    files.store.clear()
    files.pseudo_dirs[:] = [""]
    return "memory://reports"


@pytest.fixture(scope="module")
def small(tmp_path_factory):
    """A notebook that makes a report in no time."""
    return small_report(tmp_path_factory.mktemp("small"))


def there(address):
    """File to its bytes."""
    files, root = fsspec.core.url_to_fs(address)
    return {path[len(root) + 1 :]: files.cat_file(path) for path in files.find(root)}


def test_what_is_written_here_is_there(address, small, tmp_path):
    """Byte for byte, with nothing else beside it."""
    with output_location(address) as at:
        render_reports(["GM0267"], out=at.folder, notebook=small)
        index = at.address_of(at.folder / "index.html")
    render_reports(["GM0267"], out=tmp_path, notebook=small)
    here = {
        path.relative_to(tmp_path).as_posix(): path.read_bytes()
        for path in tmp_path.rglob("*")
        if path.is_file() and path.name != LOCK
    }
    found = there(address)
    assert found == here
    assert index == "memory://reports/index.html"


def test_only_what_changed_is_made_and_sent(address, small):
    """A second run finds what is there, though it fetches no documents."""
    with output_location(address) as at:
        render_reports(["GM0267"], out=at.folder, notebook=small)
    before = there(address)
    seen = []
    with output_location(address) as at:
        effort = effort_that_tells(seen)
        render_reports(["GM0267"], out=at.folder, notebook=small, effort=effort)
    assert seen == []
    assert there(address) == before
    with output_location(address) as at:
        effort = effort_that_tells(seen)
        render_reports(["GM0363"], out=at.folder, notebook=small, effort=effort)
    after = there(address)
    assert len(seen) == 1
    kept = "GM0267-nijkerk/report.html"
    assert after[kept] == before[kept]
    assert set(json.loads(after["manifest.json"])["reports"]) == {
        "GM0267-nijkerk",
        "GM0363-amsterdam",
    }


def effort_that_tells(seen):
    """An effort that tells how often a report was made."""
    from selfmgmt.reporting.engine.batch import Effort

    return Effort(on_progress=seen.append)


def test_what_is_gone_here_goes_there(address):
    """And what went wrong half way has been sent as well."""

    def stopped():
        with output_location(address) as at:
            (at.folder / "a").mkdir()
            (at.folder / "a" / "failed.ipynb").write_text("x")
            (at.folder / ".unfinished-1").write_text("x")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        stopped()
    assert set(there(address)) == {"a/failed.ipynb"}
    with output_location(address) as at:
        (at.folder / "a" / "failed.ipynb").unlink()
        at.send()
        assert set(there(address)) == {lease.NAME}
    assert there(address) == {}


def test_two_do_not_write_to_one_address(address):
    """The second hears who is there, and leaves everything as it is."""
    with output_location(address):
        before = there(address)
        with pytest.raises(SelfmgmtError, match="memory://reports"), output_location(address):
            raise AssertionError
        assert there(address) == before
    assert there(address) == {}


@pytest.mark.parametrize(
    ("changes", "free"),
    [
        ({}, False),
        ({"renewed": 0}, True),
        ({"computer": "elsewhere"}, False),
        ({"process": 2**22 + 1}, True),
        ({"process": 1}, False),
        ({"renewed": "x"}, True),
    ],
)
def test_who_was_killed_is_no_longer_there(address, changes, free):
    """What nobody renews any more counts as gone, and what ended on this computer at once."""
    files, root = fsspec.core.url_to_fs(address)
    path = f"{root}/{lease.NAME}"
    first = lease.Lease(files, path, address)
    first.take()
    left = json.loads(files.cat_file(path)) | changes
    first.leave()
    files.pipe_file(path, json.dumps(left).encode())
    if free:
        with output_location(address):
            assert json.loads(files.cat_file(path))["key"] != left["key"]
    else:
        with pytest.raises(SelfmgmtError, match="memory"), output_location(address):
            raise AssertionError


def test_a_lease_is_renewed_until_another_replaces_it(address, monkeypatch):
    """From then on nothing is sent: the other one would be undone."""
    monkeypatch.setattr(lease, "_RENEWED", 0.01)
    files, root = fsspec.core.url_to_fs(address)
    path = f"{root}/{lease.NAME}"
    mine = lease.Lease(files, path, address)
    mine.take()
    first = json.loads(files.cat_file(path))["renewed"]
    while json.loads(files.cat_file(path))["renewed"] == first:
        mine.check()
    files.pipe_file(path, json.dumps({"key": "another", "who": "Ada"}).encode())
    with pytest.raises(SelfmgmtError, match="Ada"):
        mine.check()
    mine.leave()
    assert json.loads(files.cat_file(path))["key"] == "another"


def test_names_that_lead_out_are_left_alone(address):
    """Somebody else may write in the same place."""
    assert [remote._is_ours(name) for name in ("a", "a/b", "a/b/c", "../a", "/a", "..")] == [
        True, True, False, False, False, False,
    ]  # fmt: skip


@pytest.mark.parametrize("scheme", ["", "file://"])
def test_a_path_is_a_path(tmp_path, scheme):
    """Nothing is copied."""
    with output_location(f"{scheme}{tmp_path}") as at:
        assert at.folder == tmp_path
        assert at.address_of(tmp_path / "index.html") == str(tmp_path / "index.html")


def test_an_unknown_kind_of_address_is_refused():
    """Before anything is made."""
    with pytest.raises(InputError, match="nowhere://x"), output_location("nowhere://x"):
        raise AssertionError


def test_a_service_like_s3(small, monkeypatch, capsys):
    """The command writes in a bucket, and says where."""
    import boto3
    import s3fs
    from moto import server

    at = server.ThreadedMotoServer("127.0.0.1", 0)
    at.start()
    host, port = at.get_host_and_port()
    monkeypatch.setenv("AWS_ENDPOINT_URL", f"http://{host}:{port}")
    monkeypatch.setenv("AWS_ACCESS_KEY_ID", "x")
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "x")
    monkeypatch.setenv("AWS_DEFAULT_REGION", "eu-west-1")
    s3fs.S3FileSystem.clear_instance_cache()
    try:
        boto3.client("s3").create_bucket(
            Bucket="our-reports", CreateBucketConfiguration={"LocationConstraint": "eu-west-1"}
        )
        with output_location("s3://our-reports/x") as address:
            render_reports(["GM0267"], out=address.folder, notebook=small)
            assert run(program, ["report", "Nijkerk", "--out", "s3://our-reports/x"]) == 1
            assert "s3://our-reports/x" in capsys.readouterr().err
        with output_location("s3://our-reports/x") as address:
            known = json.loads((address.folder / "manifest.json").read_text())["reports"]
            size = os.path.getsize(address.folder / "GM0267-nijkerk" / "report.html")  # noqa: PTH202
        assert known["GM0267-nijkerk"]["files"]["report.html"]["bytes"] == size
        assert "index.html" in there("s3://our-reports/x")
        assert run(program, ["report", "Nijkerk", "--out", "s3://not-there/x", "--kernels"]) == 2
        assert "s3://not-there" in capsys.readouterr().err
    finally:
        at.stop()
        s3fs.S3FileSystem.clear_instance_cache()
