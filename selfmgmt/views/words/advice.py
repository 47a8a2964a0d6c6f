"""The ten pieces of advice (K1) on an option, in sentences."""

from collections import Counter
from collections.abc import Mapping, Sequence

from selfmgmt.case.design import Autonomy, Design
from selfmgmt.field_facts import fields_of
from selfmgmt.language import gettext, small
from selfmgmt.language import gettext_noop as _
from selfmgmt.numbers import number, percentage
from selfmgmt.practice.advice import READINESS, AdviceFinding, Verdict
from selfmgmt.readiness.instrument import load_instrument
from selfmgmt.views.tables import Table

VERDICTS: Mapping[Verdict, str] = {
    "broken": _("is broken"),
    "unknown": _("is not certain"),
    "kept": _("is kept to"),
    "beside": _("does not apply here"),
}


def advice_sentences(found: Sequence[AdviceFinding], option: str) -> list[str]:
    """How many pieces an option keeps to, and for each that it breaks: by what, and what mends it.

    Args:
        found: What each piece says of the option.
        option: Its name.
    """
    if not found:
        return [
            gettext(
                "{option}: nobody works in a new way, so the advice has nothing to say.",
                option=option,
            )
        ]
    return [
        count_words(found, option),
        *(_broken(one) for one in found if one.verdict == "broken"),
    ]


def count_words(found: Sequence[AdviceFinding], option: str) -> str:
    """How many pieces of advice an option keeps to and breaks."""
    count = Counter(one.verdict for one in found)
    return gettext(
        "{option} keeps to {kept} of {all} pieces of advice from practice, breaks {broken}, and of "
        "{unknown} it is not known.",
        option=option,
        kept=count["kept"],
        all=len(found) - count["beside"],
        broken=count["broken"],
        unknown=count["unknown"],
    )


def verdict_words(verdict: Verdict) -> str:
    """What a piece of advice says of an option."""
    return gettext(VERDICTS[verdict])


def advice_cautions() -> list[str]:
    """What the ten pieces are, and are not."""
    return [
        gettext(
            "The ten pieces of advice come from practice (Telengy, 2017); the limits are ours. "
            "Breaking one is no fault: it is something to talk about."
        )
    ]


def advice_table(found: Sequence[AdviceFinding]) -> Table:
    """All pieces with their verdict, by what, and the other reading where there is one."""
    heads = (gettext("Advice"), gettext("This option"), gettext("By"), gettext("Another reading"))
    return Table(
        caption=gettext("Ten pieces of advice from practice"),
        heads=heads,
        rows=tuple(
            (
                str(one.advice.label),
                verdict_words(one.verdict),
                _fields(one) or "–",
                str(one.advice.contested or "–"),
            )
            for one in found
        ),
        words=heads[1:],
    )


def _broken(one: AdviceFinding) -> str:
    return gettext(
        "“{advice}” is broken by {fields}. {mend}",
        advice=one.advice.label,
        fields=_fields(one),
        mend=one.advice.mend,
    )


def _fields(one: AdviceFinding) -> str:
    return "; ".join(_field(key, value) for key, value in one.fields.items())


def _field(key: str, value: float | None) -> str:
    """A lever or condition with its value, as people read it."""
    kind, _point, condition = key.partition(".")
    if kind == READINESS:
        label = small(str(load_instrument().dimensions[condition].label))
        if value is None:
            return gettext("{condition} (not known)", condition=label)
        return gettext(
            "{condition} ({score} of 5)", condition=label, score=number(1 + 4 * value, 1)
        )
    if key in fields_of(Autonomy):
        title = small(fields_of(Autonomy)[key].title)
        return gettext("{domain} (level {level})", domain=title, level=number(value or 0))
    facts = fields_of(Design)[key]
    is_count = facts.limits is not None and facts.kind != "amount" and not facts.limits.is_share
    value_text = number(value or 0) if is_count else percentage(value or 0)
    return f"{small(facts.title)} ({value_text})"
