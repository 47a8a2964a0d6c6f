import copy
from typing import Any

import pytest

from selfmgmt.case import Case
from selfmgmt.case.means import is_means
from selfmgmt.errors import InputError
from selfmgmt.language import speaking
from selfmgmt.scoring import default_criteria, load_criteria
from selfmgmt.scoring.criteria import criteria_of, label_of, read_criteria, weighed_criteria
from selfmgmt.simulation.outcomes import LESS_IS_BETTER, OUTCOMES

WORDS = {"nl": "Woorden", "en": "Words"}


def written(**changes: Any) -> dict[str, Any]:
    """One computed criterion as a user writes it."""
    record = {
        "label": {"nl": "Laagste capaciteit", "en": "Lowest capacity"},
        "description": WORDS,
        "unit": WORDS,
        "group": "residents",
        "kind": "computed",
        "outcome": "capacity_low",
        "better": "higher",
        "source": WORDS,
        "scale": {"worst": 85, "best": 100, "figure": "index", "grade": "D", "source": WORDS},
    }
    return copy.deepcopy(record | changes)


def test_goals_of_the_merger_are_in_the_default_set() -> None:
    """Service, closeness, cost control, less vulnerable and local colour: M4's five goals."""
    goals = {key for key, criterion in default_criteria().items() if "M4" in criterion.practice}
    five = {"service_quality", "closeness", "net_saving", "vulnerability", "local_colour"}
    assert five <= goals


def test_payback_is_there_but_not_counted_twice() -> None:
    """Saving and cost are in the default set; payback follows from them and is not."""
    assert "payback" in load_criteria()
    assert "payback" not in default_criteria()


def test_judged_criteria_have_anchors() -> None:
    """What people judge has words for 0, 50 and 100; what is computed has an outcome."""
    for key, criterion in load_criteria().items():
        assert (criterion.kind == "judged") == bool(criterion.anchors) == (not criterion.outcome), (
            key
        )


@pytest.mark.parametrize("key", ["self_organisation", "meer-zelfsturing", "selfManagement"])
def test_the_means_is_no_criterion_by_key(key: str) -> None:
    """More self-organisation is refused, and the message says what to do instead."""
    with speaking("en"), pytest.raises(InputError, match=r"means, not a goal.*service_quality"):
        read_criteria({key: written()})


@pytest.mark.parametrize(
    "label",
    [
        {"nl": "Meer zelforganisatie", "en": "Growth"},
        {"nl": "Groei", "en": "More self-organizing teams"},
    ],
)
def test_the_means_is_no_criterion_by_label(label: dict[str, str]) -> None:
    """A harmless key does not hide it."""
    with speaking("en"), pytest.raises(InputError, match="means, not a goal"):
        read_criteria({"growth": written(label=label)})


def test_no_criterion_of_ours_is_a_means() -> None:
    """The product keeps its own rule."""
    for key, criterion in load_criteria().items():
        assert not is_means(key, criterion.label.nl, criterion.label.en, criterion.outcome or "")


def test_all_faults_at_once() -> None:
    """Each wrong record is named, with what is missing or unknown."""
    wrong = {
        "first": written(outcome=None),
        "second": written(kind="judged", anchors={0: WORDS}),
        "third": written(colour="red"),
    }
    with pytest.raises(InputError, match="first") as caught:
        read_criteria(wrong)
    assert len(caught.value.faults) == 3
    assert "anchors" in caught.value.faults[1]
    assert "third.colour" in caught.value.faults[2]


def test_the_model_gives_every_computed_criterion() -> None:
    """Each outcome exists in the model, and model and criteria agree which way is better."""
    for key, criterion in load_criteria().items():
        if criterion.outcome:
            assert criterion.outcome in OUTCOMES, key
            assert (criterion.outcome in LESS_IS_BETTER) == (criterion.better == "lower"), key


def test_a_criterion_of_ones_own_keeps_the_words_of_its_anchors() -> None:
    """Those of 0, 50 and 100, on the scale that goes with its direction."""
    own = {"label": "Groen", "better": "higher", "at_0": "niets", "at_50": "wat", "at_100": "veel"}
    case = Case.model_validate(
        {"name": "Nijkerk", "municipalities": ["GM0267"], "criteria": {"green": own}}
    )
    found = criteria_of(case)["green"]
    assert {at: words.nl for at, words in found.anchors.items()} == {
        0: "niets", 50: "wat", 100: "veel",
    }  # fmt: skip
    assert (found.group, found.ends.worst, found.ends.best) == ("own", 0, 100)


def test_what_anyone_weighs_is_weighed_beside_the_default_set() -> None:
    """Payback is not in the default set; a body gives it points, a person its own criterion."""
    own = {"label": "Groen", "better": "higher", "at_0": "niets", "at_50": "wat", "at_100": "veel"}
    written = {"name": "Nijkerk", "municipalities": ["GM0267"]}
    plain = Case.model_validate(written)
    assert list(weighed_criteria(plain)) == list(default_criteria())
    more = Case.model_validate(
        written
        | {
            "criteria": {"green": own, "blue": own | {"label": "Blauw"}},
            "weights": {"council": {"payback": 10, "net_saving": 5}},
            "voices": {"teams": {"A": {"method": "swing", "points": {"green": 3}}}},
        }
    )
    assert set(weighed_criteria(more)) == {*default_criteria(), "payback", "green", "blue"}
    assert label_of("blue_sky") == "blue sky"
