"""What a report is about: one case with all that is computed from it, each thing once."""

from dataclasses import dataclass
from functools import cached_property
from inspect import signature
from pathlib import Path

from selfmgmt.analysis.compare import Comparison, compare
from selfmgmt.analysis.study import Study
from selfmgmt.analysis.weigh import Weighing, weigh
from selfmgmt.case import Case, load_case, new_case
from selfmgmt.language import speaking, use_language
from selfmgmt.reference.peers import PeerGroup, peer_group
from selfmgmt.reporting.parameters import check_parameters
from selfmgmt.reporting.record import RunRecord, record_of


@dataclass(frozen=True, kw_only=True)
class Content:
    """A case, the language of its reader, and its results."""

    case: Case
    language: str
    seed: int
    draws: int

    @cached_property
    def comparison(self) -> Comparison:
        """The options side by side."""
        with speaking(self.language):
            return compare(self.case, draws=self.draws, seed=self.seed)

    @cached_property
    def weighing(self) -> Weighing:
        """How each role would rank the options."""
        with speaking(self.language):
            return weigh(self.comparison)

    @cached_property
    def record(self) -> RunRecord:
        """What is needed to make the report again."""
        return record_of(self.case, seed=self.seed, draws=self.draws)

    @cached_property
    def peers(self) -> PeerGroup:
        """The municipalities most alike, to compare with."""
        with speaking(self.language):
            return peer_group(self.study.members, "nearest")

    @property
    def study(self) -> Study:
        """The case with everything looked up."""
        return self.comparison.study

    @property
    def labels(self) -> dict[str, str]:
        """Option to its name."""
        return {key: option.label for key, option in self.comparison.options.items()}


def prepare(municipality: str, *, case_file: str, language: str, seed: int, draws: int) -> Content:
    """The content of one report; from here on the notebook speaks ``language``.

    Takes and raises what :func:`content_of` does.
    """
    content = content_of(
        municipality, case_file=case_file, language=language, seed=seed, draws=draws
    )
    use_language(language)
    return content


def content_of(
    municipality: str, *, case_file: str, language: str, seed: int, draws: int
) -> Content:
    """The content of one report.

    Args:
        municipality: Code or name; empty when there is a case file.
        case_file: Path of a case file; empty for a case from public figures alone.
        language: ``nl`` or ``en``.
        seed: Start of the random numbers.
        draws: Number of possible futures.

    Raises:
        InputError: With every fault in the parameters, or in the case file.
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
    with speaking(language):
        case = load_case(Path(case_file)) if case_file else new_case([municipality])
    return Content(case=case, language=language, seed=seed, draws=draws)


PARAMETERS = tuple(signature(content_of).parameters)
