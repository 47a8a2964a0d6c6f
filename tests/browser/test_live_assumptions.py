"""Own assumptions on the live page: filled in, marked, shared, taken back, printed."""

import pikepdf
import pytest
from playwright.sync_api import expect

from selfmgmt.case import new_case
from selfmgmt.live.file import write_page
from tests.browser.axe import axe_violations
from tests.browser.test_live import PHONE, RESULTS, faults, opened, settled

__all__ = ["faults"]
FIGURE = {"nl": "Diepte van de dip", "en": "Depth of the dip"}
WORDS = {
    "nl": ("Meer weten", "alle cijfers", "Vul zelf in", "Uw bandbreedte", "Reden"),
    "en": ("More", "every figure", "Fill in your own", "Your range", "Reason"),
}
MARK = "#page > .own"


@pytest.fixture(scope="module")
def urk(tmp_path_factory):
    """The page of Urk."""
    return write_page(new_case(["Urk"]), tmp_path_factory.mktemp("live"))


def form_of(page, language):
    """The form of one figure in the panel of assumptions, opened by keyboard."""
    more, chapter, fill_in, _range, _reason = WORDS[language]
    page.get_by_role("button", name=more, exact=True).press("Enter")
    page.get_by_role("button", name=chapter).press("Enter")
    page.get_by_role("button", name=f"{fill_in}: {FIGURE[language]}").press("Enter")
    return page.get_by_role("group", name=f"{fill_in}: {FIGURE[language]}")


def next_address(page, before):
    """What stands behind the # once it is no longer ``before``."""
    for _ in range(200):
        address = page.evaluate("location.hash")
        if address != before:
            return address
        page.wait_for_timeout(50)
    pytest.fail("the address does not follow the board")


@pytest.mark.parametrize(("language", "size"), [("nl", None), ("en", PHONE)])
def test_a_figure_is_replaced_marked_and_put_back(page, urk, faults, language, size):
    """Refused at its field without a reason; then the picture follows, and undo takes it back."""
    if size:
        page.set_viewport_size(size)
    opened(page, urk)
    page.locator(f".bar button[lang={language}]").click()
    settled(page)
    before = page.evaluate(RESULTS)
    form = form_of(page, language)
    range_, reason = (form.get_by_label(name) for name in WORDS[language][3:])
    range_.fill("30% - 40%")
    range_.press("Enter")
    expect(form.get_by_role("alert").last).not_to_be_empty()
    assert page.evaluate(RESULTS) == before
    reason.fill("Twee teams, 2024")
    reason.press("Enter")
    settled(page)
    assert page.locator("tr.own").count() == 1
    assert axe_violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.keyboard.press("Escape")
    page.locator("dialog").press("Escape")
    assert f"{FIGURE[language]}: 30%" in page.locator(MARK).inner_text()
    assert "Twee teams, 2024" in page.locator(MARK).inner_text()
    after = page.evaluate(RESULTS)
    key = "selforganisation_because_of_cut"
    assert after[key]["capacity_low"]["p50"] < before[key]["capacity_low"]["p50"]
    page.locator(".tool-undo").click()
    settled(page)
    assert page.evaluate(RESULTS) == before
    expect(page.locator(MARK)).to_be_hidden()


def test_a_link_keeps_own_assumptions_and_refuses_impossible_ones(page, urk, faults):
    """What lies outside the limits of a figure is no board of this page."""
    opened(page, urk)
    page.evaluate("selfmgmtLive.session().host.assume('dip_depth', '30%', 'Ours')")
    settled(page)
    address = next_address(page, "")
    found = page.evaluate(RESULTS)
    page.goto("about:blank")
    opened(page, urk, address)
    assert page.evaluate(RESULTS) == found
    assert "30% (Ours)" in page.locator(MARK).inner_text()
    page.evaluate(
        "selfmgmtLive.session().put({...selfmgmtLive.session().board(), "
        "assumptions: {dip_depth: {low: 0.1, central: 0.2, high: 0.9, reason: 'Ours'}}})"
    )
    changed = next_address(page, address)
    page.goto("about:blank")
    opened(page, urk, changed)
    assert page.evaluate("selfmgmtLive.session().board().assumptions") == {}
    assert "niet compleet" in page.locator(".toolbar .fault").inner_text()


@pytest.mark.parametrize("language", ["nl", "en"])
def test_many_own_assumptions_still_print_on_one_page(page, urk, tmp_path, faults, language):
    """With the sentence that names them."""
    opened(page, urk)
    page.locator(f".bar button[lang={language}]").click()
    page.evaluate("""() => {
      const { host, state } = selfmgmtLive.session();
      const keys = state().figures.filter((row) => row.key && row.text.endsWith("%"));
      for (const { key, text } of keys.slice(0, 12)) host.assume(key, text, "a ".repeat(60));
    }""")
    settled(page)
    paper = tmp_path / "paper.pdf"
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.pdf(path=paper, format="A4")
    with pikepdf.open(paper) as document:
        assert len(document.pages) == 1
    assert page.locator(".sheet .own").text_content().count("(a a") == 6


def test_what_this_page_does_not_answer_is_said_where_people_look(page, urk, faults):
    """Further questions: one sentence that tells who answers them."""
    opened(page, urk)
    page.get_by_role("button", name="Meer weten", exact=True).press("Enter")
    page.get_by_role("button", name="Meer vragen").press("Enter")
    assert "selfmgmt app" in page.locator("dialog .reading").inner_text()
