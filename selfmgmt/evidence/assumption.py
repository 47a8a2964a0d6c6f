"""Own assumptions: figures of the ledger that a reader replaces, each with the reason."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Annotated, Any, Self

from pydantic import BeforeValidator, Field, WrapValidator, model_validator

from selfmgmt.evidence.ledger import Ledger, Parameter, load_ledger
from selfmgmt.fields import Estimate, Number, OneOf, Record
from selfmgmt.language import Label
from selfmgmt.language import gettext_noop as _
from selfmgmt.values import Line, without_open


class OwnAssumption(Record):
    """What someone uses instead of a figure of the ledger, and why."""

    low: Number = Field(title=_("Low"))
    central: Number = Field(title=_("Figure"))
    high: Number = Field(title=_("High"))
    reason: Line = Field(
        title=_("Reason"),
        description=_("Why this figure suits your organisation better, and who says so."),
    )

    @model_validator(mode="before")
    @classmethod
    def _from_one_figure(cls, written: Any) -> Any:
        """Without low and high a figure is known; by itself it still lacks its reason."""
        given = {"central": written} if isinstance(written, str | float | int) else written
        given = without_open(given)
        if isinstance(given, dict) and "central" in given and not {"low", "high"} & given.keys():
            return given | {"low": given["central"], "high": given["central"]}
        return given

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        _rising = self.estimate  # refuses a range that is not
        return self

    @property
    def estimate(self) -> Estimate:
        """The range by itself."""
        return Estimate(low=self.low, central=self.central, high=self.high)


def replaceable() -> dict[str, Parameter]:
    """The figures that a reader may replace, by key, as the ledger has them."""
    return {key: found for key, found in load_ledger().parameters.items() if found.allowed}


def replaceable_labels() -> dict[str, Label]:
    """The figures that a reader may replace, and what people call them."""
    return {key: found.label for key, found in replaceable().items()}


def _with_keys(written: Any) -> Any:
    if not isinstance(written, dict):
        return written
    return {key: (key, one) for key, one in written.items()}


def _of_its_figure(written: tuple[str, Any], handler: Any) -> OwnAssumption:
    """The assumption in ``written``, after its key, if it is within the limits of that figure."""
    key, given = written
    figure = replaceable().get(key)  # a key that is none of them is refused as a key
    limits = figure.limits if figure else None
    own: OwnAssumption = handler(given)
    if limits:
        limits.refuse_other_units(given)
        limits.check(own.estimate)
    return own


OwnAssumptions = Annotated[
    dict[
        Annotated[str, OneOf(replaceable_labels)],
        Annotated[OwnAssumption, WrapValidator(_of_its_figure)],
    ],
    BeforeValidator(_with_keys),
]


def with_own(ledger: Ledger, own: Mapping[str, OwnAssumption]) -> Ledger:
    """The ledger with the reader's own figures in place of those that it had.

    Such a figure has status ``own``, the lowest grade, the reason as its note and no source.

    >>> own = OwnAssumption(low=1, central=1, high=1, reason="Everything was cashed.")
    >>> with_own(load_ledger(), {"savings_realisation": own}).parameter("savings_realisation").low
    1.0
    """
    return replace(
        ledger,
        parameters={
            key: _replaced(found, own[key]) if key in own else found
            for key, found in ledger.parameters.items()
        },
    )


def _replaced(found: Parameter, own: OwnAssumption) -> Parameter:
    return found.model_copy(
        update={
            **{name: getattr(own, name) for name in ("low", "central", "high")},
            "grade": "D",
            "status": "own",
            "assumed_range": True,
            "sources": (),
            "evidence": (),
            "note": Label(nl=own.reason, en=own.reason),
        }
    )
