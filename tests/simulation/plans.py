"""Random plans for the tests."""

from hypothesis import strategies as st

from selfmgmt.case.design import Autonomy, Design
from selfmgmt.case.mix import Mix
from selfmgmt.case.plan import Plan

percent = st.integers(0, 130).map(lambda share: f"{share}%")
share = st.integers(0, 100).map(lambda points: points / 100)
level = st.integers(1, 5)
ways = st.builds(
    Design,
    managers_after=st.one_of(percent, st.integers(0, 30)),
    support_after=st.one_of(percent, st.integers(0, 120)),
    primary_fte_change=st.integers(-40, 30).map(lambda points: f"{points}%"),
    hire_change=st.one_of(
        st.integers(-100, 50).map(lambda points: f"{points}%"), st.integers(-(10**7), 10**6)
    ),
    tasks_dropped=st.integers(0, 30).map(lambda points: points / 100),
    how=st.sampled_from(["redundancy", "natural_leave"]),
    team_count=st.integers(50, 200).map(lambda points: f"{points}%"),
    team_basis=st.sampled_from(["function", "task", "area"]),
    autonomy=st.builds(
        Autonomy, goals=st.integers(1, 4), methods=level, contributions=level, staffing=level,
        budget=level, accountability=level,
    ),
    frames=share,
    work_redesign=share,
    interdependence=share,
    coaches=st.one_of(percent, st.integers(0, 20)),
    control=share,
    imposed=share,
    scope=share,
    start_share=share,
    start_quarters=st.integers(0, 20),
    rollout_quarters=st.integers(0, 20),
    training=st.integers(0, 5000),
    greenfield=st.booleans(),
)  # fmt: skip
mixes = st.builds(
    Mix,
    managers=share,
    support=share,
    primary=share,
    hired=share,
    tasks=st.integers(0, 30).map(lambda points: points / 100),
    hired_first=st.booleans(),
    rollout_quarters=st.integers(0, 20),
    imposed=share,
)
plans = st.builds(
    Plan,
    way=ways,
    mix=mixes,
    factor=st.one_of(st.just(0.0), st.integers(1, 80).map(lambda size: size / 20)),
)
