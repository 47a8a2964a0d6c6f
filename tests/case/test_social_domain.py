"""The option that starts in the social domain is as large as that domain is here."""

import pytest

from selfmgmt.case import Case
from selfmgmt.case.social_domain import social_share, why_not_here
from selfmgmt.evidence.options import named_options
from selfmgmt.fields import Amount, Estimate
from selfmgmt.language import speaking
from selfmgmt.reference.municipalities import find_municipality

KEY = "social_domain_first"


def design(name: str, organisation: dict[str, object] | None = None, **levers: object):
    """The design of the option in one municipality."""
    fields = {"name": name, "municipalities": name, "organisation": organisation or {}}
    return Case.model_validate({**fields, "options": {KEY: levers}}).design(KEY)


def test_scope_and_managers_follow_the_municipality() -> None:
    """Nijkerk has 25.6% of its staff cost there; half of the managers there go."""
    found = design("Nijkerk")
    assert found.scope == pytest.approx(0.256)
    assert found.managers_after == Amount(value=0.872, relative=True)
    assert design("Amsterdam").scope == pytest.approx(0.188)


def test_what_the_user_sets_wins() -> None:
    """A scope of one's own moves the managers along; managers of one's own stay."""
    assert design("Nijkerk", scope="40%").managers_after == Amount(value=0.8, relative=True)
    own = design("Nijkerk", managers_after="70%")
    assert (own.scope, own.managers_after) == (0.256, Amount(value=0.7, relative=True))


def test_an_own_figure_replaces_that_of_the_accounts() -> None:
    """The middle of one's own range is the scope."""
    assert design("Nijkerk", {"social_share": "30%"}).scope == 0.3
    figure = social_share(Estimate.model_validate("0,3"), [find_municipality("Nijkerk")])
    assert (figure.origin, figure.estimate.central) == ("own", 0.3)


def test_without_staff_of_its_own_the_range_is_national() -> None:
    """Boxtel employs nobody: its share is that of the middle half, and says so."""
    with speaking("en"):
        figure = social_share(None, [find_municipality("Boxtel")])
    assert (figure.origin, figure.estimate.central) == ("default", 0.17)
    assert "not on the payroll" in figure.source
    assert design("Boxtel").scope == 0.17


def test_other_options_are_the_same_everywhere() -> None:
    """Only this option hangs on the social domain."""
    keys = [key for key, option in named_options().items() if option.social_scope]
    assert keys == [KEY]
    assert why_not_here(named_options()["within_frames"], scope=0, teams=1) == ""


@pytest.mark.parametrize(
    ("scope", "teams", "words"),
    [(0.049, 900, "done elsewhere"), (0.1, 19, "two teams"), (0.1, 20, ""), (0.05, 40, "")],
)
def test_it_says_where_it_does_not_fit(scope: float, teams: float, words: str) -> None:
    """Under 5% of the staff, or under two teams, there is nothing to begin with."""
    with speaking("en"):
        found = why_not_here(named_options()[KEY], scope=scope, teams=teams)
    assert words in found
    assert bool(found) == bool(words)
