"""The mean of a role is never shown without how far its people differ."""

from typing import Any

import pytest

from selfmgmt.analysis.compare import compare_options
from selfmgmt.analysis.study import study_of
from selfmgmt.analysis.weigh import Weighing, weigh
from selfmgmt.case import Case
from selfmgmt.language import speaking
from selfmgmt.views.words.responses import responses_sentences, responses_table
from selfmgmt.views.words.roles import agreement_sentences

LASTING = {"method": "swing", "points": {"falls_back": 100}}
CALM = {"method": "order", "order": "vulnerability, capacity_end"}


def weighed(responses: dict[str, Any]) -> tuple[Weighing, dict[str, str]]:
    """What follows when people of the council say this."""
    options = dict.fromkeys(("fewer_managers_only", "stepwise_programme"))
    case = Case.model_validate(
        {
            "name": "Urk",
            "municipalities": "Urk",
            "question": {"saving_target": "5%"},
            "options": options,
            "voices": {"council": responses} if responses else {},
        }
    )
    with speaking("en"):
        comparison = compare_options(study_of(case), draws=500, seed=1)
    return weigh(comparison), {key: one.label for key, one in comparison.options.items()}


def test_two_people_who_want_something_else() -> None:
    """Who wants what, how far they agree, and over what they differ most."""
    weighing, labels = weighed({"A": LASTING, "C": CALM})
    with speaking("en"):
        sentences = " ".join(responses_sentences(weighing, "council", labels))
        assert sentences in " ".join(agreement_sentences(weighing, labels))
        table = responses_table(weighing, "council", labels)
    assert "Council: 2 people gave" in sentences
    assert "They do not agree" in sentences
    assert "of 100" in sentences
    assert "chance of falling back: it counts for 0% with C and for 100% with A" in sentences
    assert table is not None
    assert table.heads == ("Criterion", "A", "C", "On average")
    assert ("Chance of falling back", "100%", "0%", "50%") in table.rows


@pytest.mark.parametrize("responses", [{}, {"A": LASTING}])
def test_one_person_or_none_has_nothing_to_differ_from(responses: dict[str, Any]) -> None:
    """Then there is nothing to say."""
    weighing, labels = weighed(responses)
    assert responses_sentences(weighing, "council", labels) == []


def test_people_who_agree() -> None:
    """That is told too."""
    weighing, labels = weighed({"A": LASTING, "B": LASTING})
    with speaking("en"):
        assert "All put" in " ".join(responses_sentences(weighing, "council", labels))
