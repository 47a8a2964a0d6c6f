"""Random cases, made from what the fields say they allow."""

from collections.abc import Iterable, Mapping
from typing import Any

from hypothesis import assume, reject
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from selfmgmt.case import Case
from selfmgmt.case.criterion import OwnCriterion
from selfmgmt.case.known import (
    DO_NOTHING,
    NONE,
    criteria,
    judged_criteria,
    option_labels,
    roles,
)
from selfmgmt.case.mandate import decision_domains
from selfmgmt.case.mix import Mix
from selfmgmt.case.option import Option
from selfmgmt.evidence.assumption import replaceable
from selfmgmt.evidence.mixes import named_mixes
from selfmgmt.field_facts import FieldFacts, fields_of
from selfmgmt.fields import Limits, Record
from selfmgmt.values import KEY, Text

_OPEN = st.none()
_TEXT = TypeAdapter(Text)


@st.composite
def texts(draw: st.DrawFn) -> str:
    """Any text a case may hold, often one that looks like something else."""
    start = draw(
        st.sampled_from(["", "=", "+", "-", "@", "'", "#", "- ", "a: ", "null", "|", "1,5"])
    )
    written = (
        start + draw(st.text(max_size=20)) + draw(st.sampled_from(["", "\n b", "_x000D_", " #x"]))
    )
    try:
        text = _TEXT.validate_python(written)
    except ValidationError:
        reject()
    assume(text)
    return text


def floats(limits: Limits) -> st.SearchStrategy[float]:
    """Any number within the limits, and often a short one."""
    low, high = limits.low, limits.high
    short = st.sampled_from([low, high, (low + high) / 2]).map(float)
    return short | st.floats(low, high)


@st.composite
def estimates(draw: st.DrawFn, limits: Limits) -> dict[str, float]:
    """A range or a known figure."""
    low, central, high = sorted(draw(st.tuples(*[floats(limits)] * 3)))
    if draw(st.booleans()):
        low = central = high
    return {"low": low, "central": central, "high": high}


def amounts(limits: Limits) -> st.SearchStrategy[dict[str, Any]]:
    """An amount in its unit, or as a percentage."""
    shares = st.floats(limits.share_low, limits.share_high)
    return st.fixed_dictionaries({"value": floats(limits)}) | st.fixed_dictionaries(
        {"value": shares, "relative": st.just("yes")}
    )


def values(facts: FieldFacts) -> st.SearchStrategy[Any]:
    """What one field allows."""
    if facts.record:
        return records(facts.record)
    if facts.choices:
        return st.sampled_from(facts.choices)
    if facts.limits is None:
        return texts() if facts.kind == "str" else st.booleans()
    domain = decision_domains().get(facts.name)
    if facts.kind == "int":
        high = domain.max_level if domain else int(facts.limits.high)
        return st.integers(int(facts.limits.low), high)
    numbers = {"estimate": estimates, "amount": amounts}.get(facts.kind, floats)
    return numbers(facts.limits)


def records(record: type[Record], **others: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """A record in which any field may be open; ``others`` say what some of them may hold."""
    found = {name: values(facts) for name, facts in fields_of(record).items()} | others
    return st.fixed_dictionaries({name: _OPEN | one for name, one in found.items()})


def mix_keys(own: Iterable[str]) -> st.SearchStrategy[str]:
    """A saving mix: a named one, one of the case's ``own``, or none."""
    return st.sampled_from([*named_mixes(), *own, NONE])


@st.composite
def own_criteria(draw: st.DrawFn) -> dict[str, Any]:
    """Up to two criteria of one's own; their texts are filled in and name no means."""
    words = texts().filter(lambda text: len(text.strip()) > 0 and "\n" not in text)
    fields = {name: words for name, facts in fields_of(OwnCriterion).items() if facts.required}
    records = st.fixed_dictionaries({**fields, "better": st.sampled_from(["higher", "lower"])})
    return draw(st.dictionaries(st.sampled_from(["green", "calm"]), records))


@st.composite
def own_assumptions(draw: st.DrawFn) -> dict[str, Any]:
    """Up to two figures of the ledger replaced, each with a reason."""
    keys = draw(st.lists(st.sampled_from(sorted(replaceable())), max_size=2, unique=True))
    reasons = texts().filter(lambda text: len(text.strip()) > 0 and "\n" not in text)
    return {
        key: {**draw(estimates(limits)), "reason": draw(reasons)}
        for key in keys
        if (limits := replaceable()[key].limits)
    }


@st.composite
def voices(draw: st.DrawFn, keys: list[str]) -> dict[str, Any]:
    """What one person said, by any method."""
    order = draw(st.permutations(keys))[:3]
    times, points = floats(Limits(1, 9, "")), floats(Limits(0, 1000, "")).filter(bool)
    one, two, three = order
    return draw(
        st.sampled_from(
            [
                {"method": "swing", "points": {key: draw(points) for key in order}},
                {"method": "order", "order": order},
                {
                    "method": "best_worst",
                    "best": one,
                    "worst": two,
                    "best_to_others": {two: 9, three: draw(times)},
                    "others_to_worst": {one: 9, three: draw(times)},
                },
                {
                    "method": "pairs",
                    "pairs": {one: {two: draw(times), three: draw(times)}, two: {three: 1}},
                },
            ]
        )
    )


def called_once(named: Mapping[str, Mapping[str, Any]]) -> bool:
    """Whether no two have one label; capitals and spaces do not matter."""
    labels = [" ".join(one["label"].casefold().split()) for one in named.values() if one["label"]]
    return len(set(labels)) == len(labels)


@st.composite
def cases(draw: st.DrawFn) -> Case:
    """Any case whose fields fit together."""
    parts = fields_of(Case)
    own_keys = st.from_regex(KEY, fullmatch=True)
    keys = st.lists(st.sampled_from(list(option_labels())) | own_keys, max_size=3, unique=True)
    mixes = draw(st.dictionaries(st.sampled_from(["half", "hands_off"]), records(Mix)))
    mix = mix_keys(mixes)
    options = {key: draw(records(Option, mix=mix)) for key in draw(keys) if key != DO_NOTHING}
    options = {
        key: {**option, "based_on": option["based_on"] or DO_NOTHING}
        for key, option in options.items()
    }
    points = Limits(0, 100, "")
    own = draw(own_criteria())
    assume(called_once(options) and called_once(own))
    weighed = [*own, *list(criteria())[:4]]
    written = {
        "name": draw(texts()),
        "municipalities": draw(
            st.lists(st.sampled_from(["GM0267", "Urk", "Den Haag"]), min_size=1)
        ),
        "mix": draw(_OPEN | mix),
        "mixes": mixes,
        "options": options,
        "judgements": {
            key: {option: draw(_OPEN | estimates(points)) for option in [DO_NOTHING, *options]}
            for key in [*judged_criteria(), *own]
        },
        "criteria": own,
        "weights": {
            role: {key: draw(_OPEN | floats(points).filter(bool)) for key in weighed[:3]}
            for role in list(roles())[:2]
        },
        "voices": {
            role: draw(st.dictionaries(st.sampled_from("ABZ"), voices(weighed), max_size=2))
            for role in list(roles())[1:3]
        },
        "assumptions": draw(own_assumptions()),
        **{name: draw(_OPEN | texts()) for name in ("decision", "notes")},
        **{name: draw(records(facts.record)) for name, facts in parts.items() if facts.record},
    }
    try:
        return Case.model_validate(written)
    except ValidationError as error:
        assume(error.errors()[0]["loc"] != ("question", "horizon"))  # it may end too soon
        raise
