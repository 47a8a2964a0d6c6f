"""Which outcomes are about this municipality, and which would be the same anywhere."""

from selfmgmt.analysis.study import Study
from selfmgmt.language import gettext
from selfmgmt.language import gettext_noop as _

_NAMES = {
    "money": _("money"),
    "capacity": _("capacity for residents"),
    "vulnerability": _("tasks that are uncovered"),
    "absence": _("sickness absence"),
    "turnover": _("staff leaving"),
    "satisfaction": _("satisfaction"),
    "steerability": _("steerability"),
}
_RESTS_ON = {
    "money": {"fte", "cost_per_fte"},
    "capacity": {"manager_share", "support_share"},
    "vulnerability": {"fte"},
    "absence": {"absence"},
    "turnover": {"turnover"},
    "satisfaction": {"readiness"},
    "steerability": {"readiness"},
}


def outcomes_here(study: Study) -> dict[str, bool]:
    """Each kind of outcome, and whether figures of this place move it.

    Args:
        study: The case with everything looked up.
    """
    local = {*study.organisation.local, *(["readiness"] if _has_readiness(study) else [])}
    return {outcome: bool(keys & local) for outcome, keys in _RESTS_ON.items()}


def local_sentences(study: Study) -> list[str]:
    """What in the results is about this place, and what is a national range."""
    found = outcomes_here(study)
    here = [gettext(_NAMES[key]) for key, is_local in found.items() if is_local]
    anywhere = [gettext(_NAMES[key]) for key, is_local in found.items() if not is_local]
    sentences = [_here(study, here)] if here else []
    if anywhere:
        sentences.append(
            gettext(
                "National ranges, so much the same for every municipality: {outcomes}. They say "
                "how the options differ, and not how it is here.",
                outcomes=", ".join(anywhere),
            )
        )
    return sentences


def _here(study: Study, outcomes: list[str]) -> str:
    name, together = study.case.name, ", ".join(outcomes)
    if "own" in {figure.origin for figure in study.organisation.all_figures().values()}:
        return gettext(
            "About {name} itself, from your own and public figures: {outcomes}.",
            name=name,
            outcomes=together,
        )
    return gettext(
        "About {name} itself, from public figures and its size: {outcomes}.",
        name=name,
        outcomes=together,
    )


def _has_readiness(study: Study) -> bool:
    return len(study.profile.unfilled) < len(study.profile.dimensions)
