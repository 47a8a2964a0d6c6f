"""Every question says what it is about, and holds the answer so far."""

import pytest

from selfmgmt.analysis.compare import compare_options
from selfmgmt.analysis.study import study_of
from selfmgmt.analysis.weigh import Weighing, weigh
from selfmgmt.case import Case
from selfmgmt.case.edit.weights import Draft
from selfmgmt.language import speaking
from selfmgmt.views.widgets.questions import criteria_rows, questions

KEYS = ("net_saving", "closeness", "absence")


@pytest.fixture(scope="module")
def weighing() -> Weighing:
    """Nijkerk with one option beside doing nothing."""
    options = {"fewer_managers_only": {}}
    case = Case.model_validate({"name": "x", "municipalities": "Nijkerk", "options": options})
    return weigh(compare_options(study_of(case), draws=500, seed=1))


def test_every_criterion_can_be_taken_away(weighing: Weighing) -> None:
    """Those that count are marked, and those that nobody judged."""
    rows = {one["key"]: one for one in criteria_rows(weighing, Draft(counts=KEYS))}
    assert [key for key in rows if rows[key]["on"]] == ["closeness", "net_saving", "absence"]
    assert not rows["closeness"]["counted"]
    assert rows["net_saving"]["counted"]
    assert rows["absence"]["counted"]


@pytest.mark.parametrize(("method", "count"), [("swing", 3), ("points", 3), ("order", 3)])
def test_one_question_a_criterion(weighing: Weighing, method: str, count: int) -> None:
    """In the order in which they count, with the step from worst to best."""
    found = questions(weighing, Draft(method=method, counts=KEYS))
    assert len(found) == count
    assert all(one["help"] for one in found)


def test_an_answer_that_is_not_in_the_list_stays(weighing: Weighing) -> None:
    """A file may say 2.5 times; the page shows that too."""
    draft = Draft(method="pairs", counts=KEYS, pairs={"net_saving.closeness": "-2,5"})
    with speaking("en"):
        first, *rest = questions(weighing, draft)
    assert first["label"] == "Net saving or close to residents and businesses?"
    assert {"value": "-2,5", "label": "Close to residents and businesses: 2,5 times"} in (
        first["choices"]
    )
    assert [len(one["choices"]) for one in rest] == [17, 17]
