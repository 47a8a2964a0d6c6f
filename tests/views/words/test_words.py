"""What holds for every sentence made from results."""

from datetime import date

import pytest

from selfmgmt.analysis.compare import compare
from selfmgmt.case.files import new_case
from selfmgmt.case.organisation import OwnFigures
from selfmgmt.language import speaking
from selfmgmt.reference.peers import peer_group
from selfmgmt.views.calendar import calendar_of
from selfmgmt.views.words.answer import closes_sentence, price_sentence, unknown_sentence
from selfmgmt.views.words.cards import left_out_sentences
from selfmgmt.views.words.choice import choice_sentences
from selfmgmt.views.words.conditions import condition_sentences, readiness_sentences
from selfmgmt.views.words.decide import decide_sentences
from selfmgmt.views.words.design import changes_sentence
from selfmgmt.views.words.options import leak_sentences
from selfmgmt.views.words.organisation import quality_sentences, who_sentences
from selfmgmt.views.words.past_failures import before_sentences
from selfmgmt.views.words.peers import peer_sentences
from selfmgmt.views.words.question import amount_sentence
from selfmgmt.views.words.readiness_advice import ready_sentences
from selfmgmt.views.words.required_cuts import takes_sentences, takes_table
from selfmgmt.views.words.roles import agreement_sentences
from selfmgmt.views.words.staff import staff_sentences, staff_table
from selfmgmt.views.words.timing import cash_sentences, service_sentences
from selfmgmt.views.words.uncertainty import (
    fill_in_sentence,
    fill_in_steps,
    spread_sentences,
    spread_shares,
)

DATES = calendar_of(date(2026, 11, 30))
SENTENCES = {
    "amount": lambda world: [amount_sentence(world.comparison, DATES)],
    "answer": lambda world: [
        closes_sentence(world.comparison),
        price_sentence(world.comparison),
        unknown_sentence(world.comparison, world.weighing),
    ],
    "decide": lambda world: decide_sentences(world.comparison, world.weighing, DATES),
    "conditions": lambda world: condition_sentences(world.comparison),
    "readiness": lambda world: readiness_sentences(world.comparison.study.profile),
    "leak": lambda world: leak_sentences(world.comparison, DATES.at(8)),
    "service": lambda world: service_sentences(world.comparison, DATES),
    "cash": lambda world: cash_sentences(world.comparison, DATES),
    "takes": lambda world: takes_sentences(world.comparison),
    "ready": lambda world: ready_sentences(world.comparison.study, world.comparison, DATES),
    "choice": lambda world: choice_sentences(world.weighing, world.labels, {}),
    "left out": lambda world: left_out_sentences(world.comparison),
    "before": lambda world: before_sentences(world.comparison),
    "changes": lambda world: [
        changes_sentence(one.design) for one in world.comparison.options.values()
    ],
    "who": lambda world: who_sentences(world.comparison.study),
    "quality": lambda world: quality_sentences(world.comparison.study),
    "peers": lambda world: peer_sentences(
        peer_group(world.comparison.study.members, "nearest"), world.comparison.study.members
    ),
    "agreement": lambda world: agreement_sentences(world.weighing, world.labels),
    "staff": lambda world: staff_sentences(world.comparison, DATES),
    "spread": lambda world: spread_sentences(
        spread_shares(world.comparison, "net_saving_eur"), "net_saving_eur"
    ),
    "fill in": lambda world: fill_in_steps(world.comparison),
}


@pytest.mark.parametrize("say", SENTENCES.values(), ids=SENTENCES)
@pytest.mark.parametrize("language", ["nl", "en"])
def test_they_are_whole_sentences(say, language, world):
    """A capital or figure first, a full stop last, nothing left to fill in, no raw keys."""
    with speaking(language):
        sentences = say(world)
    assert sentences
    for text in sentences:
        assert text[0].isupper() or text[0].isdigit() or text[0] == "‘"
        assert text.endswith((".", "?"))
        assert not {"{", "}", "_", "nan", "inf "} & {*text, *text.split()}
        assert "  " not in text


def test_a_case_in_which_nothing_happens_can_be_told(quiet):
    """No cut and no options: no sentence fails, and nothing is promised."""
    with speaking("en"):
        text = "No saving target is filled in. So no option can miss it."
        assert amount_sentence(quiet, DATES) == text
        assert price_sentence(quiet) == ""
        assert leak_sentences(quiet, DATES.at(8)) == ["No option plans a saving."]
        assert service_sentences(quiet, DATES) == ("No option changes anything.",)
        assert condition_sentences(quiet) == []
        assert staff_sentences(quiet, DATES) == ("None, as long as nothing changes.",)
        assert staff_table(quiet) is None
        assert takes_table(quiet) is None


def test_fewer_own_figures_are_asked_for_when_some_are_there(comparison):
    """Two of nine figures are the user's own; at most three are asked for first."""
    with speaking("en"):
        assert fill_in_sentence(comparison).startswith("7 figures")
    assert 1 <= len(fill_in_steps(comparison)) <= 3


def test_when_all_is_filled_in_it_is_told_why_the_saving_stays_wide():
    """Nijkerk without own figures has a list to look up; with all of them the reason."""
    case = new_case(["Nijkerk"])
    figures = {
        "fte": "390", "cost_per_fte": "85000", "manager_share": "6%", "support_share": "27%",
        "team_count": "40", "absence": "6%", "turnover": "8%", "hire_share": "18%",
    }  # fmt: skip
    known = {"organisation": OwnFigures.model_validate(figures)}
    public, own = (compare(one) for one in (case, case.model_copy(update=known)))
    with speaking("en"):
        assert fill_in_steps(public)[0].startswith("Share of staff departments")
        assert "stays wide" not in fill_in_sentence(public)
        text = fill_in_sentence(own)
    assert text.startswith("1 figure is not yet your own. It hardly ever changes")
    assert "stays wide" in text
    assert "“Part of the gap in capacity that is filled by hiring”" in text
