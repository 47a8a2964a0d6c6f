"""The live page from the disk, without a network: the first picture, and from key to picture.

``make bench`` runs it. A time ends when the browser has painted the frame with the new picture.
Beside it stands what the same moves cost when Python computes, in ``bench_explorer``.
"""

import tempfile
from pathlib import Path
from statistics import median, quantiles

from playwright.sync_api import sync_playwright

from selfmgmt.case import new_case
from selfmgmt.live.file import write_page
from tests.browser.chromium import FLAGS, find_chromium

OPENED = 9
PRESSES = 40
FIRST_PAINT = """() => new Promise((done) => {
  const found = () => performance.getEntriesByName("first-contentful-paint")[0]?.startTime;
  const there = () => found() && document.querySelector(".slot svg");
  const look = () => (there() ? done(found()) : setTimeout(look, 5));
  look();
})"""
PRESSED = """() => {
  window.times = [];
  addEventListener("keydown", (event) => requestAnimationFrame(() => {
    const channel = new MessageChannel();  // its message comes after the frame was painted
    channel.port1.onmessage = () => window.times.push(performance.now() - event.timeStamp);
    channel.port2.postMessage(0);
  }), true);
}"""
LEVERS = ("question.saving_target", "coaches", "managers_after", "scope")


def first_picture(browser, address):
    """Milliseconds from the start of opening to the first picture."""
    context = browser.new_context(viewport={"width": 1280, "height": 800}, offline=True)
    page = context.new_page()
    page.goto(address)
    found = page.evaluate(FIRST_PAINT)
    context.close()
    return found


def key_to_picture(page, lever):
    """Milliseconds of each press of an arrow on the slider of a lever."""
    page.evaluate(
        """(path) => {
      const slider = [...document.querySelectorAll("input[type=range]")]
        .find((one) => one.id.endsWith(path.replace(".", "-")));
      slider.closest("details").open = true;
      slider.focus();
    }""",
        lever,
    )
    page.evaluate("() => (window.times = [])")
    for press in range(PRESSES):
        page.keyboard.press("ArrowRight" if press % 4 < 3 else "ArrowLeft")
        page.wait_for_timeout(30)
    return page.evaluate("() => window.times")


def main():
    """Print the figures."""
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        path = write_page(new_case(["Nijkerk"]), Path(folder))
        browser = playwright.chromium.launch(executable_path=find_chromium(), args=list(FLAGS))
        firsts = [first_picture(browser, path.as_uri()) for _ in range(OPENED)]
        print(f"live page: {path.stat().st_size / 1000:.0f} kB")
        print(f"first picture: median {median(firsts):.0f} ms, longest {max(firsts):.0f} ms")
        page = browser.new_page(viewport={"width": 1280, "height": 800})
        page.goto(path.as_uri())
        page.wait_for_timeout(3000)
        page.evaluate(PRESSED)
        page.evaluate("selfmgmtLive.session().host.hold(2)")
        for lever in LEVERS:
            times = key_to_picture(page, lever)
            late = quantiles(times, n=20)[-1]
            print(f"{lever}: key to picture median {median(times):.0f} ms, 95 % {late:.0f} ms")
        browser.close()


if __name__ == "__main__":
    main()
