"""The case: all that a municipality weighs, in one record that never changes."""

from collections.abc import Iterable, Mapping
from typing import Annotated, Any, ClassVar, Self

from pydantic import (
    Field,
    ModelWrapValidatorHandler,
    PrivateAttr,
    model_validator,
)

from selfmgmt.case.criterion import OwnCriteria
from selfmgmt.case.design import Design
from selfmgmt.case.known import (
    EVENLY,
    NONE,
    criteria,
    judged_criteria,
    with_own,
)
from selfmgmt.case.mix import Mix, MixKey, OwnMixes
from selfmgmt.case.municipality_codes import Municipalities
from selfmgmt.case.nothing import with_its_nothing
from selfmgmt.case.option import Option, Options
from selfmgmt.case.organisation import OwnFigures
from selfmgmt.case.plan import NO_MIX, Plan, named_mix
from selfmgmt.case.practice_options import Practice
from selfmgmt.case.question import Question
from selfmgmt.case.readiness import Readiness
from selfmgmt.case.response_fields import OpenCells
from selfmgmt.case.social_domain import local_levers, social_share
from selfmgmt.case.tables import Judgements, ResponsesByRole, Weights
from selfmgmt.errors import InputError
from selfmgmt.evidence.assumption import OwnAssumptions
from selfmgmt.evidence.ledger import load_ledger
from selfmgmt.evidence.mixes import named_mixes
from selfmgmt.evidence.options import named_options
from selfmgmt.fields import Record
from selfmgmt.language import Label, gettext
from selfmgmt.language import gettext_noop as _
from selfmgmt.reference.municipalities import find_municipality
from selfmgmt.values import Line, Text, unknown


def _keys(written: Any, name: str) -> Iterable[object]:
    """The keys of one table of what was written; none when it is no table."""
    table = written.get(name) if isinstance(written, Mapping) else None
    return table if isinstance(table, Mapping) else ()


def _words(labels: Mapping[str, Label]) -> dict[str, str]:
    return {key: str(label) for key, label in labels.items()}


class Case(Record):
    """One municipality, or the municipalities of a shared organisation, and its choice."""

    schema_version: ClassVar = "2"

    name: Line = Field(title=_("Name"), description=_("What this case is called in reports."))
    municipalities: Municipalities = Field(
        title=_("Municipalities"),
        description=_("Name or CBS code; several, with commas, when they share one civil service."),
    )
    organisation: OwnFigures = Field(
        default=OwnFigures(),
        title=_("Organisation"),
        description=_(
            "The organisation as it is. What is left open comes from public figures, with a range."
        ),
    )
    question: Question = Field(
        default=Question(),
        title=_("Question"),
        description=_("The cut that the options must answer."),
    )
    readiness: Readiness = Field(
        default=Readiness(),
        title=_("Readiness"),
        description=_(
            "How far things are in place, 1 to 5: your own assessment, or what a survey found. "
            "Leave open what is not known."
        ),
    )
    mix: MixKey = Field(
        default=EVENLY,
        title=_("Saving mix"),
        description=_(
            "What finds the rest of the cut beside every way of working: evenly, hiring_first, "
            "fewer_tasks, overhead_first, one of your own, or none."
        ),
    )
    mixes: Annotated[OwnMixes, OpenCells] = Field(
        default={},
        title=_("Saving mixes of your own"),
        description=_(
            "What goes at size 1, as shares of what is there today. The size of the cut multiplies "
            "it."
        ),
    )
    options: Options = Field(
        default={},
        title=_("Options"),
        description=_(
            "What to compare: each a way of working with a saving mix. Write only what differs "
            "from the option that it is based on."
        ),
    )
    criteria: Annotated[OwnCriteria, OpenCells] = Field(
        default={},
        title=_("Criteria of your own"),
        description=_(
            "What you judge beside the criteria of selfmgmt. Self-organisation is a means, so it "
            "cannot be one."
        ),
    )
    judgements: Judgements = Field(
        default={},
        title=_("Judgements"),
        description=_("Points from 0 (worst) to 100 (best), per criterion and option."),
    )
    weights: Weights = Field(
        default={},
        title=_("Weights"),
        description=_("How much each criterion counts for each role; only the ratios matter."),
    )
    voices: ResponsesByRole = Field(
        default={},
        title=_("Voices"),
        description=_(
            "Per role what each person said, called A, B, C and never by name. The weights of "
            "the role are then the mean of these, and how far they differ stays visible."
        ),
    )
    assumptions: Annotated[OwnAssumptions, OpenCells] = Field(
        default={},
        title=_("Own assumptions"),
        description=_(
            "Figures of the model that you replace, each with the reason. They are marked as your "
            "own assumption wherever they count. Leave this open unless you know better."
        ),
    )
    practice: Practice = Field(
        default={},
        title=_("Practice"),
        description=_(
            "What bodies filled in on the instruments of practice, such as who decides what: per "
            "instrument and body a row for each item."
        ),
    )
    decision: Text | None = Field(
        default=None, title=_("Decision"), description=_("What was decided, when and by whom.")
    )
    notes: Text | None = Field(default=None, title=_("Notes"))
    _earlier_forms: tuple[str, ...] = PrivateAttr(default=())

    @model_validator(mode="wrap")
    @classmethod
    def _with_its_own(cls, written: Any, handler: ModelWrapValidatorHandler[Self]) -> Self:
        """Its own criteria and saving mixes may be used in the rest of the case."""
        with with_own(_keys(written, "criteria"), _keys(written, "mixes")):
            return handler(with_its_nothing(written))

    @property
    def earlier_forms(self) -> tuple[str, ...]:
        """In which forms of earlier versions it was written, as long as it is not saved."""
        return self._earlier_forms

    def read_from(self, *forms: str) -> Self:
        """The same case, that remembers the forms of earlier versions in which it was written."""
        case = self.model_copy()
        case._earlier_forms = forms
        return case

    def criteria_labels(self) -> dict[str, str]:
        """Every criterion that it may weigh, and what people call it."""
        return _words(criteria()) | self._own_labels()

    def judged_labels(self) -> dict[str, str]:
        """Every criterion on which people judge its options, and what they call it."""
        return _words(judged_criteria()) | self._own_labels()

    def design(self, key: str) -> Design:
        """Every lever of one option.

        Raises:
            InputError: The case has no such option, or its levers do not fit together.
        """
        option = self._option(key)
        named = named_options()[str(option.based_on)]
        if named.social_scope is None:
            return option.design()
        members = [find_municipality(code) for code in self.municipalities]
        share = social_share(self.organisation.social_share, members)
        return option.design(local_levers(named, option.changes(), share))

    def plan(self, key: str, factor: float | None = None) -> Plan:
        """One option as the model follows it: its way of working and its saving mix.

        Args:
            key: The option.
            factor: How many times the mix; None is the option as it is described: a way of working
                without any mix, a saving mix once.

        Raises:
            InputError: The case has no such option, or its levers do not fit together.
        """
        times = self._option(key).described_factor if factor is None else factor
        return Plan(way=self.design(key), mix=self.mix_named(self.mix_of(key)), factor=times)

    def way_of(self, key: str) -> str:
        """The way of working of one option: the key of a named one, or its own; else ``none``.

        Raises:
            InputError: The case has no such option.
        """
        option = self._option(key)
        if not option.is_way:
            return NONE
        named = named_options()[str(option.based_on)]
        return named.key if named.is_way else key

    def mix_of(self, key: str) -> str:
        """The saving mix of one option, a named one or the case's own; ``none`` when it has none.

        Raises:
            InputError: The case has no such option.
        """
        return self._option(key).set_mix or self.mix

    def mix_named(self, key: str) -> Mix:
        """The fields of a saving mix, named or of this case; without any for ``none``.

        Raises:
            InputError: There is no such mix.
        """
        if key in self.mixes:
            return self.mixes[key]
        if key not in (*named_mixes(), NONE):
            raise InputError(unknown(key, (*named_mixes(), *self.mixes, NONE)))
        return NO_MIX if key == NONE else named_mix(key)

    def mix_label(self, key: str) -> str:
        """What people call a saving mix; one of the case's own goes by its key."""
        named = named_mixes().get(key)
        if named:
            return str(named.label)
        return gettext("no saving mix") if key == NONE else key.replace("_", " ")

    def label(self, key: str) -> str:
        """What people call one option.

        Raises:
            InputError: The case has no such option.
        """
        return self._option(key).label_under(key)

    def made_after(self, key: str) -> str:
        """What one option was made after: the sources of the option that it is based on.

        Raises:
            InputError: The case has no such option.
        """
        found = named_options()[str(self._option(key).based_on)].sources
        sources = [load_ledger().sources[source] for source in found]
        return "; ".join(dict.fromkeys(f"{one.publisher} ({one.year})" for one in sources))

    def _own_labels(self) -> dict[str, str]:
        return {key: own.label for key, own in self.criteria.items()}

    def _option(self, key: str) -> Option:
        if key not in self.options:
            raise InputError(unknown(key, self.options))
        return self.options[key]
