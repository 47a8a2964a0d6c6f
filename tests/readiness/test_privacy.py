"""Attacks on what is published, by someone who knows who is in which team and role."""

from dataclasses import replace
from itertools import combinations

import numpy as np
import pytest

from selfmgmt.errors import InputError
from selfmgmt.readiness.answers import Answers, scored
from selfmgmt.readiness.groups import TOTAL, Group
from selfmgmt.readiness.instrument import load_instrument
from selfmgmt.readiness.privacy import publishable
from selfmgmt.readiness.published import Published
from tests.readiness.organisation import Organisation, synthetic_organisation

ITEMS = tuple(item.key for item in load_instrument().items)
TRUST = ("T1", "T2", "T3", "T4")
FLOOR = 7
ORGANISATIONS = 1_000


def random_organisation(rng: np.random.Generator) -> tuple[Answers, dict[Group, int]]:
    """A small or middling organisation with gaps, loners, strange roles and one-voiced teams."""
    people, teams = int(rng.integers(8, 160)), int(rng.integers(1, 14))
    names = np.array(["", *(f"t{at}" for at in range(teams))])
    team = rng.choice(len(names), people, p=rng.dirichlet(np.full(len(names), 0.8)))
    roles = np.array(["", "member", "manager", "staff", "board"])
    role = rng.choice(5, people, p=rng.dirichlet([0.3, 3.0, 0.6, 0.6, 0.4]))
    if rng.random() < 0.3:  # roles that sit in teams of their own
        role[team == 1], role[(team != 1) & (role == 3)] = 3, 1
    values = rng.integers(1, 6, (people, 4)).astype(float)
    values[team == 2] = rng.integers(1, 6)
    values[rng.random(values.shape) < rng.choice([0.0, 0.02, 0.1])] = np.nan
    answers = Answers(
        items=TRUST,
        values=values,
        roles=tuple(roles[role].tolist()),
        teams=tuple(names[team].tolist()),
    )
    counts = {TOTAL: people}
    counts |= {
        Group("role", str(name)): int((role == at).sum()) for at, name in enumerate(roles) if at
    }
    counts |= {
        Group("team", str(name)): int((team == at).sum()) for at, name in enumerate(names) if at
    }
    sizes = {group: int(count * rng.uniform(1, 3)) for group, count in counts.items()}
    return answers, {} if rng.random() < 0.3 else sizes


def members(answers: Answers, group: Group) -> np.ndarray:
    """Who is in the group; the attacker knows it."""
    if group == TOTAL:
        return np.ones(len(answers), dtype=bool)
    return np.array(answers.roles if group.kind == "role" else answers.teams) == group.name


def attack(answers: Answers, published: Published, answered: np.ndarray) -> str:
    """The first thing about too few people, or a withheld group, that the sums give; else empty.

    The unknowns are what the people of one role in one team said together. A set of them can be
    had when its indicator lies in the row space of the sums; something about a set can be had when
    any vector on it does, such as the difference between two people.
    """
    visible = [score.group for score in published.scores]
    if not visible:
        return ""
    pairs = list(zip(answers.roles, answers.teams, strict=True))
    cells = sorted({pair for pair, is_there in zip(pairs, answered, strict=True) if is_there})
    where = np.array([cells.index(pair) if pair in cells else -1 for pair in pairs])
    people = np.bincount(where[answered], minlength=len(cells))
    sums = np.array(
        [
            [(members(answers, group) & (where == at)).any() for at in range(len(cells))]
            for group in visible
        ],
        dtype=float,
    )
    _left, strengths, right = np.linalg.svd(sums, full_matrices=False)
    space = right[strengths > 1e-9]
    beyond = np.eye(len(cells)) - space.T @ space  # what of a vector the sums do not span
    return _small_sets(cells, people, beyond) or _withheld(published, cells, beyond)


def _small_sets(cells: list[tuple[str, str]], people: np.ndarray, beyond: np.ndarray) -> str:
    """Sets of one, two or three cells with too few people about which the sums give anything.

    They do when some vector on those cells alone has nothing beyond the sums, that is, when that
    part of the matrix is singular.
    """
    small = [at for at, count in enumerate(people) if count < FLOOR]
    for many in (1, 2, 3):
        sets = np.array(list(combinations(small[:24], many)), dtype=int).reshape(-1, many)
        sets = sets[people[sets].sum(axis=1) < FLOOR]
        parts = beyond[sets[:, :, None], sets[:, None, :]]
        lowest = np.linalg.eigvalsh(parts)[:, 0] if len(sets) else np.ones(0)
        if (lowest < 1e-9).any():
            return f"something about {[cells[at] for at in sets[lowest.argmin()]]}"
    return ""


def _withheld(
    published: Published,
    cells: list[tuple[str, str]],
    beyond: np.ndarray,
) -> str:
    visible = {score.group for score in published.scores}
    groups = {Group("role", role) for role, _ in cells} | {Group("team", team) for _, team in cells}
    wholes = {group: np.array([group.name in cell for cell in cells], float) for group in groups}
    hidden = {group: wholes[group] for group in groups if group.name and group not in visible}
    crossings = {
        f"{role} of {team}": np.eye(len(cells))[at]
        for at, (role, team) in enumerate(cells)
        if role and team
    }
    for whole in wholes.values():
        crossings = {name: one for name, one in crossings.items() if (one != whole).any()}
    found = (
        str(name)
        for name, one in (hidden | crossings).items()
        if np.allclose(beyond @ one, 0, atol=1e-7)
    )
    return next(found, "")


@pytest.mark.parametrize("part", range(4))
def test_no_attack_succeeds_on_any_of_a_thousand_organisations(part: int) -> None:
    """From all sums together, of items and of scores, nothing protected can be solved."""
    rng = np.random.default_rng(part)
    found, tables = [], 0
    for number in range(ORGANISATIONS // 4):
        answers, sizes = random_organisation(rng)
        published = publishable(answers, sizes=sizes)
        tables += len(published.scores)
        counted = [TRUST.index(item) for item in published.items["trust"]]
        answered = ~np.isnan(answers.values[:, counted])
        for people in (*answered.T, answered.any(axis=1)) if published.scores else ():
            told = attack(answers, published, people)
            found += [f"organisation {number}: {told}"] if told else []
    assert found == []
    assert tables > ORGANISATIONS / 4  # the tables are not simply all empty


def test_the_attack_finds_what_simple_suppression_lets_through() -> None:
    """With a small team withheld but all others shown, the attack gets it: it is a real attack."""
    teams = ["a"] * 12 + ["b"] * 12 + ["c"] * 4
    rng = np.random.default_rng(3)
    answers = Answers(items=TRUST, values=rng.integers(1, 6, (28, 4)), teams=tuple(teams))
    safe = publishable(answers)
    naive = replace(
        safe,
        scores=tuple(
            replace(safe.scores[0], group=group)
            for group in (TOTAL, Group("team", "a"), Group("team", "b"))
        ),
    )
    everyone = np.ones(28, dtype=bool)
    assert attack(answers, naive, everyone) == "something about [('', 'c')]"
    assert attack(answers, safe, everyone) == ""
    assert safe.groups("team", "trust") == (Group("team", "b"),)


@pytest.fixture(scope="module")
def organisation() -> Organisation:
    """The made-up organisation of 350 people."""
    return synthetic_organisation(missing=0.01)


@pytest.fixture(scope="module")
def published(organisation: Organisation) -> Published:
    """What may be shown of it."""
    return publishable(organisation.answers, sizes=organisation.sizes)


def test_scores_are_those_of_the_group(organisation: Organisation, published: Published) -> None:
    """The mean over people of the mean of what they answered, in tenths for a small group.

    Their spread is that within all shown teams together, in steps of a twentieth for so many.
    """
    answers = organisation.answers
    group = published.groups("team", "trust")[0]
    columns = [answers.items.index(item) for item in published.items["trust"]]
    of_team = scored(answers)[members(answers, group)][:, columns]
    each = np.nanmean(of_team, axis=1)
    score = published.score(group, "trust")
    assert score is not None
    assert (score.respondents, score.mean) == (
        len(each) // 5 * 5,
        pytest.approx(each.mean(), abs=0.05 + 1e-9),
    )
    assert 10 * score.mean == pytest.approx(round(10 * score.mean))
    visible = published.groups("team", "trust")
    table = [
        np.nanmean(scored(answers)[members(answers, one)][:, columns], axis=1) for one in visible
    ]
    within = sum(len(one) * one.var() for one in table)
    freedom = sum(map(len, table)) - len(table)
    assert score.spread == pytest.approx(np.sqrt(within / freedom), abs=0.025 + 1e-9)
    assert {published.score(one, "trust").spread for one in visible} == {score.spread}


def test_every_group_is_shown_or_withheld_with_a_reason(published: Published) -> None:
    """Of each dimension, each group stands in one of the two lists."""
    visible = {(score.group, score.dimension) for score in published.scores}
    hidden = {(found.group, found.dimension) for found in published.withheld}
    assert not visible & hidden
    assert len(visible | hidden) == 8 * (1 + 3 + 32)
    assert all(published.rules.words(found.reason) for found in published.withheld)


def test_small_groups_are_withheld(organisation: Organisation, published: Published) -> None:
    """A team of fewer than ten, or with fewer than seven answers, has no score at all."""
    for score in published.scores:
        rows = members(organisation.answers, score.group)
        assert organisation.sizes[score.group] >= 10
        assert np.count_nonzero(rows) >= FLOOR


def test_items_are_shown_of_everyone_and_roles_only(published: Published) -> None:
    """Of a team no single answer is counted; counts are rounded to fives."""
    assert {found.group.kind for found in published.distributions} == {"total", "role"}
    counts = np.array([found.counts for found in published.distributions])
    assert (counts % 5 == 0).all()
    assert (counts.sum(axis=1) >= 25 - 12).all()  # of 25 people or more, each answer within 2


def test_each_role_has_its_own_answers() -> None:
    """Forty members say 4 or 5, forty managers 1 or 2, each one half; nobody says 3."""
    values = np.repeat([[4.0], [5.0], [1.0], [2.0]], 20, axis=0)
    roles = ("member",) * 40 + ("manager",) * 40
    published = publishable(Answers(items=("T1",), values=values, roles=roles))
    assert {found.group.name: found.counts for found in published.distributions} == {
        TOTAL.name: (20, 20, 0, 20, 20), "member": (0, 0, 0, 20, 20), "manager": (20, 20, 0, 0, 0),
    }  # fmt: skip


def test_answers_of_fewer_than_25_people_are_not_counted() -> None:
    """In fives they would tell something else than was answered; the score is still shown."""
    rng = np.random.default_rng(5)
    for people, visible in ((24, 0), (25, 4)):
        values = rng.integers(1, 6, (people, 4)).astype(float)
        published = publishable(Answers(items=TRUST, values=values))
        assert published.shows(TOTAL, "trust")
        assert len(published.distributions) == visible


def test_an_item_that_few_answered_does_not_count() -> None:
    """Five councillors answered P1 and P2: the dimension goes on without these two."""
    rng = np.random.default_rng(1)
    values = rng.integers(1, 6, (40, 4)).astype(float)
    values[5:, :2] = np.nan
    published = publishable(Answers(items=("P1", "P2", "P3", "P4"), values=values))
    assert published.items == {"politics": ("P3", "P4")}
    assert published.left_out == ("P1", "P2")
    assert published.shows(TOTAL, "politics")


@pytest.mark.parametrize("voice", [1.0, 4.0])
def test_a_team_of_one_voice_is_withheld(voice: float) -> None:
    """When all say the same, the score would tell what each said."""
    rng = np.random.default_rng(2)
    values = rng.integers(1, 6, (60, 4)).astype(float)
    values[:20] = voice
    values[:20, 2] = 6 - voice  # T3 is reversed
    answers = Answers(items=TRUST, values=values, teams=("a",) * 20 + ("b",) * 20 + ("c",) * 20)
    published = publishable(answers)
    assert not published.shows(Group("team", "a"), "trust")
    assert len(published.groups("team", "trust")) == 1  # one more hides it from subtraction


def test_low_response_withholds_everything() -> None:
    """Of an organisation in which a third answered nothing is shown."""
    values = np.random.default_rng(1).integers(1, 6, (40, 4))
    published = publishable(Answers(items=TRUST, values=values), sizes={TOTAL: 120})
    assert published.scores == published.distributions == ()
    assert {found.reason for found in published.withheld} == {"response"}


def test_groups_of_unknown_size_are_named() -> None:
    """The reader is told of which groups only the number of answers was looked at."""
    values = np.random.default_rng(1).integers(1, 6, (40, 4))
    published = publishable(Answers(items=TRUST, values=values))
    assert published.unchecked == (TOTAL,)


def test_a_group_smaller_than_its_answers_is_refused() -> None:
    """A size that cannot be is told, for every group at once."""
    answers = Answers(items=TRUST, values=np.full((9, 4), 3.0), teams=("noord",) * 9)
    with pytest.raises(InputError, match="noord") as error:
        publishable(answers, sizes={TOTAL: 8, Group("team", "noord"): 3})
    assert len(error.value.faults) == 2


def test_nobody_answered() -> None:
    """Without respondents there is nothing to show, and no crash."""
    published = publishable(Answers(items=TRUST, values=np.empty((0, 4))))
    assert published.scores == ()


def test_a_person_more_or_less_does_not_show_in_the_tables() -> None:
    """Tables never hold a group that differs from another by fewer than the floor."""
    rng = np.random.default_rng(8)
    teams = ("a",) * 30 + ("",) * 3
    answers = Answers(items=TRUST, values=rng.integers(1, 6, (33, 4)), teams=teams)
    assert publishable(answers).groups("team", "trust") == ()


def test_a_statement_for_the_council_does_not_lower_the_response_of_all() -> None:
    """Ten of forty answer P1 and P2, all of them P3 and P4: the whole is shown, with its size."""
    rng = np.random.default_rng(3)
    values = rng.integers(1, 6, (40, 4)).astype(float)
    values[10:, :2] = np.nan
    answers = Answers(
        items=("P1", "P2", "P3", "P4"), values=values, roles=("",) * 40, teams=("",) * 40
    )
    published = publishable(answers, sizes={TOTAL: 45})
    assert [score.group for score in published.scores] == [TOTAL]
