"""The smallest step and the best assignment: optima that were worked out by hand."""

from itertools import product

from hypothesis import given, settings
from hypothesis import strategies as st

from selfmgmt.practice.staffing import Step, Task, best_assignment, smallest_step

PEOPLE = "abc"
SETS = st.frozensets(st.sampled_from(PEOPLE))


@st.composite
def tasks_of_a_team(draw: st.DrawFn) -> list[Task]:
    """One to four tasks of three people."""
    count = draw(st.integers(1, 4))
    return [
        Task(key=f"t{at}", able=draw(SETS), likes=draw(SETS), learns=draw(SETS))
        for at in range(count)
    ]


def test_learning_closes_one_gap() -> None:
    """B wants to learn the task that hangs on A; nobody has to be found."""
    tasks = [
        Task(key="passports", able=frozenset("a"), learns=frozenset("b")),
        Task(key="permits", able=frozenset("ab")),
    ]
    assert smallest_step(tasks, learn_at_most=2, tasks_per_hire=3) == Step(
        train=(("passports", "b"),), hire=()
    )


def test_people_are_found_where_nobody_wants_to_learn() -> None:
    """Four tasks hang on A and nobody learns: with three tasks a head two people must be found."""
    tasks = [Task(key=f"t{at}", able=frozenset("a")) for at in range(4)]
    found = smallest_step(tasks, learn_at_most=2, tasks_per_hire=3)
    assert found.train == ()
    assert len(found.hire) == 2
    assert sorted(key for taken in found.hire for key in taken) == ["t0", "t1", "t2", "t3"]


def test_learning_leaves_fewer_people_to_find() -> None:
    """B learns two of four tasks at most, and one new person takes the other two."""
    tasks = [Task(key=f"t{at}", able=frozenset("a"), learns=frozenset("b")) for at in range(4)]
    found = smallest_step(tasks, learn_at_most=2, tasks_per_hire=2)
    assert (len(found.train), len(found.hire)) == (2, 1)


def test_nothing_to_do() -> None:
    """Where every task can miss one person there is no step."""
    tasks = [Task(key="permits", able=frozenset("ab"))]
    assert smallest_step(tasks, learn_at_most=2, tasks_per_hire=3) == Step(train=(), hire=())


@settings(max_examples=25)
@given(tasks_of_a_team())
def test_after_the_step_nothing_hangs_on_one(tasks: list[Task]) -> None:
    """And only who wants to learn learns, never more than is allowed."""
    found = smallest_step(tasks, learn_at_most=2, tasks_per_hire=2)
    for task in tasks:
        learned = [who for key, who in found.train if key == task.key]
        assert set(learned) <= task.learns - task.able
        assert task.spare + len(learned) + sum(task.key in one for one in found.hire) >= 1
    for who in PEOPLE:
        assert sum(letter == who for _, letter in found.train) <= 2
    assert all(0 < len(taken) <= 2 for taken in found.hire)


def test_the_load_is_divided_before_likes_count() -> None:
    """B likes both tasks, but then A would have nothing: A takes the one that it can."""
    tasks = [
        Task(key="permits", able=frozenset("ab"), likes=frozenset("b")),
        Task(key="objections", able=frozenset("b"), likes=frozenset("b")),
    ]
    assert best_assignment(tasks) == {"permits": ("a",), "objections": ("b",)}


@settings(max_examples=25)
@given(tasks_of_a_team())
def test_the_heaviest_load_is_as_light_as_can_be(tasks: list[Task]) -> None:
    """Held against every assignment there is: load first, then who likes it."""
    tasks = [task for task in tasks if task.able]
    found = best_assignment(tasks)

    def burden(holders: tuple[str, ...]) -> tuple[int, int]:
        pairs = zip(tasks, holders, strict=True)
        load = max((holders.count(who) for who in set(holders)), default=0)
        return load, sum(who not in task.likes for task, who in pairs)

    every = [burden(holders) for holders in product(*(sorted(task.able) for task in tasks))]
    assert burden(tuple(found[task.key][0] for task in tasks)) == min(every)
