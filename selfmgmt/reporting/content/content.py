"""What a report is about: one case with all that is computed from it, each thing once."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from functools import cache, cached_property
from inspect import signature
from pathlib import Path
from typing import Any

from selfmgmt.analysis.beliefs import Belief, beliefs_of
from selfmgmt.analysis.case_roadmap import roadmap_of
from selfmgmt.analysis.choice import OpenChoice, open_choices
from selfmgmt.analysis.compare import Comparison, compare
from selfmgmt.analysis.involvement import Involved, at_common_imposed
from selfmgmt.analysis.questions import Question
from selfmgmt.analysis.reference_runs import ReferenceCheck, reference_runs
from selfmgmt.analysis.roadmap import OptionRoadmap
from selfmgmt.analysis.robustness import Robustness, robustness_of
from selfmgmt.analysis.search import Goal
from selfmgmt.analysis.shares import GroupShare, group_shares, groups_by_grade
from selfmgmt.analysis.stress import Stressed, stress
from selfmgmt.analysis.study import Study
from selfmgmt.analysis.turning import LeverCurve, lever_curves
from selfmgmt.analysis.weigh import Weighing, weigh, weigh_each
from selfmgmt.case import load_case, new_case
from selfmgmt.case.known import DO_NOTHING
from selfmgmt.case.plan import Plan
from selfmgmt.language import speaking, use_language
from selfmgmt.reference.peers import PeerGroup, peer_group
from selfmgmt.reporting.content.case_content import CaseContent
from selfmgmt.reporting.content.parameters import check_parameters
from selfmgmt.scoring.consistency import load_constants
from selfmgmt.views.calendar import Calendar, case_calendar
from selfmgmt.views.document import comparison_document
from selfmgmt.views.score_document import scoring_document
from selfmgmt.views.words.design import changes_sentence
from selfmgmt.views.words.stress import PAIRS

RESULTS = "selfmgmt_results"  # in the metadata of an output: the results as JSON
CERTAINTY = Goal().certainty  # the chance that is asked of an option
_shared: ContextVar["Content | None"] = ContextVar("shared", default=None)
_FEW = 3  # options that are put under stress


@dataclass(frozen=True, kw_only=True)
class Content(CaseContent):
    """A case with its results, each computed once."""

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
    def weighings(self) -> dict[Question, Weighing]:
        """The same for each question that several options answer, never both in one order."""
        with speaking(self.language):
            return weigh_each(self.comparison)

    @cached_property
    def robustness(self) -> Robustness:
        """How firm those rankings are."""
        return robustness_of(self.comparison, self.weighing)

    @cached_property
    def value_of_information(self) -> dict[str, OpenChoice]:
        """What could change the choice of each role, and what knowing it is worth."""
        return open_choices(self.comparison, self.weighing)

    @property
    def leading(self) -> str:
        """The option most worth a closer look: most put it first."""
        return next(iter(self.weighing.leading), DO_NOTHING)

    @property
    def likeliest(self) -> str:
        """The option with the best chance to reach the saving in time."""
        found = self.comparison.options
        return max(found, key=lambda option: found[option].target_met_probability)

    @cached_property
    def shares(self) -> list[GroupShare]:
        """What the range of the saving of the leading option rests on."""
        return group_shares(
            self.study,
            self.plans[self.leading],
            outcome="net_saving_eur",
            groups=groups_by_grade(self.study),
            draws=self.draws,
            seed=self.seed,
        )

    @cached_property
    def turns(self) -> list[LeverCurve]:
        """What each lever does to the chance of the likeliest option."""
        return lever_curves(
            self.study,
            self.plans[self.likeliest],
            certainty=CERTAINTY,
            draws=self.draws,
            seed=self.seed,
        )

    @cached_property
    def stress(self) -> list[Stressed]:
        """A few options when things go wrong: those that come first, or the first of the case."""
        left_out = {DO_NOTHING, *self.weighing.nothing}
        ranked = self.weighing.rankings.ranked
        first = self.weighing.leading if ranked else self.weighing.performance.options
        options = [key for key in first if key not in left_out][:_FEW]
        plans = {key: self.plans[key] for key in options}
        return stress(self.study, plans, draws=self.draws, seed=self.seed, pairs=PAIRS)

    @property
    def reference(self) -> list[ReferenceCheck]:
        """The model beside what happened elsewhere, the same in every report."""
        return _reference(self.seed)

    @cached_property
    def roadmap(self) -> OptionRoadmap:
        """The roadmap to the option that the case names, or to the one that comes first."""
        with speaking(self.language):
            return roadmap_of(self.comparison, leading=self.leading)

    @property
    def calendar(self) -> Calendar:
        """The dates of the case: when it starts, and who decides before that."""
        return case_calendar(self.case, self.record.made)

    @cached_property
    def beliefs(self) -> dict[str, dict[str, Belief]]:
        """Who weighs to way of working to what one must believe of it."""
        if "ways" not in self.weighings:
            return {}
        with speaking(self.language):
            return beliefs_of(self.comparison, self.weighings["ways"])

    @property
    def believe(self) -> dict[str, Belief]:
        """Way of working to what one must believe of it, with the first example weights."""
        return next(iter(self.beliefs.values()), {})

    @cached_property
    def involved(self) -> dict[str, Involved]:
        """Every option once more as if people were equally involved in it."""
        return at_common_imposed(self.comparison, load_constants().common_imposed.value)

    @cached_property
    def peers(self) -> PeerGroup:
        """The municipalities most alike, to compare with."""
        with speaking(self.language):
            return peer_group(self.study.members, "nearest")

    @property
    def results(self) -> dict[str, Any]:
        """All results as data, with seed and fingerprint: what ``results.json`` holds."""
        with speaking(self.language):
            changed = {
                key: changes_sentence(option.design)
                for key, option in self.comparison.options.items()
            }
            return {
                **comparison_document(self.comparison, changed),
                "scoring": scoring_document(
                    self.comparison,
                    self.weighings,
                    beliefs=self.beliefs,
                    involved=self.involved,
                ),
                "inputs": self.record.inputs,
                "version": self.record.version,
            }

    @property
    def study(self) -> Study:
        """The case with everything looked up."""
        return self.comparison.study

    @property
    def plans(self) -> dict[str, Plan]:
        """Option to its plan, at the size at which it is compared."""
        return self.comparison.plans

    @property
    def labels(self) -> dict[str, str]:
        """Option to its name."""
        return {key: option.label for key, option in self.comparison.options.items()}


@cache
def _reference(seed: int) -> list[ReferenceCheck]:
    return reference_runs(seed=seed)


def keep_results(content: Content) -> None:
    """Keep the results as JSON with the output of a cell, where no reader sees them."""
    from IPython.display import display

    results = json.dumps(content.results, ensure_ascii=False, allow_nan=False)
    display({"text/html": ""}, metadata={RESULTS: results}, raw=True)


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
    return read_content(
        municipality, case_file=case_file, language=language, seed=seed, draws=draws
    )


def read_content(
    municipality: str, *, case_file: str, language: str, seed: int, draws: int
) -> Content:
    """The content of one report, from parameters that were checked; see :func:`content_of`."""
    with speaking(language):
        case = load_case(Path(case_file)) if case_file else new_case([municipality])
    content = Content(case=case, language=language, seed=seed, draws=draws)
    known = _shared.get()
    return known if known == content else content


@contextmanager
def shared(content: Content) -> Iterator[None]:
    """Within it whoever needs the same content gets this one, with all that is computed already.

    So a notebook that runs in this process and the documents that are made of it share results.
    """
    token = _shared.set(content)
    try:
        yield
    finally:
        _shared.reset(token)


PARAMETERS = tuple(signature(content_of).parameters)
