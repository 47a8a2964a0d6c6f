"""Every word in and about the charts of the explorer, in the language of the reader."""

from selfmgmt.language import gettext


def chart_words() -> dict[str, str]:
    """The words by their key on the page; ``{name}`` in them is filled in by the page."""
    return {**_chart_names(), **_about_charts(), **_in_charts(), **_structure()}


def _chart_names() -> dict[str, str]:
    return {
        "chart_price": gettext("What this way of working costs and brings"),
        "chart_frontier": gettext("As the saving grows: target and service"),
        "chart_capacity": gettext("Service for residents (today is 100)"),
        "chart_cumulative_cash_eur": gettext("Costs and savings added up (million euros)"),
        "chart_satisfaction": gettext("Satisfied staff (per cent)"),
        "chart_absence": gettext("Sickness absence (per cent)"),
        "chart_steerability": gettext("Grip of the council (points)"),
        "chart_fte": gettext("Staff (FTE)"),
        "chart_savings": gettext("What is left of the planned saving, per year"),
        "chart_felt": gettext("What people notice of it"),
        "chart_conditions": gettext("What must be in place"),
        "chart_structure": gettext("The organisation in teams"),
    }


def _about_charts() -> dict[str, str]:
    path = gettext(
        "Line: the middle. Band: 8 in 10 possible futures of the option that you adjust. Dashed: "
        "doing nothing."
    )
    row = gettext("Marker: the middle. Line: 8 in 10 possible futures.")
    return {
        "about_price": gettext(
            "Every option finds the same money. So this is what the way of working itself changes, "
            "beside the same saving without it. To the right is better."
        ),
        "about_frontier": gettext(
            "The line shows what happens as more of the saving mix goes: more of the target, less "
            "service. The marker is where the option is now. Dashed: the target."
        ),
        **{f"about_{key}": path for key in _PATHS},
        "about_savings": gettext(
            "At the end of all years that are looked at. Dashed: what has to be saved. {row}",
            row=row,
        ),
        "about_felt": gettext(
            "The worst quarter, or the end. Thin line: doing nothing. To the right is better. "
            "{row}",
            row=row,
        ),
        "about_conditions": gettext(
            "How far each is in place. The weakest one decides most. {row}", row=row
        ),
        "about_structure": gettext("How it is today, and once the option is in place."),
    }


_PATHS = ("capacity", "cumulative_cash_eur", "satisfaction", "absence", "steerability", "fte")


def _in_charts() -> dict[str, str]:
    return {
        "choose_chart": gettext("Choose a chart"),
        "about_chart": gettext("About this chart and its numbers: {chart}"),
        "middle": gettext("{middle} ({low} to {high})"),
        "points": gettext("{value} points"),
        "million": gettext("million"),
        "option": gettext("Option"),
        "year": gettext("year {year}"),
        "now": gettext("now"),
        "worse": gettext("worse"),
        "better": gettext("better"),
        "reach_axis": gettext("Part of the target that is found"),
        "price_empty": gettext(
            "None of these options has another way of working. Choose one above to see its price."
        ),
        "path_alt": gettext(
            "{option}: {what} is lowest in {when}, at {lowest}. In {end} it is {middle} ({low} to "
            "{high})."
        ),
        "ranges_alt": gettext("{option}: {figures}."),
        "frontier_alt": gettext("{option} finds {share} of the target, with service at {service}."),
    }


def _structure() -> dict[str, str]:
    return {
        "structure_legend": gettext(
            "A square stands for {managers} FTE of managers, a circle for {teams} of the teams, a "
            "diamond for {support} FTE of staff departments. Lines: who leads which teams."
        ),
        "structure_coaches": gettext("A triangle stands for {coaches} FTE of coaches."),
        "structure_new_way": gettext(
            "A dot in a circle: this team works in the new way, together with the teams beside it."
        ),
        "structure_alt": gettext(
            "{option}: {figures}. Part of the staff that works in the new way: {share}."
        ),
        "today": gettext("Today"),
        "what": gettext("What"),
        "about": gettext("about {middle} ({low} to {high})"),
        "managers_short": gettext("Managers"),
        "teams_short": gettext("Teams"),
        "support_short": gettext("Staff departments"),
        "coaches_short": gettext("Coaches"),
        "teams_count": gettext("Teams"),
        "managers_count": gettext("FTE of managers"),
        "support_count": gettext("FTE of staff departments"),
        "primary_count": gettext("FTE in the primary process"),
        "coaches_count": gettext("FTE of coaches"),
        "team_size_count": gettext("FTE per team"),
        "span_count": gettext("FTE per FTE of managers"),
    }
