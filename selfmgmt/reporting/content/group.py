"""What a comparison of municipalities is about: one case, beside the same options for others."""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from inspect import signature
from pathlib import Path

from selfmgmt.analysis.compare import OptionComparison, compare_options
from selfmgmt.analysis.price import prices_of
from selfmgmt.analysis.study import Study, study_of
from selfmgmt.case import Case, load_case, new_case
from selfmgmt.errors import InputError
from selfmgmt.language import gettext, ngettext, speaking, use_language
from selfmgmt.reference.municipalities import Municipality, find_municipality
from selfmgmt.reference.neighbours import neighbours
from selfmgmt.reference.peers import PeerGroup, peer_group
from selfmgmt.reference.settings import setting
from selfmgmt.reporting.content.measures import MEASURES, NONE, NOTHING, per_thousand, price_each
from selfmgmt.reporting.content.parameters import check_parameters
from selfmgmt.reporting.content.record import RunRecord, record_of
from selfmgmt.uncertainty import Quantiles

POSTS = MEASURES["posts"].outcome
PRICE = MEASURES["price"].outcome
GROUPS = ("nearest", "neighbours", "size_class", "province", "own_list")
_WRITTEN = {"nearest": 0, "neighbours": 1, "size": 2, "size_class": 2, "province": 3}


@dataclass(frozen=True, kw_only=True)
class GroupContent:
    """A case, the municipalities beside it, and what the options of the case give for each.

    Of the others only public figures are known.
    """

    case: Case
    peers: PeerGroup
    language: str
    seed: int
    draws: int

    @cached_property
    def study(self) -> Study:
        """The case with everything looked up."""
        with speaking(self.language):
            return study_of(self.case)

    @cached_property
    def comparisons(self) -> dict[str, OptionComparison]:
        """Name to the options side by side; the own case first."""
        with speaking(self.language):
            others = [self._same_options(one) for one in self.peers.members]
            studies = [self.study, *map(study_of, others)]
            return {
                study.case.name: compare_options(study, draws=self.draws, seed=self.seed)
                for study in studies
            }

    @cached_property
    def record(self) -> RunRecord:
        """What is needed to make the comparison again."""
        return record_of(self.case, seed=self.seed, draws=self.draws)

    @property
    def posts(self) -> dict[str, dict[str, Quantiles]]:
        """Saving mix to name to the posts that go, FTE per 1,000 inhabitants."""
        own = next(iter(self.comparisons.values()))
        return {
            option.label: {
                name: per_thousand(
                    comparison.options[key].outcomes["posts_removed_fte"], _people(comparison)
                )
                for name, comparison in self.comparisons.items()
            }
            for key, option in own.options.items()
            if key != NOTHING and option.way == NONE
        }

    @cached_property
    def prices(self) -> dict[str, dict[str, Quantiles]]:
        """Way of working to name to its price, EUR per inhabitant over all years."""
        own = next(iter(self.comparisons.values()))
        found = {
            name: prices_of(
                comparison.study,
                comparison.sized,
                comparison.outcomes.values,
                draws=self.draws,
                seed=self.seed,
            )
            for name, comparison in self.comparisons.items()
        }
        return {
            option.label: {
                name: price_each(found[name][key].together["net_term_eur"], _people(comparison))
                for name, comparison in self.comparisons.items()
            }
            for key, option in own.options.items()
            if option.way != NONE
        }

    def _same_options(self, other: Municipality) -> Case:
        return new_case([other.code]).model_copy(update={"options": self.case.options})


def _people(comparison: OptionComparison) -> int:
    return sum(member.inhabitants for member in comparison.study.members)


def prepare_group(  # noqa: PLR0913  the parameters of the notebook
    municipality: str,
    *,
    case_file: str,
    group: str,
    others: str,
    language: str,
    seed: int,
    draws: int,
) -> GroupContent:
    """The content of a comparison; from here on the notebook speaks ``language``.

    Args:
        municipality: Code or name; empty when there is a case file.
        case_file: Path of a case file, or empty.
        group: One of :data:`GROUPS`.
        others: Names or codes with commas between, for the group ``own_list``.
        language: ``nl`` or ``en``.
        seed: Start of the random numbers.
        draws: Number of possible futures.

    Raises:
        InputError: A parameter is wrong, or nobody is in the group.
    """
    check_parameters(
        {
            "municipality": municipality,
            "case_file": case_file,
            "language": language,
            "seed": seed,
            "draws": draws,
        }
    )
    use_language(language)
    return read_group_content(
        municipality,
        case_file=case_file,
        group=group,
        others=others,
        language=language,
        seed=seed,
        draws=draws,
    )


def read_group_content(  # noqa: PLR0913  the parameters of the notebook
    municipality: str,
    *,
    case_file: str,
    group: str,
    others: str,
    language: str,
    seed: int,
    draws: int,
) -> GroupContent:
    """The content of a comparison, from parameters that were checked; in the language spoken.

    Takes and raises what :func:`prepare_group` does.
    """
    case = load_case(Path(case_file)) if case_file else new_case([municipality])
    peers = group_of([find_municipality(code) for code in case.municipalities], group, others)
    return GroupContent(case=case, peers=peers, language=language, seed=seed, draws=draws)


PARAMETERS = tuple(signature(prepare_group).parameters)


def read_group(written: str) -> tuple[str, str]:
    """The parameters ``group`` and ``others`` of the notebook for what someone wrote.

    Raises:
        InputError: It is no kind of group, and not all of it are municipalities.

    >>> read_group("size"), read_group("Ede, barneveld")
    (('size_class', ''), ('own_list', 'GM0228, GM0203'))
    """
    if written in _WRITTEN:
        return GROUPS[_WRITTEN[written]], ""
    codes: list[str] = []
    faults: list[str] = []
    for name in filter(None, map(str.strip, written.split(","))):
        try:
            codes.append(find_municipality(name).code)
        except InputError as fault:
            faults += fault.faults
    if not codes:
        kinds = gettext(
            "--compare-with is {given}; use nearest, neighbours, size or province, or name "
            "municipalities with commas between.",
            given=repr(written),
        )
        faults.append(kinds)
    if faults:
        raise InputError(*faults)
    return "own_list", ", ".join(codes)


def group_of(members: Sequence[Municipality], group: str, others: str = "") -> PeerGroup:
    """The municipalities to lay beside ``members``; of many, those most alike in inhabitants.

    Raises:
        InputError: There is no such group, or nobody is in it.
    """
    kinds: dict[str, Callable[[], PeerGroup]] = {
        "nearest": lambda: peer_group(members, "nearest"),
        "neighbours": lambda: _neighbours(members),
        "size_class": lambda: peer_group(members, "size_class"),
        "province": lambda: peer_group(members, "province"),
        "own_list": lambda: peer_group(members, "own_list", _read(others)),
    }
    if group not in kinds:
        raise InputError(
            gettext(
                "group is {given}; use {choices}.", given=repr(group), choices=", ".join(GROUPS)
            )
        )
    found = kinds[group]()
    if not found.members:
        raise InputError(
            gettext("group {group} holds no other municipality; choose another.", group=group)
        )
    return _few(found, members) if group != "own_list" else found


def _neighbours(members: Sequence[Municipality]) -> PeerGroup:
    bordering = neighbours(members)
    if not bordering:
        raise InputError(
            gettext("group is neighbours, but no municipality borders on it; choose another.")
        )
    words = ngettext("{count} neighbour.", "{count} neighbours.", len(bordering))
    return replace(peer_group(members, "own_list", bordering), description=words)


def _read(others: str) -> list[Municipality]:
    names = [name.strip() for name in others.split(",") if name.strip()]
    return [find_municipality(name) for name in names]


def _few(found: PeerGroup, members: Sequence[Municipality]) -> PeerGroup:
    """The group, or the part of it that fits side by side."""
    most = int(setting("nearest_peers"))
    if len(found.members) <= most:
        return found
    own = sum(member.inhabitants for member in members)
    alike = sorted(found.members, key=lambda one: abs(math.log(one.inhabitants / own)))[:most]
    words = gettext("Shown are the {count} of them that are most alike in inhabitants.", count=most)
    return replace(
        found, members=tuple(alike), left_out=(), description=f"{found.description} {words}"
    )
