"""A survey as a pandas frame: only the cells that may be published, with keys and no words.

pandas is imported when a frame is first asked for.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    import pandas as pd

    from selfmgmt.readiness.published import Published
    from selfmgmt.readiness.survey_profile import SurveyProfile

COLUMNS = ("kind", "group", "dimension", "respondents", "mean", "spread", "low", "high")


class HasPublished(Protocol):
    """What a frame is made of: what may be shown, and the interval of everyone together."""

    @property
    def published(self) -> Published: ...  # noqa: D102

    @property
    def profile(self) -> SurveyProfile: ...  # noqa: D102


class LabelledSurvey:
    """Gives findings their frames. What is withheld has no row, so that its size is not told."""

    __slots__ = ()

    def frame(self: HasPublished) -> pd.DataFrame:
        """The score of every group on every dimension that may be published.

        Returns:
            One row for each group and dimension; columns ``kind`` (total, role, team), ``group``
            (empty for everyone), ``dimension``, ``respondents`` (of a small group: at least this
            many), ``mean`` and ``spread`` on 1 to 5, and for everyone together ``low`` and
            ``high``: the 95 % bootstrap interval of the mean.
        """
        import pandas as pd

        bounds = {
            key: (one.score.low, one.score.high) for key, one in self.profile.dimensions.items()
        }
        rows = [
            (
                *(score.group.kind, score.group.name, score.dimension),
                *(score.respondents, score.mean, score.spread),
                *(bounds[score.dimension] if score.group.kind == "total" else (None, None)),
            )
            for score in self.published.scores
        ]
        frame = pd.DataFrame(rows, columns=list(COLUMNS))
        return frame.astype({"low": float, "high": float})

    def answers(self: HasPublished) -> pd.DataFrame:
        """About how many people gave each answer to single items, where that may be published.

        Returns:
            One row for each group, item and answer from 1 to 5; columns ``kind``, ``group``,
            ``item``, ``answer`` and ``people`` (rounded).
        """
        import pandas as pd

        rows = [
            (one.group.kind, one.group.name, one.item, answer, people)
            for one in self.published.distributions
            for answer, people in enumerate(one.counts, start=1)
        ]
        return pd.DataFrame(rows, columns=["kind", "group", "item", "answer", "people"])

    def _repr_html_(self: HasPublished) -> str:
        """The means, for a notebook: dimensions below each other, groups beside each other."""
        frame = LabelledSurvey.frame(self)
        means = frame.pivot_table("mean", "dimension", ["kind", "group"], sort=False)
        return str(means.to_html(float_format=lambda value: f"{value:.2f}", na_rep=""))
