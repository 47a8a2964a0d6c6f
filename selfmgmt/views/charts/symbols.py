"""The symbols of the equations as a reader sees them: a letter, and in words what it stands for."""

from selfmgmt.language import gettext
from selfmgmt.language import gettext_noop as _

CHANGED = "_new"
"""What the name of a symbol ends in when it is that of the plan in which something was changed."""

_SYMBOLS = {
    "t": ("t", _("quarter")),
    "u": ("u", _("share of the change that is in place")),
    "du": ("Δu", _("share that starts in this quarter")),
    "weakest": ("x", _("score of one condition")),
    "kappa": ("κ", _("conditions together")),
    "mean": ("x̄", _("plain mean of the conditions")),
    "level": ("l", _("level at which the ways of working are decided")),
    "A": ("A", _("dose of self-organisation")),
    "M": ("M", _("share of staff in mature teams")),
    "dip": ("d", _("share of capacity lost at the start")),
    "r": ("r", _("part of what is planned that really goes")),
    "absorbed": ("a", _("FTE busy with the work of those who went")),
    "C": ("C", _("work done by own people, today is 1")),
    "N": ("N", _("work that is asked for, today is 1")),
    "hired_back": ("λ(N − C)", _("work that is hired back, today's work is 1")),
    "effect": ("e", _("effect on satisfaction, percentage points")),
    "dose": ("x", _("dose of the cut for attitudes")),
    "left": ("h", _("part of the effect that has not faded")),
    "satisfaction": ("s", _("satisfied staff, per cent")),
    "average": ("s̄", _("mean over the term, per cent")),
    "worst": ("min s", _("worst quarter, per cent")),
    "steering": ("G", _("steerability, today is 100")),
    "fte": ("F", _("FTE of the organisation")),
    "uncovered": ("p", _("chance that a function is uncovered, per cent")),
    "fallen": ("P(φ > 0)", _("chance of having fallen back, per cent")),
    "gross": ("B", _("gross saving, EUR million a year")),
    "realised": ("R", _("realised saving, EUR million a year")),
    "net": ("S", _("net saving, EUR million a year")),
    "m": ("m", _("how many times the saving mix")),
    "target": ("D", _("target, EUR million a year")),
    "lattice": ("u", _("points of the lattice")),
    "chance": ("v", _("points of pure chance")),
    "first": ("u₁", _("first quantity, as a chance")),
    "x": ("x", _("the outcome in its own unit")),
    "v": ("v", _("worth on the scale, from 0 to 1")),
    "w": ("w", _("weight")),
    "w_order": ("w", _("weight from the order alone")),
    "w_pairs": ("w", _("weight from comparisons in pairs")),
    "w_best": ("w", _("weight from best and worst")),
    "V": ("V", _("value of the option, from 0 to 1")),
    "leads": ("P(1)", _("per cent of the draws in which it is first")),
    "part": ("w Δv", _("part of the difference, points of 100")),
    "least": ("w₋", _("lowest weight at which the first stays first")),
    "most": ("w₊", _("highest weight at which the first stays first")),
    "topsis": ("T", _("nearness to the best (TOPSIS), from 0 to 1")),
    "flow": ("Φ", _("preferred less preferred to (PROMETHEE), from −1 to 1")),
    "judged": ("g", _("weight of what people judge")),
    "needed": ("b", _("points of 100 that it must be judged higher")),
    "place": ("k", _("place in the ranking")),
    "second": ("u₂", _("second quantity, as a chance")),
    "asked": ("x", _("mean answer as it was asked, 1 to 5")),
    "turned": ("x′", _("mean answer with 5 the ready end")),
    "error": ("e", _("random error in every answer, in steps")),
    "alpha": ("α", _("Cronbach's alpha")),
    "omega": ("ω", _("McDonald's omega")),
    "apart": ("a", _("steps that the means of teams are pulled apart")),
    "icc1": ("ICC(1)", _("part of the differences that lies between teams")),
    "icc2": ("ICC(2)", _("how well the means of teams can be told apart")),
    "agreement": ("rwg", _("agreement within a team, from 0 to 1")),
    "floor": ("n", _("fewest people in a group that is shown")),
    "shown": ("k", _("figures that may be shown")),
    "score": ("m", _("mean score of drawn people, 1 to 5")),
    "beta": ("β", _("weight of the weakest subject")),
    "rho": ("ρ", _("readiness, from 0 to 1")),
    "rho_low": ("ρ₋", _("readiness at the low ends")),
    "rho_high": ("ρ₊", _("readiness at the high ends")),
}


def symbol(name: str) -> str:
    """A letter and its meaning, in the language of the reader.

    >>> symbol("M_new")
    'M: deel van de medewerkers in rijpe teams (veranderd)'
    """
    letter, meaning = _SYMBOLS[name.removesuffix(CHANGED)]
    changed = gettext(" (changed)") if name.endswith(CHANGED) else ""
    return f"{letter}: {gettext(meaning)}{changed}"
