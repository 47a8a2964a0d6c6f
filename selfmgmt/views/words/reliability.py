"""What the figures on the quality of a survey say, and what they do not say."""

from collections.abc import Iterable, Mapping
from statistics import median

from selfmgmt.language import gettext
from selfmgmt.numbers import number
from selfmgmt.readiness.instrument import load_instrument
from selfmgmt.readiness.meaning import load_coefficients
from selfmgmt.readiness.quality import ScaleQuality, TeamAgreement
from selfmgmt.views.tables import Table

_DIGITS = 2


def quality_table(quality: Mapping[str, ScaleQuality]) -> Table:
    """Alpha and omega of each dimension, of how many people, and the question that fits least."""
    alpha, omega = (str(load_coefficients()[key].label) for key in ("alpha", "omega"))
    return Table(
        caption=gettext("Do the questions on one subject belong together?"),
        heads=(
            gettext("Subject"),
            alpha,
            omega,
            gettext("Complete answers"),
            gettext("Question that fits least"),
        ),
        rows=tuple(
            (
                _label(key),
                _figure(scale.alpha),
                _figure(scale.omega),
                gettext("{used} of {given}", used=number(scale.used), given=number(scale.given))
                if scale.used
                else "",
                _fits_least(scale),
            )
            for key, scale in quality.items()
        ),
        words=(gettext("Complete answers"), gettext("Question that fits least")),
    )


def quality_sentences(quality: Mapping[str, ScaleQuality]) -> list[str]:
    """What the figures mean, what deserves a look, and why a figure is missing."""
    found = load_coefficients()
    meaning = [f"{found[key].label}: {found[key].meaning}" for key in ("alpha", "omega")]
    return [*meaning, *_odd_scales(quality), *_odd_items(quality), *_missing(quality)]


def agreement_table(agreement: Mapping[str, TeamAgreement]) -> Table:
    """How far people within teams agree and teams differ, on each dimension."""
    icc1, icc2 = (str(load_coefficients()[key].label) for key in ("icc1", "icc2"))
    return Table(
        caption=gettext("Do the people of a team think alike, and do teams differ?"),
        heads=(
            gettext("Subject"),
            gettext("Agreement in the middle team"),
            gettext("Lowest to highest"),
            gettext("Teams shown"),
            icc1,
            icc2,
        ),
        rows=tuple(
            (
                _label(key),
                _figure(median(found.within.values()) if found.within else None),
                _span(found.within.values()),
                number(len(found.within)),
                _figure(found.icc1),
                _figure(found.icc2),
            )
            for key, found in agreement.items()
        ),
    )


def agreement_sentences(agreement: Mapping[str, TeamAgreement]) -> list[str]:
    """What the figures mean, and where agreement may only look like it."""
    found = load_coefficients()
    meaning = [f"{found[key].label}: {found[key].meaning}" for key in ("agreement", "icc1", "icc2")]
    alike = [key for key, each in agreement.items() if may_be_pseudo(each)]
    return [*meaning, *_caution(alike), *_ranking(agreement), *_missing(agreement)]


def may_be_pseudo(agreement: TeamAgreement) -> bool:
    """Whether people in teams agree strongly while teams hardly differ from each other."""
    if not agreement.within or agreement.icc1 is None:
        return False
    found = load_coefficients()
    strong = len(found["agreement"].bands) - 1
    middle = median(agreement.within.values())
    return found["agreement"].step(middle) == strong and found["icc1"].step(agreement.icc1) == 0


def _caution(dimensions: list[str]) -> list[str]:
    if not dimensions:
        return []
    return [
        gettext(
            "Be careful with {subjects}. People in a team answer alike, but teams hardly differ. "
            "Then it may only look like agreement: perhaps everyone picks the same safe answer. "
            "Talk about it with teams before you draw conclusions.",
            subjects=_list(dimensions),
        )
    ]


def _ranking(agreement: Mapping[str, TeamAgreement]) -> list[str]:
    icc2 = load_coefficients()["icc2"]
    unsure = [
        key
        for key, found in agreement.items()
        if found.icc2 is not None and icc2.step(found.icc2) == 0
    ]
    if not unsure:
        return []
    return [
        gettext("{subjects}: {meaning}.", subjects=_list(unsure), meaning=icc2.words(0)),
    ]


def _odd_scales(quality: Mapping[str, ScaleQuality]) -> list[str]:
    """Dimensions whose questions do not belong together as they should, by what is the matter."""
    alpha, by_words = load_coefficients()["alpha"], dict[str, list[str]]()
    usual = alpha.words(alpha.bands[-1].from_ - 1 / 10)
    for key, scale in quality.items():
        if scale.alpha is not None and (words := alpha.words(scale.alpha)) != usual:
            by_words.setdefault(words, []).append(key)
    return [
        gettext("{subjects}: {meaning}.", subjects=_list(keys), meaning=words)
        for words, keys in by_words.items()
    ]


def _odd_items(quality: Mapping[str, ScaleQuality]) -> list[str]:
    found = load_coefficients()["item_rest"]
    text = {item.key: item.text for item in load_instrument().items}
    return [
        gettext(
            "Question {key} ({text}): {meaning}.",
            key=key,
            text=text[key],
            meaning=found.words(value),
        )
        for scale in quality.values()
        for key, value in scale.item_rest.items()
        if found.step(value) < len(found.bands) - 1
    ]


def _missing(found: Mapping[str, ScaleQuality] | Mapping[str, TeamAgreement]) -> list[str]:
    by_reason: dict[str, list[str]] = {}
    for key, each in found.items():
        for why in each.why:
            by_reason.setdefault(why, []).append(key)
    return [
        gettext("No figure for {subjects}: {reason}", subjects=_list(keys), reason=why)
        for why, keys in by_reason.items()
    ]


def _fits_least(scale: ScaleQuality) -> str:
    if not scale.item_rest:
        return ""
    key = min(scale.item_rest, key=lambda item: scale.item_rest[item])
    return gettext("{item} ({figure})", item=key, figure=_figure(scale.item_rest[key]))


def _figure(value: float | None) -> str:
    return gettext("none") if value is None else number(value, _DIGITS)


def _span(values: Iterable[float]) -> str:
    found = list(values)
    if not found:
        return gettext("none")
    return gettext("{low} to {high}", low=_figure(min(found)), high=_figure(max(found)))


def _label(dimension: str) -> str:
    return str(load_instrument().dimensions[dimension].label)


def _list(dimensions: Iterable[str]) -> str:
    return ", ".join(map(_label, dimensions))
