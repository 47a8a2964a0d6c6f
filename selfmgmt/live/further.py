"""Further questions on the live page: what the answers are computed from, and their words."""

from selfmgmt.analysis.partners import leaving_of
from selfmgmt.analysis.stress import reverses_for
from selfmgmt.analysis.study import Study
from selfmgmt.analysis.turning import DRAWS, lever_positions
from selfmgmt.case.design import Design
from selfmgmt.evidence.stress import Shock
from selfmgmt.language import gettext
from selfmgmt.live.inputs import Json, design_levers
from selfmgmt.views.words.stress import stress_caution


def turning_inputs() -> Json:
    """The numbers that are tried of each lever, and with how many draws."""
    levers = {lever: positions.tolist() for lever, positions in lever_positions().items()}
    return {"draws": DRAWS, "levers": levers}


def shock_inputs(study: Study) -> list[Json]:
    """``Shock`` of ``model/shocks.js``: each reverse that can strike this organisation."""
    return [_shock(study, key, shock) for key, shock in reverses_for(study).items()]


def _shock(study: Study, key: str, shock: Shock) -> Json:
    ends = {
        name: {one: [span.low, span.central, span.high] for one, span in spans.items()}
        for name, spans in (("inputs", shock.inputs), ("effects", shock.effects))
    }
    levers = design_levers(Design.model_validate(shock.design))
    return {
        "key": key,
        **ends,
        "design": {lever: levers[lever] for lever in shock.design},
        "stops_after": shock.stops_after_quarters or 0,
        "target_times": shock.target_times,
        "repair": shock.repair_eur_per_inhabitant * study.inputs.inhabitants,
        "leaving": _leaving(study, shock.overhead_follows),
    }


def _leaving(study: Study, overhead_follows: float | None) -> Json | None:
    leaving = None if overhead_follows is None else leaving_of(study, overhead_follows)
    if leaving is None:
        return None
    return {"share": leaving.share, "overhead_follows": leaving.overhead_follows}


def shock_words(study: Study) -> dict[str, list[str]]:
    """Reverse to its name and what it does, in the language of the reader."""
    return {key: [str(one.label), str(one.text)] for key, one in reverses_for(study).items()}


def further_questions() -> list[dict[str, str]]:
    """What can be asked, in order: key, title and what it is about."""
    return [
        {
            "key": "levers",
            "title": gettext("What makes or breaks the target?"),
            "about": gettext(
                "This is about the option that you are changing. One lever moves from low to "
                "high, the others stay."
            ),
        },
        {
            "key": "stress",
            "title": gettext("What if things go wrong?"),
            "about": gettext(
                "Reverses that happened elsewhere or that people fear, laid on the options that "
                "you see."
            ),
        },
    ]


def questions_elsewhere() -> str:
    """Where other questions are answered: what this page leaves to the app and the report."""
    return gettext(
        "Which option suits whose weights, and what it takes to reach the target: the app answers "
        "these further questions (selfmgmt app), with the case that you download here."
    )


def further_sentences() -> dict[str, str]:
    """Sentences by their key; ``{name}`` in them is filled in by the page."""
    return {**_turns(), **_stress()}


def _turns() -> dict[str, str]:
    option, certainty = {"option": "{option}"}, {"certainty": "{certainty}"}
    turn = {**option, **certainty, "lever": "{lever}", "points": "{points}"}
    return {
        "and": gettext(" and "),
        "turns_nothing": gettext(
            "{option}: no lever by itself changes the chance to reach the saving in time.", **option
        ),
        "turns_never": gettext(
            "{option}: whichever lever you move, the chance to reach the saving in time stays "
            "at or above {certainty}.",
            **option,
            **certainty,
        ),
        "turns_closest": gettext(
            "{option}: no lever by itself brings the chance to reach the saving in time to "
            "{certainty}. Closest comes {lever}, at {value}: {chance}.",
            **option,
            **certainty,
            lever="{lever}",
            value="{value}",
            chance="{chance}",
        ),
        "turns_above": gettext(
            "{option}, {lever}: above about {points} the chance to reach the saving in time is at "
            "least {certainty}.",
            **turn,
        ),
        "turns_below": gettext(
            "{option}, {lever}: below about {points} the chance to reach the saving in time is at "
            "least {certainty}.",
            **turn,
        ),
        "turn_table": gettext("The chance to reach the saving in time, when one lever moves"),
        "turn_lever": gettext("Lever"),
        "turn_from": gettext("From"),
        "turn_chance": gettext("Chance"),
        "turn_to": gettext("To"),
        "turn_chance_then": gettext("Chance then"),
    }


def _stress() -> dict[str, str]:
    option = {"option": "{option}"}
    return {
        "stress_nothing": gettext("{option}: no reverse widens the gap to the target.", **option),
        "stress_heaviest": gettext(
            "{option}: as planned the gap to the target is {planned}. Heaviest is “{reverse}”: "
            "{alone}. Heaviest together are “{one}” and “{other}”: {together}.",
            **option,
            planned="{planned}",
            reverse="{reverse}",
            alone="{alone}",
            one="{one}",
            other="{other}",
            together="{together}",
        ),
        "stress_caution": stress_caution(),
        "stress_all": gettext("{option}: all outcomes when something goes wrong", **option),
        "stress_one": gettext("{option}, when something goes wrong", **option),
        "stress_two": gettext("{option}, when two things go wrong at once", **option),
        "stress_what": gettext("What happens"),
        "stress_chance": gettext("Chance to reach the target"),
        "stress_planned": gettext("As planned"),
        "stress_about": gettext("What each of them is"),
    }
