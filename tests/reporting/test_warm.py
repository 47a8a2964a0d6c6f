"""Warming up."""

from selfmgmt.language import current_language, speaking
from selfmgmt.reporting.warm import warm_up


def test_nothing_of_it_stays(capsys):
    """Neither a word nor a language."""
    with speaking("en"):
        warm_up()
        assert current_language() == "en"
    assert capsys.readouterr().out == ""
