"""The case: all that a municipality weighs, in one record that never changes."""

from collections.abc import Mapping
from typing import Annotated, Any, ClassVar, Self

from pydantic import (
    AfterValidator,
    BeforeValidator,
    Field,
    ModelWrapValidatorHandler,
    ValidationInfo,
    model_validator,
)

from selfmgmt.case.criterion import OwnCriteria
from selfmgmt.case.design import Design
from selfmgmt.case.known import (
    criteria,
    judged_criteria,
    known_judged_criteria,
    roles,
    with_own,
)
from selfmgmt.case.nothing import with_its_nothing
from selfmgmt.case.option import Option, Options
from selfmgmt.case.organisation import OwnFigures
from selfmgmt.case.question import Question
from selfmgmt.case.readiness import Readiness
from selfmgmt.case.voice import Letter, OpenCells, PointsByCriterion, Voice
from selfmgmt.errors import InputError
from selfmgmt.evidence.assumption import OwnAssumptions
from selfmgmt.fields import Estimate, Limits, OneOf, Record
from selfmgmt.language import Label
from selfmgmt.language import gettext_noop as _
from selfmgmt.reference.municipalities import find_municipality, names_in
from selfmgmt.values import Line, Text, refusal, unknown


def _code(written: str) -> str:
    try:
        return find_municipality(written).code
    except InputError as fault:
        raise refusal(str(fault)) from None


def _listed(written: object) -> object:
    """One text may name several municipalities, with commas between them."""
    return names_in(written) if isinstance(written, str) else written


def _without_twins(codes: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(codes))


def _own_option(key: str, info: ValidationInfo) -> str:
    """``key`` if it is an option of this case; any will do when those are themselves at fault."""
    options = info.data.get("options")
    if options is not None and key not in options:
        raise refusal(unknown(key, options))
    return key


def _filled(rows: dict[str, dict[str, Any]]) -> dict[str, dict[str, Any]]:
    return {key: cells for key, cells in rows.items() if cells}


def _words(labels: Mapping[str, Label]) -> dict[str, str]:
    return {key: str(label) for key, label in labels.items()}


Municipalities = Annotated[
    tuple[Annotated[str, AfterValidator(_code)], ...],
    BeforeValidator(_listed),
    AfterValidator(_without_twins),
    Field(min_length=1),
]
JudgedCriterion = Annotated[str, OneOf(known_judged_criteria)]
Role = Annotated[str, OneOf(roles)]
OptionKey = Annotated[str, AfterValidator(_own_option)]
JUDGED = Limits(0, 100, _("points"))
Judgement = Annotated[Estimate, JUDGED]
FilledRows = AfterValidator(_filled)
Judgements = Annotated[
    dict[JudgedCriterion, Annotated[dict[OptionKey, Judgement], OpenCells]], OpenCells, FilledRows
]
Weights = Annotated[dict[Role, PointsByCriterion], OpenCells, FilledRows]
Voices = Annotated[dict[Role, Annotated[dict[Letter, Voice], OpenCells]], OpenCells, FilledRows]


class Case(Record):
    """One municipality, or the municipalities of a shared organisation, and its choice."""

    schema_version: ClassVar = "1"

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
    options: Options = Field(
        default={},
        title=_("Options"),
        description=_(
            "What to compare. Write only what differs from the option that it is based on."
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
    voices: Voices = Field(
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
    decision: Text | None = Field(
        default=None, title=_("Decision"), description=_("What was decided, when and by whom.")
    )
    notes: Text | None = Field(default=None, title=_("Notes"))

    @model_validator(mode="wrap")
    @classmethod
    def _with_own_criteria(cls, written: Any, handler: ModelWrapValidatorHandler[Self]) -> Self:
        """Its own criteria may be judged and weighed in the rest of the case."""
        own = written.get("criteria") if isinstance(written, Mapping) else None
        with with_own(own if isinstance(own, Mapping) else ()):
            return handler(with_its_nothing(written))

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
        return self._option(key).design()

    def label(self, key: str) -> str:
        """What people call one option.

        Raises:
            InputError: The case has no such option.
        """
        return self._option(key).label_under(key)

    def _own_labels(self) -> dict[str, str]:
        return {key: own.label for key, own in self.criteria.items()}

    def _option(self, key: str) -> Option:
        if key not in self.options:
            raise InputError(unknown(key, self.options))
        return self.options[key]
