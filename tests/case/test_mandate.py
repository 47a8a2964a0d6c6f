"""A mandate of teams never goes above what law and council reserve."""

import pytest
from pydantic import ValidationError

from selfmgmt.case.design import Autonomy
from selfmgmt.case.mandate import decision_domains
from selfmgmt.language import speaking


def test_domains_are_those_of_the_mandate() -> None:
    """The data and the record name the same domains in the same order."""
    assert list(decision_domains()) == list(Autonomy.model_fields)


@pytest.mark.parametrize("domain", decision_domains())
def test_the_highest_level_is_allowed_and_no_more(domain: str) -> None:
    """The message of a level too high gives the reason and the article of law."""
    rule = decision_domains()[domain]
    assert getattr(Autonomy.model_validate({domain: rule.max_level}), domain) == rule.max_level
    if rule.max_level < 7:
        with speaking("en"), pytest.raises(ValidationError, match=rule.source):
            Autonomy.model_validate({domain: rule.max_level + 1})
