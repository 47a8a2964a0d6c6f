"""Every move on the live page does to the case what it does on the served page."""

import asyncio
from unittest.mock import ANY

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from selfmgmt.analysis.study import study_of
from selfmgmt.case import Case, new_case
from selfmgmt.case.yaml_file import read_yaml
from selfmgmt.case.yaml_text import yaml_text
from selfmgmt.errors import InputError
from selfmgmt.language import speaking
from selfmgmt.live import PAGE_PARTS
from selfmgmt.live.figures import replaceable_figures
from selfmgmt.live.payload import page_payload
from selfmgmt.views.widgets.bundle import bundle
from selfmgmt.views.widgets.explorer_state import first_view, moved
from selfmgmt.views.widgets.figures import figure_rows
from selfmgmt.views.widgets.lever_positions import positions
from selfmgmt.views.widgets.levers import levers

CASES = (
    new_case(["Nijkerk"]),
    Case.model_validate(
        {
            "name": "Ours",
            "municipalities": "Urk",
            "mix": "ours",
            "mixes": {"ours": {"support": "10%"}},
            "assumptions": {
                "dip_depth": {"low": 0.1, "central": 0.2, "high": 0.3, "reason": "Ours: 'seen'"},
                "readiness_weakest_weight": {"central": 0.8, "reason": "Our own team"},
            },
            "question": {"saving_target": "3%"},
            "options": {
                "social_domain_first": {"control": "70%"},
                "mine": {"based_on": "vanguard_first", "mix": "none", "scope": "40%"},
                "other": {"managers_after": "80%", "label": "Others"},
            },
        }
    ),
)
PLAY = """([which, moves]) => {
  const payload = payloads[which];
  const session = live.sessionOf(payload, "en", payload.board);
  const refused = [];
  for (const [name, ...given] of moves) {
    session.host[name](...given);
    refused.push(session.fault() !== null);
  }
  const { shown, place } = session.board();
  const positions = session.positions();
  const { figures } = session.state();
  const file = live.caseText(payload, session.board(), payload.yes_no);
  return { refused, shown, place, positions, figures, file };
}"""
KEYS = ("vanguard_first", "fewer_tasks", "cut_across_the_board", "mine", "other", "")
WAYS = ("none", "vanguard_first", "within_frames", "social_domain_first", "")
MIXES = ("none", "evenly", "hiring_first", "ours", "")
WRITTEN = st.one_of(
    st.integers(-20, 220).map(lambda points: f"{points / 2:g}%"),
    st.integers(0, 60).map(lambda amount: f"{amount} FTE"),
    st.integers(0, 7).map(str),
    st.sampled_from(["€ 1,2 mln", "yes", "no", "area", "80%", "described", "cut", "veel", "1.250"]),
)
PLACES = st.integers(0, 2)
FIGURES = (
    "dip_depth", "manager_cost_ratio", "cut_effect_quarters", "productivity_effect",
    "absence_effect", "repair_cost_if_fail", "teams_per_coach", "functions_growth",
)  # fmt: skip
RANGES = st.one_of(
    st.integers(-20, 140).map(lambda points: f"{points / 2:g}%"),
    st.tuples(st.integers(-9, 20), st.integers(0, 30)).map(lambda ends: f"{ends[0]} to {ends[1]}%"),
    st.tuples(st.integers(10, 30), st.integers(10, 30), st.integers(10, 30)).map(
        lambda ends: f"{ends[0] / 10} tot {ends[1] / 10}, midden {ends[2] / 10}"
    ),
    st.sampled_from(
        [
            "",
            "veel",
            "1",
            "0.333",
            "1.250",
            "4 kwartalen",
            "3 to 6 quarters",
            "\u20ac 20",
            "20 FTE",
            "10-20%",
            "5 \u2013 8",
            " to 3",
            "8 to",
            "0,4 middle 0,5",
        ]
    ),
)
REASONS = st.sampled_from(["We saw it", " ", "two\n lines", "x" * 201, "'yes': \"no\"", "a\u202eb"])
MOVES = st.lists(
    st.one_of(
        st.tuples(st.just("move"), st.sampled_from(list(levers())), WRITTEN, st.integers(0, 99)),
        st.tuples(st.just("show"), PLACES, st.sampled_from(KEYS)),
        st.tuples(st.just("hold"), PLACES),
        st.tuples(st.just("include"), PLACES, st.booleans()),
        st.tuples(st.just("choose"), PLACES, st.fixed_dictionaries(
            {"way": st.sampled_from(WAYS), "mix": st.sampled_from(MIXES)})),
        st.tuples(st.just("fit"), st.booleans()),
        st.tuples(st.just("assume"), st.sampled_from(FIGURES), RANGES, REASONS),
        st.tuples(st.just("restore"), st.sampled_from(FIGURES)),
        st.sampled_from([("copy",), ("reset",), ("rename", "Another name"), ("rename", " ")]),
    ),
    min_size=1,
    max_size=6,
)  # fmt: skip


@pytest.fixture(scope="module")
def twin(browser):
    """A page that holds the modules of the live page and nothing else."""
    asyncio._set_running_loop(browser._loop)
    context = browser.new_context()
    page = context.new_page()
    page.goto("about:blank")
    page.add_script_tag(content=f"{{{bundle(PAGE_PARTS)}\nwindow.live = exported;}}")
    page.evaluate("(given) => (window.payloads = given)", [page_payload(case) for case in CASES])
    yield page
    context.close()
    asyncio._set_running_loop(None)


def asked(name, *given):
    """The message that the served page sends for the same move."""
    names = {
        "move": ("lever", "value"),
        "show": ("place", "option"),
        "hold": ("place",),
        "include": ("place", "within"),
        "fit": ("fitted",),
        "rename": ("value",),
        "assume": ("figure", "value", "reason"),
        "restore": ("figure",),
    }
    if name == "choose":
        return {"do": name, "place": given[0], **given[1]}
    said = dict(zip(names.get(name, ()), given, strict=False))
    return {"do": {"move": "set", "restore": "standard"}.get(name, name), **said}


def played(case, moves):
    """The board after all moves, and which of them were refused."""
    board, refused = first_view(case), []
    for move in moves:
        try:
            board = moved(board, asked(*move))
        except InputError:
            refused.append(True)
        else:
            refused.append(False)
    return board, refused


def on_the_page(row):
    """A row of the panel of figures; what the page cannot compute with has no button there."""
    if row.get("key") in replaceable_figures():
        return row | {"allowed": ANY}
    return {name: value for name, value in row.items() if name != "key"}


@settings(deadline=None, max_examples=25)
@given(which=st.integers(0, len(CASES) - 1), moves=MOVES)
def test_moves_do_the_same_in_both(twin, which, moves):
    """The same case, the same columns, the same refusals; levers stand where they stand there."""
    with speaking("en"):
        board, refused = played(CASES[which], moves)
        found = twin.evaluate(PLAY, [which, moves])
        assert found["refused"] == refused
        assert (found["shown"], found["place"]) == (list(board.slots), board.slot)
        written = read_yaml(yaml_text(board.case).encode()).case()
        assert read_yaml(found["file"].encode()).case() == written
        study = study_of(board.case)
        design = board.everything.design(board.selected)
        assert found["positions"] == positions(study, board.case.question, design)
        assert found["figures"] == [on_the_page(row) for row in figure_rows(study)]
