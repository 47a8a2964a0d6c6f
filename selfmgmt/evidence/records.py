"""The records of the evidence ledger, and the rules that each of them must meet.

Grades: A meta-analysis, large cohort or official statistic; B one good study, sector benchmark or
official municipal document; C case, press report or self-report; D opinion or assumption. The
grade is that of the figure as used for a Dutch municipality, not of the study behind it.
"""

from datetime import date
from typing import Annotated, Literal, Self

from pydantic import AfterValidator, BeforeValidator, Field, ValidationInfo, model_validator

from selfmgmt.fields import Estimate, Limits, Number, Record
from selfmgmt.language import Label, current_language, gettext
from selfmgmt.numbers import euro, number
from selfmgmt.values import unknown, validation_error

CALCULATION_THEMES = ("organisation", "money", "transition", "people", "coverage", "privacy")

Grade = Literal["A", "B", "C", "D"]
Status = Literal["read", "seed", "derived", "unverified", "assumption", "own"]


def known(written: tuple[str, ...], what: str, info: ValidationInfo) -> tuple[str, ...]:
    """``written`` if the context of the validation has every name in it under ``what``."""
    there = (info.context or {}).get(what, {})
    for name in written:
        if name not in there:
            raise validation_error(unknown(name, there))
    return written


def _known_sources(written: tuple[str, ...], info: ValidationInfo) -> tuple[str, ...]:
    return known(written, "sources", info)


def _known_findings(written: tuple[str, ...], info: ValidationInfo) -> tuple[str, ...]:
    return known(written, "findings", info)


def _known_unit(written: object, info: ValidationInfo) -> object:
    if isinstance(written, str):
        known((written,), "units", info)
        return (info.context or {})["units"][written]
    return written


Sources = Annotated[tuple[str, ...], Field(min_length=1), AfterValidator(_known_sources)]
FindingKeys = Annotated[tuple[str, ...], AfterValidator(_known_findings)]


class Source(Record):
    """Where a figure was found; ``in_english`` is the title where that can be said in English."""

    key: str
    title: str = Field(min_length=1)
    in_english: str | None = None
    publisher: str = Field(min_length=1)
    year: int = Field(ge=1950, le=2100)
    address: str | None = Field(default=None, pattern=r"^https?://\S+$")

    def __str__(self) -> str:
        title = (current_language() == "en" and self.in_english) or self.title
        end = "" if title.endswith("?") else "."
        return f"{self.publisher} ({self.year}). {title}{end}"


class Unit(Record):
    """What a number counts, and how it is written; ``str()`` gives the words."""

    key: str
    nl: str = Field(min_length=1)
    en: str = Field(min_length=1)
    show: Literal["number", "percent", "points", "euro"]

    def __str__(self) -> str:
        return str(Label(nl=self.nl, en=self.en))

    def write(self, value: float) -> str:
        """``value`` for the reader, with the digits it has and no more; three at most.

        >>> Unit(key="share", nl="aandeel", en="share", show="percent").write(0.055)
        '5,5%'
        """
        if self.show == "euro":
            return euro(value)
        shown = value if self.show == "number" else 100 * value
        digits = next((count for count in range(3) if abs(round(shown, count) - shown) < 1e-9), 3)
        return number(shown, digits) + ("%" if self.show == "percent" else "")


class Graded(Record):
    """How firm something is: a figure or source that nobody checked can only have grade D."""

    grade: Grade
    status: Status

    @model_validator(mode="after")
    def _no_better_than_known(self) -> Self:
        if self.status in ("assumption", "unverified", "own") and self.grade != "D":
            raise validation_error(
                gettext(
                    "grade is {grade} and status {status}; use grade D for what no source gives.",
                    grade=self.grade,
                    status=self.status,
                )
            )
        return self


class Finding(Graded):
    """What one study, document or case tells; ``quote`` in the words of the source."""

    key: str = Field(pattern=r"^[A-Z]\d{2}$")
    text: Label
    population: Label
    sources: Sources
    quote: str | None = None


class Allowed(Record):
    """The ends between which a reader may put a figure of their own."""

    low: Number
    high: Number


class Parameter(Graded):
    """One figure: low, central and high in its unit (shares as fractions), and where it is from.

    ``better`` says which end of an effect is the good one. ``assumed_range`` says that the source
    gives one value and that low and high around it are an assumption. ``allowed`` stands at a
    figure that the reader may replace in a case.
    """

    key: str
    theme: str
    label: Label
    unit: Annotated[Unit, BeforeValidator(_known_unit)]
    low: Number
    central: Number
    high: Number
    allowed: Allowed | None = None
    better: Literal["higher", "lower"] | None = None
    assumed_range: bool = False
    sources: Sources
    evidence: FindingKeys
    population: Label
    note: Label
    review_date: date

    @property
    def estimate(self) -> Estimate:
        """The range by itself."""
        return Estimate(low=self.low, central=self.central, high=self.high)

    @property
    def limits(self) -> Limits | None:
        """What a reader may put in its place, if anything."""
        if self.allowed is None:
            return None
        return Limits(self.allowed.low, self.allowed.high, str(self.unit))

    @model_validator(mode="before")
    @classmethod
    def _in_theme(cls, written: object, info: ValidationInfo) -> object:
        theme = (info.context or {}).get("theme")
        return {**written, "theme": theme} if isinstance(written, dict) and theme else written

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.low <= self.central <= self.high:
            return self
        raise validation_error(
            gettext(
                "low {low}, central {central}, high {high} are not in rising order.",
                low=self.low,
                central=self.central,
                high=self.high,
            )
        )

    @model_validator(mode="after")
    def _allowed_itself(self) -> Self:
        if self.limits:
            self.limits.check(self.estimate)
        return self

    @model_validator(mode="after")
    def _verified_to_calculate(self) -> Self:
        if self.status == "unverified" and self.theme in CALCULATION_THEMES:
            raise validation_error(
                gettext(
                    "status is unverified; such a figure never enters a calculation. "
                    "Verify it, mark it as an assumption, or move it to unverified.yaml."
                )
            )
        return self
