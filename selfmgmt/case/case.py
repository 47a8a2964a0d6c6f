"""The case: all that a municipality weighs, in one record that never changes."""

from typing import Annotated, Any, ClassVar

from pydantic import AfterValidator, BeforeValidator, Field, ValidationInfo

from selfmgmt.case.design import Design
from selfmgmt.case.known import criteria, judged_criteria, option_labels, roles
from selfmgmt.case.option import Option, Options
from selfmgmt.case.organisation import OwnFigures
from selfmgmt.case.question import Question
from selfmgmt.case.readiness import SelfAssessment
from selfmgmt.errors import InputError
from selfmgmt.fields import Estimate, Limits, Number, OneOf, Record
from selfmgmt.language import gettext
from selfmgmt.language import gettext_noop as _
from selfmgmt.reference.municipalities import find_municipality
from selfmgmt.values import Line, Text, refusal, unknown, without_open


def _code(written: str) -> str:
    try:
        return find_municipality(written).code
    except InputError as fault:
        raise refusal(str(fault)) from None


def _listed(written: object) -> object:
    """One text may name several municipalities, with commas between them."""
    return [part.strip() for part in written.split(",")] if isinstance(written, str) else written


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


def _not_all_zero(points: dict[str, float]) -> dict[str, float]:
    if points and not any(points.values()):
        raise refusal(gettext("all points are 0; give points to what matters, or leave all open."))
    return points


Municipalities = Annotated[
    tuple[Annotated[str, AfterValidator(_code)], ...],
    BeforeValidator(_listed),
    AfterValidator(_without_twins),
    Field(min_length=1),
]
Criterion = Annotated[str, OneOf(criteria)]
JudgedCriterion = Annotated[str, OneOf(judged_criteria)]
Role = Annotated[str, OneOf(roles)]
OptionKey = Annotated[str, AfterValidator(_own_option)]
Judgement = Annotated[Estimate, Limits(0, 100, _("points"))]
Points = Annotated[Number, Limits(0, 1000, _("points"))]
OpenCells = BeforeValidator(without_open)
FilledRows = AfterValidator(_filled)
Judgements = Annotated[
    dict[JudgedCriterion, Annotated[dict[OptionKey, Judgement], OpenCells]], OpenCells, FilledRows
]
Weights = Annotated[
    dict[Role, Annotated[dict[Criterion, Points], OpenCells, AfterValidator(_not_all_zero)]],
    OpenCells,
    FilledRows,
]


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
    readiness: SelfAssessment = Field(
        default=SelfAssessment(),
        title=_("Readiness"),
        description=_("Your own assessment, 1 to 5, of what is in place. Leave open if not known."),
    )
    options: Options = Field(
        default={},
        title=_("Options"),
        description=_(
            "What to compare. Write only what differs from the option that it is based on."
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
    decision: Text | None = Field(
        default=None, title=_("Decision"), description=_("What was decided, when and by whom.")
    )
    notes: Text | None = Field(default=None, title=_("Notes"))

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
        option = self._option(key)
        named = str(option_labels()[str(option.based_on)])
        return option.label or (named if key == option.based_on else key.replace("_", " "))

    def _option(self, key: str) -> Option:
        if key not in self.options:
            raise InputError(unknown(key, self.options))
        return self.options[key]
