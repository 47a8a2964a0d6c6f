"""A way of working and a saving mix, chosen for an option on the page."""

from collections.abc import Iterator, Mapping

from selfmgmt.case import Case
from selfmgmt.case.edit.options import free_key, free_name, with_option
from selfmgmt.case.known import DO_NOTHING, NONE, option_labels
from selfmgmt.case.option import Option
from selfmgmt.errors import InputError
from selfmgmt.evidence.mixes import named_mixes
from selfmgmt.evidence.options import named_options
from selfmgmt.language import gettext, small
from selfmgmt.values import unknown

_STEM = 30  # letters of a key


def ways(case: Case) -> dict[str, str]:
    """Every way of working that can be chosen, today's first: key to name.

    >>> list(ways(Case(name="Urk", municipalities="Urk")))[:2]
    ['none', 'fewer_managers_only']
    """
    named = {key: str(one.label) for key, one in named_options().items() if one.is_way}
    own = {
        key: case.label(key)
        for key in case.options
        if case.way_of(key) not in (NONE, *named_ways())
    }
    return {NONE: gettext("As it is now"), **named, **own}


def named_ways() -> list[str]:
    """The keys of the named ways of working."""
    return [key for key, one in named_options().items() if one.is_way]


def mixes(case: Case) -> dict[str, str]:
    """Every saving mix that can be chosen, none of them last: key to name."""
    return {key: case.mix_label(key) for key in (*named_mixes(), *case.mixes, NONE)}


def choose(case: Case, key: str, *, way: str = "", mix: str = "") -> tuple[Case, str]:
    """The case in which the option ``key`` has another way of working or another saving mix.

    An option with the same way and mix that is there already is taken; else another mix goes into
    the option itself, and another way makes an option of its own.

    Args:
        case: The case, with what is only looked at among its options.
        key: The option.
        way: Key of a way of working, or ``none``; that of the option when empty.
        mix: Key of a saving mix, or ``none``; that of the option when empty.

    Returns:
        The case, and the key of the option that it became.

    Raises:
        InputError: There is no such way or mix, or neither is left.
    """
    _refuse_unknown(way, {case.way_of(key): "", **ways(case)})
    _refuse_unknown(mix, mixes(case))
    now = case.way_of(key), case.mix_of(key)
    wanted = way or now[0], mix or now[1]
    if wanted == now:
        return case, key
    if wanted == (NONE, NONE):
        fault = gettext("Without a way of working and without a saving mix nothing changes.")
        raise InputError(gettext("{fault} Choose one of the two.", fault=fault))
    if wanted[0] == now[0] != NONE:
        return with_option(case, key, _with_mix(case, case.options[key], wanted[1])), key
    found = next(_with_pair(case, *wanted), "")
    if found:
        return with_option(case, found, case.options.get(found) or Option(based_on=found)), found
    return _new(case, key, *wanted)


def unchanged(option: Option) -> Option:
    """The option without its levers: what it is based on, its name and its mix."""
    return Option.model_construct(label=option.label, based_on=option.based_on, mix=option.mix)


def _refuse_unknown(given: str, known: Mapping[str, str]) -> None:
    if given and given not in known:
        raise InputError(unknown(given, known))


def _with_mix(case: Case, option: Option, mix: str) -> Option:
    """The option with a mix of its own; left open when it is the mix that it would have anyway."""
    bare = option.model_copy(update={"mix": None})
    usual = bare.set_mix or case.mix
    return bare if usual == mix else option.model_copy(update={"mix": mix})


def _with_pair(case: Case, way: str, mix: str) -> Iterator[str]:
    """Options as they are named or were put together here, with this way and this mix."""
    named = {key: Option(based_on=key) for key in option_labels() if key not in case.options}
    for key, option in {**case.options, **named}.items():
        its_way = str(option.based_on) if option.is_way else NONE
        its_mix = option.set_mix or case.mix
        if key != DO_NOTHING and option == unchanged(option) and (its_way, its_mix) == (way, mix):
            yield key


def _new(case: Case, key: str, way: str, mix: str) -> tuple[Case, str]:
    """A new option; it takes the place of one that was put together here and nothing else."""
    option = Option(based_on=DO_NOTHING if way == NONE else way).model_copy(
        update={"mix": mix, "label": free_name(case, _name(case, way, mix))}
    )
    new = free_key(case, (mix if way == NONE else way)[:_STEM])
    if not _is_put_together(case, key):
        return with_option(case, new, option), new
    options = {
        new if name == key else name: option if name == key else other
        for name, other in case.options.items()
    }
    return case.model_copy(update={"options": options}), new


def _name(case: Case, way: str, mix: str) -> str:
    saves = case.mix_label(mix)
    if way == NONE:
        return saves
    return gettext("{way}; {mix}", way=str(named_options()[way].label), mix=small(saves))


def _is_put_together(case: Case, key: str) -> bool:
    option = case.options[key]
    judged = any(key in row for row in case.judgements.values())
    return key not in option_labels() and option == unchanged(option) and not judged
