from pathlib import Path

import pytest

from selfmgmt.case.design import Design
from selfmgmt.case.plan import Plan, named_mix
from selfmgmt.errors import InputError
from selfmgmt.evidence.mixes import named_mixes
from selfmgmt.evidence.options import NamedOption, named_options
from selfmgmt.evidence.warnings import warnings_for
from selfmgmt.language import speaking

NAMED = (
    "do_nothing",
    "cut_across_the_board",
    "fewer_managers_only",
    "selforganisation_because_of_cut",
    "full_selforganisation_minimal_staff",
    "stepwise_programme",
    "vanguard_first",
    "social_domain_first",
    "within_frames",
    "hiring_first",
    "fewer_tasks",
    "overhead_first",
)


def test_they_stand_in_order() -> None:
    """Doing nothing comes first, then the plain cut, the ways of working and the other mixes."""
    assert tuple(named_options()) == NAMED
    assert [option.place for option in named_options().values()] == list(range(1, 13))


def test_seven_are_ways_of_working_and_four_are_saving_mixes() -> None:
    """Every named mix has an option that is that mix, with today's way of working."""
    ways = [key for key, option in named_options().items() if option.is_way]
    assert ways == list(NAMED[2:9])
    mixes = {option.mix: option.key for option in named_options().values() if option.mix}
    assert list(mixes) == list(named_mixes())
    assert mixes["evenly"] == "cut_across_the_board"


@pytest.mark.parametrize("option", named_options().values(), ids=lambda option: option.key)
def test_changes_are_levers_that_differ_from_doing_nothing(option: NamedOption) -> None:
    """Every change is a lever of a design, within its limits, and changes something."""
    design, nothing = Design.model_validate(option.changes), Design()
    for lever in option.changes:
        assert getattr(design, lever) != getattr(nothing, lever)


@pytest.mark.parametrize("option", named_options().values(), ids=lambda option: option.key)
def test_warnings_named_by_an_option_apply_to_it(option: NamedOption) -> None:
    """An option does not carry a warning that its own levers do not call for."""
    way = Design.model_validate(option.changes)
    plan = Plan(way=way, mix=named_mix(option.mix), factor=1) if option.mix else Plan(way=way)
    found = warnings_for(plan.levers.model_dump())
    assert set(option.warnings) <= {warning.key for warning in found}


def test_options_fit_any_municipality() -> None:
    """Amounts are percentages of today, so that an option suits a small and a large one."""
    for option in named_options().values():
        design = Design.model_validate(option.changes)
        for lever in ("managers_after", "support_after", "team_count"):
            assert getattr(design, lever).relative


def test_only_a_firm_programme_meets_all_conditions() -> None:
    """What research asks for first, redesign and frames, is weakest where only managers go."""
    designs = {
        key: Design.model_validate(option.changes) for key, option in named_options().items()
    }
    weakest = min(
        (design for design in designs.values() if design.scope == 1),
        key=lambda design: min(design.work_redesign, design.frames),
    )
    assert weakest == designs["fewer_managers_only"]


def test_an_option_with_faults_is_refused(tmp_path: Path) -> None:
    """An unknown warning, case, practice or source is named."""
    (tmp_path / "odd.yaml").write_text(
        "place: 1\nlabel: {nl: a, en: b}\nsummary: {nl: a, en: b}\nsources: [nobody]\n"
        "practice: [X9]\nwarnings: [none_such]\ncases: [atlantis]\nchanges: {}\n",
        encoding="utf-8",
    )
    with speaking("en"), pytest.raises(InputError) as refused:
        named_options(tmp_path)
    told = str(refused.value)
    for field in ("sources", "practice", "warnings", "cases"):
        assert f"odd.yaml, {field}" in told


@pytest.mark.parametrize(
    ("key", "imposed", "level", "managers", "support"),
    [
        ("fewer_managers_only", 0.8, 4, 0.5, 1),
        ("selforganisation_because_of_cut", 0.7, 29 / 6, 0.05, 0.85),
        ("full_selforganisation_minimal_staff", 0.5, 37 / 6, 0, 0.35),
        ("stepwise_programme", 0.2, 27 / 6, 0.6, 0.9),
        ("vanguard_first", 0, 24 / 6, 0.8, 1),
        ("social_domain_first", 0.3, 28 / 6, 0.85, 1),
        ("within_frames", 0.4, 23 / 6, 0.75, 0.95),
    ],
)
def test_a_way_carries_what_its_cases_contained(
    key: str, imposed: float, level: float, managers: float, support: float
) -> None:
    """How far it is imposed, the mean delegation level, and managers and staff that stay."""
    way = Design.model_validate(named_options()[key].changes)
    levels = list(way.autonomy.model_dump().values())
    assert sum(levels) / len(levels) == pytest.approx(level)
    assert (way.imposed, way.managers_after.value, way.support_after.value) == (
        imposed, managers, support,
    )  # fmt: skip


def test_a_way_leaves_work_hiring_and_tasks_to_the_mix() -> None:
    """A way of working removes managers and staff departments only, also where somebody sits."""
    ways = [option for option in named_options().values() if option.is_way]
    mixed = {"primary_fte_change", "hire_change", "tasks_dropped", "how"}
    assert not any(mixed & set(option.changes) for option in ways)
    assert all(option.sources for option in named_options().values())


def test_fewer_managers_only_puts_every_decision_half_way() -> None:
    """Nobody else is left to take it, so all six domains are at level 4."""
    levels = named_options()["fewer_managers_only"].changes["autonomy"]
    assert set(levels.values()) == {4}
    assert len(levels) == 6


def test_ending_contracts_early_is_said_not_to_count() -> None:
    """Wherever hired staff goes, the reader knows what is left out."""
    for key in ("hiring_first", "fewer_tasks"):
        for named in (named_options()[key], named_mixes()[key]):
            assert "contracts with hired staff early is not computed" in named.summary.en
