"""The live page: one file that works from a disk without a network, on a beamer and a telephone."""

import re

import pikepdf
import pytest
from axe_playwright_python.sync_playwright import Axe

from selfmgmt.analysis.compare import compare
from selfmgmt.case import Case, new_case
from selfmgmt.case.files import load_case
from selfmgmt.live.file import write_page

LARGEST = 400_000  # bytes
PHONE = {"width": 360, "height": 740}
PICTURE = ".slot svg"
TWELVE = (
    "Nijkerk", "Urk", "Vlieland", "Amsterdam", "Rotterdam", "Ede", "Utrecht", "Rozendaal",
    "Heerlen", "Delft", "Tilburg", "Texel",
)  # fmt: skip
RESULTS = """() => {
  const found = selfmgmtLive.session().state().results.options;
  return JSON.parse(JSON.stringify(found)); // what is infinite becomes null
}"""


@pytest.fixture(scope="module")
def nijkerk(tmp_path_factory):
    """The page of Nijkerk, in Dutch first."""
    return write_page(new_case(["Nijkerk"]), tmp_path_factory.mktemp("live"))


@pytest.fixture
def faults(page):
    """What the page says to the console: nothing."""
    found = []
    page.on("console", lambda message: found.append(message.text))
    page.on("pageerror", lambda error: found.append(str(error)))
    yield found
    assert found == []


def opened(page, path, hash_=""):
    """The page in ``path`` from the disk, with the network off, when all draws are made."""
    page.context.set_offline(True)
    page.goto(f"{path.as_uri()}{hash_}")
    settled(page)


def settled(page):
    """Wait until all draws are made."""
    page.wait_for_selector(PICTURE, state="attached")
    for _ in range(600):  # the page forbids what wait_for_function does
        if page.evaluate("selfmgmtLive.session().state().whole"):
            return
        page.wait_for_timeout(50)
    pytest.fail("the page does not get to all draws")


def text(page, selector):
    """What stands in the first element that ``selector`` finds."""
    return page.locator(selector).first.inner_text()


def test_one_file_that_asks_for_nothing(page, nijkerk, requests, faults):
    """It works from the disk with the network off, and may not go anywhere."""
    opened(page, nijkerk)
    assert nijkerk.stat().st_size < LARGEST
    assert page.locator(PICTURE).count() == 4
    assert requests == []
    policy = page.locator("meta[http-equiv='Content-Security-Policy']").get_attribute("content")
    assert policy.startswith("default-src 'none'; script-src 'sha256-")
    assert "Nijkerk" in page.title()


def test_it_gives_the_numbers_of_compare(page, nijkerk, faults):
    """The options on the page, to the digits that are shown."""
    opened(page, nijkerk)
    found = page.evaluate(RESULTS)
    assert len(found) == 4  # doing nothing and the three in the columns
    agrees(found, compare(new_case(["Nijkerk"])))


@pytest.mark.slow
@pytest.mark.parametrize("name", TWELVE)
def test_all_options_of_twelve_municipalities_as_compare_gives_them(page, name, tmp_path):
    """All named options, three at a time in the columns."""
    case = new_case([name])
    opened(page, write_page(case, tmp_path))
    keys = [key for key in case.options if key != "do_nothing"]
    found = {}
    for start in range(0, len(keys), 3):
        for place, key in enumerate(keys[start : start + 3]):
            page.evaluate(
                "([place, key]) => selfmgmtLive.session().host.show(place, key)", [place, key]
            )
        settled(page)
        found |= page.evaluate(RESULTS)
    assert set(found) == set(case.options)
    agrees(found, compare(case))


def agrees(found, comparison):
    """What the page found is what ``compare`` gives: ranges, sizes, chances and prices."""
    for key, shown in found.items():
        same_option(shown, comparison.options[key])
        price = comparison.price_of_way[key]
        for step, outcomes in shown["price_of_way"].items():
            for outcome, band in outcomes.items():
                same_band(band, getattr(price, step)[outcome])


def same_option(shown, option):
    """Everything of one option but its price."""
    assert shown["m"] == pytest.approx(option.factor, rel=1e-9)
    assert shown["reach"] == pytest.approx(option.reach, rel=1e-9)
    assert shown["deeper_than_measured"] == option.deep
    assert shown["falls_back"] == pytest.approx(option.falls_back, abs=1e-12)
    assert shown["weakest_condition"] == option.weakest_condition
    assert shown["target_met_probability"] == pytest.approx(option.target_met_probability)
    for outcome in option.outcomes.keys() - {"falls_back"}:
        same_band(shown[outcome], option.outcomes[outcome])
    for name, path in shown["paths"].items():
        ends = [path[end] for end in ("p10", "p50", "p90")]
        assert ends == [
            pytest.approx(one, rel=1e-9, abs=1e-3) for one in option.paths[name].tolist()
        ]


def same_band(shown, band):
    """The three ends of a range; what is never reached is none."""
    for end in ("p10", "p50", "p90"):
        value = getattr(band, end)
        expected = None if value == float("inf") else pytest.approx(value, rel=1e-9, abs=1e-5)
        assert shown[end] == expected


def test_a_slider_moves_the_picture_and_it_can_be_undone(page, nijkerk, faults):
    """With the keyboard; coarse at once, and with all draws after a moment."""
    opened(page, nijkerk)
    page.evaluate("selfmgmtLive.session().host.hold(1)")
    before = page.evaluate(RESULTS)["fewer_managers_only"]["capacity_low"]
    page.locator("input[type=range]").first.focus()
    page.keyboard.press("ArrowRight")
    moved = page.evaluate(RESULTS)["fewer_managers_only"]["capacity_low"]
    assert moved["p50"] < before["p50"]
    settled(page)
    page.locator(".tool-undo").click()
    settled(page)
    assert page.evaluate(RESULTS)["fewer_managers_only"]["capacity_low"] == before


def test_what_is_downloaded_is_a_case_with_what_was_changed(page, nijkerk, tmp_path, faults):
    """The file is read by us, and gives the numbers that the page shows."""
    opened(page, nijkerk)
    page.evaluate("""() => {
      const { host } = selfmgmtLive.session();
      host.hold(2);
      host.move("coaches", "12,1250%", 1);
      host.move("autonomy.methods", "5", 2);
      host.move("greenfield", "ja", 3);
      host.move("question.saving_target", "€ 1.500.000", 4);
      host.rename('Ons "eigen" plan: anders');
      host.choose(2, { mix: "hiring_first" });
      host.include(0, false);
    }""")
    settled(page)
    with page.expect_download() as kept:
        page.locator("button.keep").click()
    path = tmp_path / kept.value.suggested_filename
    kept.value.save_as(path)
    case = load_case(path)
    option = case.options["selforganisation_because_of_cut"]
    assert str(option.coaches) == "12,1250%"
    assert (option.autonomy.methods, option.greenfield, option.mix) == (5, True, "hiring_first")
    assert option.label == 'Ons "eigen" plan: anders'
    assert case.question.saving_target.value == 1_500_000
    assert not case.question.example
    assert "cut_across_the_board" not in case.options
    found = page.evaluate(RESULTS)
    comparison = compare(case)
    agrees({key: found[key] for key in found if key in case.options}, comparison)


def test_a_link_shows_what_was_on_the_page(page, nijkerk, faults):
    """Behind the # stands the board; a link that was cut off says so."""
    opened(page, nijkerk)
    page.evaluate("selfmgmtLive.session().host.show(0, 'vanguard_first')")
    page.evaluate("selfmgmtLive.session().host.move('question.saving_target', '8%', 1)")
    page.get_by_label("Kies een grafiek").nth(1).select_option("absence")
    settled(page)
    page.wait_for_timeout(400)
    address = page.evaluate("location.hash")
    page.goto("about:blank")
    opened(page, nijkerk, address)
    assert page.get_by_label("Kies een grafiek").nth(1).input_value() == "absence"
    state = page.evaluate("selfmgmtLive.session().state()")
    assert state["shown"][0] == "vanguard_first"
    assert state["positions"]["question.saving_target"]["text"] == "8%"
    page.goto("about:blank")
    opened(page, nijkerk, address[:-9])
    assert "niet compleet" in text(page, ".toolbar .fault")
    assert page.evaluate("selfmgmtLive.session().state().shown[0]") == "cut_across_the_board"


def test_two_languages_in_one_file(page, nijkerk, faults):
    """Switching keeps what was done; no sentence of the one stands in the other."""
    opened(page, nijkerk)
    assert "Werkt zonder internet" in text(page, ".bar p")
    page.evaluate("selfmgmtLive.session().host.hold(1)")
    page.locator(".bar button[lang=en]").click()
    settled(page)
    assert page.evaluate("document.documentElement.lang") == "en"
    assert "Works without internet" in text(page, ".bar p")
    assert page.evaluate("selfmgmtLive.session().state().place") == 1
    result = page.evaluate("selfmgmtLive.session().state().results.options.fewer_managers_only")
    assert re.match(r"Sized to the target: \d\.\d\d × evenly", result["size_lines"][0])
    assert result["beside"].startswith("What goes beside this way of working: managers ")
    assert result["changed"].startswith("This changes: managers afterwards: ")


REFUSED = (
    ("question.saving_target", "veel", "geen getal"),
    ("question.saving_target", "5", "heeft geen eenheid"),
    ("managers_after", "900%", "niet toegestaan"),
    ("scope", "1", "1% of 100%"),
    ("question.horizon", "4", "horizon"),
    ("autonomy.goals", "7", "niet toegestaan"),
)


def test_what_cannot_be_is_said_at_its_lever(page, nijkerk, faults):
    """The rest stays as it was."""
    opened(page, nijkerk)
    before = page.evaluate("selfmgmtLive.session().board()")
    for lever, written, words in REFUSED:
        page.evaluate(
            "([lever, written]) => selfmgmtLive.session().host.move(lever, written, 1)",
            [lever, written],
        )
        fault = page.evaluate("selfmgmtLive.session().fault()")
        assert fault["lever"] == lever
        assert words in fault["words"]
        assert page.evaluate("selfmgmtLive.session().board()") == before


def test_it_prints_on_one_page(page, nijkerk, tmp_path, faults):
    """With the options, their figures and the pictures."""
    opened(page, nijkerk)
    paper = tmp_path / "paper.pdf"
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.pdf(path=paper, format="A4")
    with pikepdf.open(paper) as document:
        assert len(document.pages) == 1
    assert page.locator(".sheet svg").count() == 4


@pytest.mark.parametrize("size", [None, PHONE])
def test_nothing_stands_in_the_way_of_anyone(page, nijkerk, faults, size):
    """No violation that axe can find, and no scrolling sideways."""
    if size:
        page.set_viewport_size(size)
    opened(page, nijkerk)
    found = Axe().run(page).response["violations"]
    assert [(one["id"], one["nodes"][0]["target"]) for one in found] == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_a_case_of_its_own(page, tmp_path, faults):
    """Own figures, mixes, options and assumptions, and text that could break a page."""
    case = Case.model_validate(
        {
            "name": "</script><b>Urk & omstreken",
            "municipalities": "Urk, Noordoostpolder",
            "organisation": {"fte": "700 FTE", "absence": "7%"},
            "question": {"saving_target": "3%", "certainty": "80%", "due_quarter": 12},
            "mix": "ours",
            "mixes": {"ours": {"support": "10%", "hired": "20%"}},
            "options": {"mine": {"based_on": "vanguard_first", "coaches": "4 FTE", "scope": "40%"}},
            "notes": "een: 'regel'\nen nog een",
        }
    )
    opened(page, write_page(case, tmp_path, name="urk"))
    agrees(page.evaluate(RESULTS), compare(case))
    with page.expect_download() as kept:
        page.locator("button.keep").click()
    kept.value.save_as(tmp_path / "urk.yaml")
    assert load_case(tmp_path / "urk.yaml") == case
