"""The question that the options must answer: the cut that has to close, and when."""

from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, ValidationInfo, field_validator

from selfmgmt.case.known import start_of_a_case
from selfmgmt.errors import InputError
from selfmgmt.fields import Amount, Limits, Record, WholeNumber
from selfmgmt.language import gettext
from selfmgmt.language import gettext_noop as _
from selfmgmt.numbers import exact_percentage
from selfmgmt.read_numbers import parse_number
from selfmgmt.values import YesNo, validation_error


def _percentage(written: Any) -> Any:
    """``80%`` however it was written: 80, "0,8", 0.8."""
    try:
        value = parse_number(written)
    except InputError:
        return written
    return exact_percentage(value / 100 if value > 1 else value)


class Question(Record):
    """The cut and the horizon; the same for every option of a case."""

    saving_target: Annotated[Amount, Limits(0, 500_000_000, _("EUR per year"), share_high=0.5)] = (
        Field(
            default=Amount(value=0),
            title=_("Saving target"),
            description=_(
                "Structural saving per year in euros, or a percentage of today's staff cost."
            ),
        )
    )
    due_quarter: Annotated[WholeNumber, Limits(1, 40, _("quarters from now"))] = Field(
        default=8,
        title=_("Due"),
        description=_("The quarter by which the saving must be there."),
    )
    horizon: Annotated[WholeNumber, Limits(4, 40, _("quarters"))] = Field(
        default=16,
        title=_("Horizon"),
        description=_("How far ahead to look; 16 quarters is one council term."),
    )
    size: Literal["equal_money", "described"] = Field(
        default="equal_money",
        title=_("Size of the options"),
        description=_(
            "equal_money: every option closes the cut, as far as it can; described: each option "
            "as it is described, whatever it saves."
        ),
    )
    certainty: Annotated[Literal["50%", "80%"], BeforeValidator(_percentage)] = Field(
        default="50%",
        title=_("Certainty"),
        description=_("In how many of the futures the cut must close, at equal money."),
    )
    example: YesNo = Field(
        default=False,
        title=_("Example"),
        description=_(
            "Yes as long as this cut is the example that selfmgmt started with; "
            "no when it is yours."
        ),
    )

    @property
    def at_equal_money(self) -> bool:
        """Whether every option must close the cut; without a cut there is nothing to close."""
        return self.size == "equal_money" and self.saving_target.value > 0

    @field_validator("example")
    @classmethod
    def _until_changed(cls, example: bool, info: ValidationInfo) -> bool:
        """Another target than the example is the user's own, also when this still says yes."""
        target = Amount.model_validate(start_of_a_case()["question"]["saving_target"])
        return example and info.data.get("saving_target") == target

    @field_validator("horizon")
    @classmethod
    def _sees_the_due_quarter(cls, horizon: int, info: ValidationInfo) -> int:
        due = info.data.get("due_quarter", 0)
        if due > horizon:
            raise validation_error(
                gettext(
                    "the horizon of {horizon} quarters ends before due_quarter {due}; "
                    "look further ahead or set due_quarter earlier.",
                    horizon=horizon,
                    due=due,
                )
            )
        return horizon
