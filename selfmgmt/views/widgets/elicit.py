"""How a person comes to weights: points for steps, an order, or comparisons; and what follows."""

from dataclasses import dataclass, field, replace
from typing import Any, ClassVar

from selfmgmt.analysis.compare import SEED, SideBySide
from selfmgmt.analysis.weigh import Weighing, weigh
from selfmgmt.case import Case
from selfmgmt.case.known import roles
from selfmgmt.case.voice import METHODS, Voice
from selfmgmt.errors import InputError
from selfmgmt.language import gettext
from selfmgmt.numbers import percentage
from selfmgmt.scoring.criteria import weighed_criteria
from selfmgmt.scoring.elicitation import weights_of
from selfmgmt.scoring.ranking import Ranking
from selfmgmt.scoring.roles import load_roles
from selfmgmt.scoring.verdict import verdict_of
from selfmgmt.simulation import DRAWS
from selfmgmt.views.prose import small
from selfmgmt.views.widgets.draft import Draft, draft_of
from selfmgmt.views.widgets.elicit_words import elicit_words, method_words
from selfmgmt.views.widgets.ground import ground_of
from selfmgmt.views.widgets.order import places_of
from selfmgmt.views.widgets.questions import criteria_shown, questions
from selfmgmt.views.widgets.tool import Asked, Desk, Tool, asset, cannot_do
from selfmgmt.views.words.choosing import caution_sentences
from selfmgmt.views.words.voices import voices_sentences, voices_table

_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Table(Desk):
    """The desk with the answers of one person, whole or not; ``in_hand`` is the role.

    Attributes:
        letter: Which person of the role.
        draft: What this person has answered so far.
    """

    letter: str = "A"
    draft: Draft = field(default_factory=lambda: Draft(counts=()))

    @property
    def voice(self) -> Voice | None:
        """What this person said, as the case holds it."""
        return self.case.voices.get(self.in_hand, {}).get(self.letter)


class Elicit(Tool):
    """A way to weights for each person of each role; the case gets them once they are whole.

    Args:
        case: Where to start.
        draws: Number of possible futures.
        seed: Start of the random numbers.

    Raises:
        InputError: The case refers to something that does not exist.
    """

    _esm: ClassVar = asset("elicit.js")
    _css: ClassVar = asset("elicit.css")

    def __init__(self, case: Case, *, draws: int = DRAWS, seed: int = SEED) -> None:
        self._draws = draws
        self._seed = seed
        people = [
            {"key": key, "label": str(role.label), "help": str(role.description)}
            for key, role in load_roles().items()
        ]
        page = {"draws": draws, "words": elicit_words(), "roles": people, "methods": method_words()}
        super().__init__(case, page=page)

    def beside(self, other: Tool) -> Tool:
        """Keep ``other`` and this page on one case: what changes on the one shows on the other."""
        self.observe(lambda _change: _follow(self, other), "state")
        other.observe(lambda _change: _follow(other, self), "state")
        return other

    def _laid(self, case: Case) -> Desk:
        steps = getattr(self, "_steps", None)
        held: _Table | None = steps.now if steps else None
        ground = ground_of(case, held.ground if held else None, draws=self._draws, seed=self._seed)
        if held is None:
            return _person(_Table(case=case, in_hand=next(iter(load_roles())), ground=ground), "")
        desk = replace(held, case=case, ground=ground)
        return desk if desk.voice == held.voice else _person(desk, "")

    def _after(self, desk: Desk, asked: Asked) -> Desk:
        if not isinstance(desk, _Table):
            raise cannot_do(asked)
        match asked:
            case {"do": "hold", "role": str(role)} if role in roles():
                return _person(replace(desk, in_hand=role), "")
            case {"do": "person", "letter": str(letter)} if letter in _letters(desk):
                return _person(desk, letter)
            case {"do": "add"}:
                return _person(desk, _next_letter(desk))
            case {"do": "drop"}:
                return _person(_with(desk, None), "")
        return _kept(desk, _answered(desk, asked))

    def _drawn(self, desk: Desk, asked: Asked) -> dict[str, Any]:
        if not isinstance(desk, _Table):
            raise cannot_do(asked)
        beside: SideBySide = desk.ground
        weighing = weigh(replace(beside, study=replace(beside.study, case=desk.case)))
        labels = {key: option.label for key, option in beside.options.items()}
        return {
            "draws": self._draws,
            "role": desk.in_hand,
            "letter": desk.letter,
            "letters": _letters(desk),
            "method": desk.draft.method,
            "criteria": criteria_shown(weighing, desk.draft),
            "questions": questions(weighing, desk.draft),
            "to_go": desk.draft.to_go(),
            "result": _result(desk, weighing, labels),
            "group": _group(desk, weighing, labels),
        }


def _follow(changed: Tool, other: Tool) -> None:
    if other.case != changed.case:
        other.show(changed.case)


def _answered(desk: _Table, asked: Asked) -> Draft:
    draft = desk.draft
    match asked:
        case {"do": "method", "method": str(method)} if method in METHODS:
            return replace(draft, method=method, given=method != "order")
        case {"do": "count", "field": str(field)} if field in _known(desk):
            return draft.counting(field, _known(desk))
        case {"do": "keep"}:
            return replace(draft, given=True)
        case {"do": "move", "criterion": str(key), "by": 1 | -1 as by} if key in draft.counts:
            return draft.moved(key, by)
        case {"do": "set", "field": str(field), "value": str(value)}:
            return draft.answered(field.split("."), value)
    raise cannot_do(asked)


def _known(desk: _Table) -> tuple[str, ...]:
    return tuple(weighed_criteria(desk.case))


def _letters(desk: _Table) -> list[str]:
    return sorted({*desk.case.voices.get(desk.in_hand, {}), desk.letter})


def _next_letter(desk: _Table) -> str:
    taken = desk.case.voices.get(desk.in_hand, {})
    free = next((letter for letter in _LETTERS if letter not in taken), None)
    if free is None:
        raise InputError(gettext("There are no letters left: a role has at most 26 people here."))
    return free


def _person(desk: _Table, letter: str) -> _Table:
    """The desk with one person of the role in hand; the first one when no letter is given."""
    given = desk.case.voices.get(desk.in_hand, {})
    letter = letter or next(iter(given), "A")
    return replace(desk, letter=letter, draft=draft_of(given.get(letter), _known(desk)))


def _kept(desk: _Table, draft: Draft) -> _Table:
    """The desk with other answers; the case has them too once they are whole."""
    voice = draft.voice(desk.case)
    return replace(desk if voice is None else _with(desk, voice), draft=draft)


def _with(desk: _Table, voice: Voice | None) -> _Table:
    given = {**desk.case.voices.get(desk.in_hand, {})}
    given.pop(desk.letter, None)
    if voice is not None:
        given = dict(sorted({**given, desk.letter: voice}.items()))
    voices = {**desk.case.voices, desk.in_hand: given}
    kept = {role: people for role, people in voices.items() if people}
    return replace(desk, case=desk.case.model_copy(update={"voices": kept}))


def _result(desk: _Table, weighing: Weighing, labels: dict[str, str]) -> dict[str, Any] | None:
    """The weights of this person, whether the answers fit, and the order that follows."""
    if desk.voice is None:
        return None
    verdict = verdict_of(
        desk.voice, {key: small(str(one.label)) for key, one in weighing.criteria.items()}
    )
    weights = sorted(weights_of(desk.voice).items(), key=lambda item: -item[1])
    found = weighing.rankings.ranked.get(desk.in_hand)
    ranking = found.voices.get(desk.letter) if found else None
    return {
        "stale": desk.draft.to_go() > 0,
        "verdict": verdict.words,
        "contradicts": verdict.consistent is False,
        "weights": [
            {
                "label": str(weighing.criteria[key].label),
                "share": percentage(share),
                "at": 100 * share,
                "counted": key in weighing.performance.criteria,
            }
            for key, share in weights
            if share > 0
        ],
        "order": _order(ranking, labels) if ranking else [],
        "cautions": caution_sentences(weighing, desk.in_hand, labels) if ranking else [],
    }


def _group(desk: _Table, weighing: Weighing, labels: dict[str, str]) -> dict[str, Any]:
    """What all people of the role said, the mean never without how far they differ."""
    found = weighing.rankings.ranked.get(desk.in_hand)
    several = found is not None and len(found.voices) > 1
    table = voices_table(weighing, desk.in_hand, labels) if several else None
    return {
        "told": voices_sentences(weighing, desk.in_hand, labels),
        "order": _order(found.ranking, labels) if found and several else [],
        "cautions": caution_sentences(weighing, desk.in_hand, labels) if several else [],
        "table": {"caption": table.caption, "heads": table.heads, "rows": table.rows}
        if table
        else None,
    }


def _order(ranking: Ranking, labels: dict[str, str]) -> list[dict[str, Any]]:
    places = places_of(ranking)
    return [
        {
            "place": places[key],
            "label": labels[key],
            "value": 100 * ranking.bands[key].mean,
            "chance": percentage(ranking.chance_first[key]),
        }
        for key in ranking.order
    ]
