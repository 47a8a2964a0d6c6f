"""Labelled results: the arrays of a comparison as pandas frames, for charts, files and notebooks.

Keys stay keys: a frame holds no words, so it is the same in every language. pandas is imported
when a frame is first asked for.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Protocol

import numpy as np

from selfmgmt.analysis.partners import Key, left_behind, split_of
from selfmgmt.simulation.outcomes import Outcomes

if TYPE_CHECKING:
    import pandas as pd

QUANTILES = ("p10", "p50", "p90")
STEPS = ("removals", "working", "together")


class HasOptions(Protocol):
    """What a frame is made of: options with quantiles, and the draws behind them."""

    @property
    def options(self) -> Mapping[str, Any]: ...  # noqa: D102

    @property
    def outcomes(self) -> Outcomes: ...  # noqa: D102


class Labelled:
    """Gives a comparison its frames."""

    __slots__ = ()

    def frame(self: HasOptions) -> pd.DataFrame:
        """Every draw of every outcome.

        Returns:
            One row for each option, outcome and draw; columns ``option``, ``outcome``, ``draw``
            and ``value``. Shares are fractions, money is in euros, capacity an index.
        """
        import pandas as pd

        values = self.outcomes.values  # noqa: PD011  a mapping of arrays, no frame
        draws = np.arange(next(iter(values.values())).shape[1])
        index = pd.MultiIndex.from_product(
            [values, self.options, draws], names=["outcome", "option", "draw"]
        )
        stacked = pd.Series(np.concatenate([table.ravel() for table in values.values()]), index)
        return stacked.rename("value").reset_index()[["option", "outcome", "draw", "value"]]

    def summary(self: HasOptions) -> pd.DataFrame:
        """The quantiles of every outcome.

        Returns:
            One row for each option and outcome (the index), columns ``p10``, ``p50`` and ``p90``.
        """
        import pandas as pd

        rows = {
            (option, outcome): tuple(getattr(quantiles, name) for name in QUANTILES)
            for option, result in self.options.items()
            for outcome, quantiles in result.outcomes.items()
        }
        index = pd.MultiIndex.from_tuples(rows, names=["option", "outcome"])
        return pd.DataFrame(list(rows.values()), index=index, columns=list(QUANTILES))

    def paths(self: HasOptions) -> pd.DataFrame:
        """The quantiles of every path over time.

        Returns:
            One row for each option, quarter, outcome and quantile; column ``value``.
        """
        import pandas as pd

        parts = [
            pd.DataFrame(path.T, columns=list(QUANTILES))
            .rename_axis("quarter")
            .reset_index()
            .assign(option=option, outcome=outcome)
            for option, result in self.options.items()
            for outcome, path in result.paths.items()
        ]
        tidy = pd.concat(parts, ignore_index=True).melt(
            ["option", "quarter", "outcome"], var_name="quantile"
        )
        return tidy[["option", "quarter", "outcome", "quantile", "value"]]

    def _repr_html_(self: HasOptions) -> str:
        """The middles, for a notebook; the ranges are in :meth:`summary`."""
        middles = Labelled.summary(self).pivot_table("p50", "outcome", "option", sort=False)
        return str(middles.to_html(float_format=lambda value: f"{value:,.4g}"))


class HasPartners(Protocol):
    """Options of an organisation that several municipalities share."""

    @property
    def study(self) -> Any: ...  # noqa: D102

    @property
    def options(self) -> Mapping[str, Any]: ...  # noqa: D102


class Shared:
    """Gives a comparison the frames of its partners."""

    __slots__ = ()

    def partners(self: HasPartners, key: Key | None = None) -> pd.DataFrame:
        """The part of each partner in what an option costs and does.

        Only amounts in euros and FTE can be split; absence, capacity and other shares are the same
        for all partners.

        Args:
            key: ``payroll`` or ``inhabitants``; the first where every partner has its own when
                left out. Partners may agree on another key: this is a comparison, not a norm.

        Returns:
            One row for each option, outcome and partner (the index; its CBS code), columns
            ``share``, ``p10``, ``p50`` and ``p90``. ``attrs["key"]`` tells the key. An organisation
            of one municipality has one partner, with all of it.

        Raises:
            InputError: Payroll is asked for and not every partner has its own.
        """
        import pandas as pd

        split = split_of(self.study.members, key)
        rows = {
            (option, outcome, code): (
                share,
                *(share * getattr(quantiles, name) for name in QUANTILES),
            )
            for option, result in self.options.items()
            for outcome, quantiles in result.outcomes.items()
            if outcome.endswith(("_eur", "_fte"))
            for code, share in split.shares.items()
        }
        index = pd.MultiIndex.from_tuples(rows, names=["option", "outcome", "partner"])
        frame = pd.DataFrame(list(rows.values()), index=index, columns=["share", *QUANTILES])
        frame.attrs["key"] = split.key
        return frame

    def leaving(self: HasPartners) -> pd.DataFrame:
        """What is left of the organisation of today when a partner leaves, for each of them.

        Returns:
            One row for each partner and quantity (the index): ``payroll_eur``, ``fte``,
            ``managers_fte``, ``support_fte``, ``primary_fte``, ``hired_fte``, ``vulnerability`` and
            ``standing_eur``, the cost a year that the others are left with. Columns ``share``, and
            ``now`` and ``after``: the middle of the draws. Empty for one municipality.
        """
        import pandas as pd

        rows = {
            (code, quantity): (left.share, now, after)
            for code, left in left_behind(self.study).items()
            for quantity, (now, after) in left.quantities.items()
        }
        index = pd.MultiIndex.from_tuples(rows, names=["partner", "quantity"])
        return pd.DataFrame(list(rows.values()), index=index, columns=["share", "now", "after"])


class HasPrices(Protocol):
    """Options with what their ways of working cost."""

    @property
    def price_of_way(self) -> Mapping[str, Any]: ...  # noqa: D102


class Priced:
    """Gives a comparison the frame of its prices."""

    __slots__ = ()

    def price(self: HasPrices) -> pd.DataFrame:
        """What ways of working cost beside the same money found without them.

        Returns:
            One row for each option, outcome and step (the index; ``STEPS``), columns ``p10``,
            ``p50`` and ``p90``. ``.xs("working", level="step")`` has the rows of a summary.
        """
        import pandas as pd

        rows = {
            (option, outcome, step): tuple(getattr(quantiles, name) for name in QUANTILES)
            for option, price in self.price_of_way.items()
            for step in STEPS
            for outcome, quantiles in getattr(price, step).items()
        }
        index = pd.MultiIndex.from_tuples(rows, names=["option", "outcome", "step"])
        return pd.DataFrame(list(rows.values()), index=index, columns=list(QUANTILES))
