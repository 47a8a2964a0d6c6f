"""The organisation as it is known: each figure with its range and where that comes from."""

from dataclasses import dataclass, fields

from selfmgmt.case.known_figure import KnownFigure as KnownFigure  # part of an organisation
from selfmgmt.reference.settings import setting


@dataclass(frozen=True, slots=True, kw_only=True)
class Organisation:
    """The organisation as it is, with every figure filled in.

    ``payroll_eur`` is the payroll that was filed, when FTE was estimated from it: FTE and cost per
    FTE are both uncertain then, but not their product. ``inhabitants`` are those of the
    municipalities that it serves. ``social_share`` is the share of staff in the social domain; it
    sets the scope of one option and is not drawn. ``vulnerability_today`` is only there when the
    user counted it; the model computes it from the size otherwise.
    """

    fte: KnownFigure
    cost_per_fte: KnownFigure
    manager_share: KnownFigure
    support_share: KnownFigure
    team_count: KnownFigure
    absence: KnownFigure
    turnover: KnownFigure
    hire_share: KnownFigure
    work_redesign_today: KnownFigure
    vulnerability_today: KnownFigure | None = None
    social_share: KnownFigure | None = None
    payroll_eur: float | None = None
    inhabitants: float = 0.0

    def figures(self) -> dict[str, KnownFigure]:
        """Every figure that the model draws, by its key."""
        return {key: value for key, value in self.all_figures().items() if key != "social_share"}

    def all_figures(self) -> dict[str, KnownFigure]:
        """Every figure that the user may replace, by its key."""
        values = {field.name: getattr(self, field.name) for field in fields(self)}
        return {key: value for key, value in values.items() if isinstance(value, KnownFigure)}

    def wholes(self) -> dict[str, float]:
        """Today's size of what an amount can be a part of, at the middle of its range."""
        fte = self.fte.estimate.central
        managers = fte * self.manager_share.estimate.central
        support = fte * self.support_share.estimate.central
        hire = self.hire_share.estimate.central
        return {
            "hire_change": fte * self.cost_per_fte.estimate.central * hire / (1 - hire),
            "managers_after": managers,
            "support_after": support,
            "primary_fte_change": fte - managers - support,
            "team_count": self.team_count.estimate.central,
        }

    @property
    def local(self) -> tuple[str, ...]:
        """Keys of the figures that are about this organisation: own ones, and public ones of it."""
        return tuple(
            key for key, figure in self.all_figures().items() if figure.origin != "default"
        )

    @property
    def is_small(self) -> bool:
        """Whether parts of posts are no longer people."""
        return self.fte.estimate.central < setting("small_organisation_fte")

    @property
    def missing(self) -> tuple[str, ...]:
        """Keys of the figures that the user did not give."""
        return tuple(key for key, figure in self.figures().items() if figure.origin != "own")
