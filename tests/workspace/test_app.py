"""Who can reach the pages, and what the user hears about that."""

from pathlib import Path

import pytest

from tests.workspace.conftest import write_pages
from tests.workspace.served import Visitor, serving


def test_only_this_computer_can_reach_the_pages_and_only_with_the_code(tmp_path: Path) -> None:
    """Unless the user says otherwise; then there is nothing to warn of."""
    write_pages(tmp_path)
    with serving(tmp_path, "--language", "en", "--ready", "0") as served:
        assert served.link.startswith("http://127.0.0.1:")
        assert len(served.link.partition("/?token=")[2]) > 20
        assert "Others can now reach these pages" not in served.log.read_text()
        assert "Counting" in served.visitor().get("/")


@pytest.mark.parametrize(
    ("more", "warning"),
    [((), "and has the link"), (("--no-token",), "without any access code")],
    ids=["code", "open"],
)
def test_letting_others_in_is_not_done_in_silence(
    tmp_path: Path, more: tuple[str, ...], warning: str
) -> None:
    """The user hears who can come in now, and that nothing is encrypted."""
    write_pages(tmp_path)
    options = ("--language", "en", "--ready", "0", "--host", "0.0.0.0", *more)  # noqa: S104
    with serving(tmp_path, *options) as served:
        said = " ".join(served.log.read_text().split())
        page = Visitor(served.origin).get("/")
    assert warning in said
    assert "not encrypted" in said
    assert ('name="password"' in page) == (not more)
