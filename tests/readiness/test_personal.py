import pytest

from selfmgmt.readiness.personal import personal_content, personal_header


@pytest.mark.parametrize(
    ("cell", "kind"),
    [
        ("j.jansen@nijkerk.nl", "mail"),
        ("Jan <jan@nijkerk.nl>", "mail"),
        ("192.168.1.20", "computer"),
        ("2001:0db8:85a3:0000:0000:8a2e:0370:7334", "computer"),
        ("111222333", "number"),
        ("1112.22.333", "number"),
        ("10000008", "number"),
        ("14-03-1971", "birth"),
        ("1971-03-14", "birth"),
        ("06 12345678", "address"),
        ("+31612345678", "address"),
    ],
)
def test_what_points_to_a_person(cell: str, kind: str) -> None:
    """Found by what it looks like, whatever stands above the column."""
    assert personal_content(["Noord", cell]) == kind


@pytest.mark.parametrize(
    "cell", ["Noord", "4", "team 12", "111222334", "3,5", "Sociaal domein 2026", "", "000000000"]
)
def test_what_does_not(cell: str) -> None:
    """Names of teams, answers and numbers that fail the test of eleven."""
    assert personal_content([cell]) == ""


def test_a_word_counts_only_as_a_whole() -> None:
    """A name inside another word is no name."""
    assert personal_header("Samenamen van teams") == ""
