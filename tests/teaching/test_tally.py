"""What may be shown: never fewer people than the floor, whichever way tables are subtracted."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from selfmgmt.scoring.roles import load_roles
from selfmgmt.teaching.answers import Answers, answers_of, sheet_answers
from selfmgmt.teaching.ballot import fewest_people, load_ballots
from selfmgmt.teaching.export import exportable
from selfmgmt.teaching.tally import agreement, bodies_to_show, tally, what_divides

WEIGHTS = load_ballots()["weights"]
FLOOR = fewest_people()


def given_weights(*sheets: dict[str, int]) -> Answers:
    """Each sheet of another person, in round 1."""
    return answers_of(
        row
        for number, values in enumerate(sheets, 1)
        for row in sheet_answers("K7QM", 1, f"number-{number}", "weights", values)
    )


def test_counts_and_quartiles_are_those_of_a_hand() -> None:
    """Five people: 2, 4, 4, 6 and 10; the middle is 4, half lies between 4 and 6."""
    found = tally(given_weights(*({"money": value} for value in (4, 2, 10, 4, 6))), WEIGHTS)
    (money,) = found.counts
    assert found.people == 5
    assert money.counts == (0, 0, 1, 0, 2, 0, 1, 0, 0, 0, 1)
    assert money.quartiles == (4.0, 4.0, 6.0)
    assert found.hidden == ("residents", "staff", "steering", "identity")


def test_four_people_show_nothing() -> None:
    """Not even how many there are."""
    found = tally(given_weights(*[{"money": 3}] * 4), WEIGHTS)
    assert (found.people, found.counts, found.bodies) == (None, (), {})


@given(st.dictionaries(st.sampled_from(list(load_roles())), st.integers(0, 12)), st.integers(0, 9))
def test_no_difference_is_of_a_few(sizes: dict[str, int], silent: int) -> None:
    """Each body that is shown, and everyone without any number of them, is none or enough."""
    everyone = sum(sizes.values()) + silent
    shown = bodies_to_show(sizes, everyone, FLOOR)
    for count in range(len(shown) + 1):
        for some in combinations(shown, count):
            rest = everyone - sum(sizes[key] for key in some)
            assert rest == 0 or rest >= FLOOR or everyone < FLOOR
    assert all(sizes[key] >= FLOOR for key in shown)


@given(st.lists(st.tuples(st.integers(1, 3), st.integers(0, 2), st.booleans()), max_size=24))
def test_no_published_count_is_of_a_few(people: list[tuple[int, int, bool]]) -> None:
    """In the tally and in the export: of all, of a body, and of those who are left."""
    sheets = [
        {"body": body, "money": money, **({"staff": 5} if also else {})}
        for body, money, also in people
    ]
    answers = given_weights(*sheets)
    found = tally(answers, WEIGHTS)
    for count in found.counts:
        bodies = [
            next(one.answered for one in counts if one.question == count.question)
            for counts in found.bodies.values()
        ]
        assert count.answered >= FLOOR
        assert all(size >= FLOOR for size in bodies)
        assert count.answered - sum(bodies) == 0 or count.answered - sum(bodies) >= FLOOR
    kept, _told = exportable(answers, {"weights": WEIGHTS})
    for question in {row.question for row in kept.rows} - {"weights.body"}:
        assert sum(row.question == question for row in kept.rows) >= FLOOR


def test_agreement_is_that_of_a_hand() -> None:
    """Five people with the same order agree fully; three goals in two opposite orders less."""
    same = given_weights(*[{"money": 9, "staff": 5, "steering": 1}] * 5)
    assert agreement(same, ["money", "staff", "steering"]) == pytest.approx(1)
    other = {"money": 1, "staff": 5, "steering": 9}
    apart = given_weights(*[{"money": 9, "staff": 5, "steering": 1}] * 3, *[other] * 3)
    assert agreement(apart, ["money", "staff", "steering"]) == pytest.approx(0)
    assert agreement(given_weights(*[{"money": 9, "staff": 5}] * 4), ["money", "staff"]) is None


def test_what_divides_most_is_what_agreement_lacks() -> None:
    """All put staff above steering; only money is somewhere else for everyone."""
    sheets = [{"staff": 6, "steering": 3, "money": money} for money in (0, 0, 0, 9, 9, 9)]
    found = what_divides(given_weights(*sheets), ["staff", "steering", "money"])
    assert next(iter(found)) == "money"
    assert found["money"] > 0
