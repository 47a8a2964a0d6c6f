"""What a comparison of municipalities is about: one case, beside the same options for others."""

from dataclasses import dataclass
from functools import cached_property
from inspect import signature
from pathlib import Path

from selfmgmt.analysis.compare import OptionComparison, compare_options
from selfmgmt.analysis.price import prices_of
from selfmgmt.analysis.study import Study, study_of
from selfmgmt.case import Case, load_case, new_case
from selfmgmt.language import speaking, use_language
from selfmgmt.reference.municipalities import Municipality, find_municipality
from selfmgmt.reference.peers import PeerGroup
from selfmgmt.reporting.content.case_content import CaseContent
from selfmgmt.reporting.content.group_members import group_of
from selfmgmt.reporting.content.measures import MEASURES, NONE, NOTHING, per_thousand, price_each
from selfmgmt.reporting.content.parameters import check_parameters
from selfmgmt.uncertainty import Quantiles

POSTS = MEASURES["posts"].outcome
PRICE = MEASURES["price"].outcome


@dataclass(frozen=True, kw_only=True)
class GroupContent(CaseContent):
    """A case, the municipalities beside it, and what the options of the case give for each.

    Of the others only public figures are known.
    """

    peers: PeerGroup

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
        group: One of ``GROUPS``, see ``group_members.py``.
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
