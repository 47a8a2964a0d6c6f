"""A shared organisation: what each municipality bears of an option, and what one leaves behind."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from selfmgmt.language import gettext
from selfmgmt.language import gettext_noop as _
from selfmgmt.numbers import euro, number, percentage
from selfmgmt.reference.municipalities import Municipality
from selfmgmt.views.tables import Table

if TYPE_CHECKING:
    import pandas as pd

OUTCOMES = {
    "net_saving_due_eur": _("Net saving when due"),
    "transition_cost_eur": _("One-off cost"),
}
_KEYS = {"payroll": _("the payroll that each filed"), "inhabitants": _("inhabitants")}


def partner_sentences(
    split: "pd.DataFrame", leaving: "pd.DataFrame", members: Sequence[Municipality]
) -> list[str]:
    """By what cost is split, and what stays behind when the largest part leaves.

    Args:
        split: One option of the frame of partners of a comparison.
        leaving: The frame of what is left when a partner leaves.
        members: The municipalities of the organisation.
    """
    names, key = _names(members), split.attrs["key"]
    shares = split.groupby("partner")["share"].first().sort_values(ascending=False)
    first = gettext(
        "Here cost and effect are split by {key}: {parts}.",
        key=gettext(_KEYS[key]),
        parts="; ".join(f"{names[code]} {percentage(share)}" for code, share in shares.items()),
    )
    largest = str(shares.index[0])
    left = leaving.loc[largest]["after"]
    now = leaving.loc[largest]["now"]
    return [
        first,
        gettext(
            "When {partner} leaves, {now} FTE become {after}, and those who stay pay {standing} a "
            "year for managers and staff departments that do not go along.",
            partner=names[largest],
            now=number(now["fte"]),
            after=number(left["fte"]),
            standing=euro(left["standing_eur"]),
        ),
        gettext(
            "The chance that a function is uncovered then goes from {now} to {after}.",
            now=percentage(now["vulnerability"], 1),
            after=percentage(left["vulnerability"], 1),
        ),
        gettext(
            "What residents and staff notice of an option (capacity, absence, cover) is of the "
            "whole organisation: it is the same for each municipality."
        ),
    ]


def partner_cautions() -> list[str]:
    """What a split is, and is not."""
    return [
        gettext(
            "Partners may agree on another split, and on a fee for leaving; that is not counted "
            "here. This is a comparison, not a norm."
        ),
        gettext(
            "That half of the managers and staff departments of a partner go along is an "
            "assumption of ours."
        ),
    ]


def split_table(split: "pd.DataFrame", members: Sequence[Municipality], option: str) -> Table:
    """What each partner bears of one option, as ranges."""
    names = _names(members)
    return Table(
        caption=gettext("{option}: what each municipality bears", option=option),
        heads=(
            gettext("Municipality"),
            gettext("Part"),
            *(gettext(title) for title in OUTCOMES.values()),
        ),
        rows=tuple(
            (
                names[str(code)],
                percentage(share),
                *(_range(split.loc[(outcome, code)]) for outcome in OUTCOMES),
            )
            for code, share in split.groupby("partner", sort=False)["share"].first().items()
        ),
    )


def leaving_table(leaving: "pd.DataFrame", members: Sequence[Municipality]) -> Table:
    """What is left of the organisation of today when each of them leaves."""
    names = _names(members)
    return Table(
        caption=gettext("When one of them leaves (the middle of the range)"),
        heads=(
            gettext("Who leaves"),
            gettext("FTE now"),
            gettext("FTE after"),
            gettext("What the others pay on, EUR a year"),
            gettext("Chance of an uncovered function after"),
        ),
        rows=tuple(
            (
                names[str(code)],
                number(leaving.loc[(code, "fte"), "now"]),
                number(leaving.loc[(code, "fte"), "after"]),
                euro(leaving.loc[(code, "standing_eur"), "after"]),
                percentage(leaving.loc[(code, "vulnerability"), "after"], 1),
            )
            for code in leaving.index.unique("partner")
        ),
    )


def alone_sentences(members: Sequence[Municipality]) -> tuple[str, ...]:
    """What to say of an organisation that serves one municipality."""
    return (
        gettext(
            "This organisation serves {name} alone. To see partners, make a case of the "
            "municipalities that share one civil service.",
            name=members[0].everyday_name,
        ),
        gettext("Then it says here what each bears, and what stays behind when one steps out."),
    )


def _names(members: Sequence[Municipality]) -> dict[str, str]:
    return {member.code: member.everyday_name for member in members}


def _range(row: "pd.Series[float]") -> str:
    return gettext(
        "{middle} ({low} to {high})",
        middle=euro(row["p50"]),
        low=euro(row["p10"]),
        high=euro(row["p90"]),
    )
