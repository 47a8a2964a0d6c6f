// @ts-check
// Addresses that hold a case: that of this page, and those of the others.

import { fill, make } from "../../views/widgets/page/nodes.js";
import { press } from "./bar_nodes.js";

/** @typedef {import("./received.d.ts").BarPage} Page */
/** @typedef {import("./received.d.ts").BarState} State */

const PARAMETER = "scenario";
const SETTLE = 400; // ms of rest before the address follows the case

// The case in the address by which this page was reached. JupyterLab takes the query out of its
// address before our code runs; then the browser still knows it.
/** @param {string} stem */
export function arrival(stem) {
  const [first] = performance.getEntriesByType("navigation");
  for (const address of [location.href, first?.name].filter(Boolean)) {
    const url = new URL(address);
    const word = url.searchParams.get(PARAMETER);
    if (word && decodeURIComponent(url.pathname).split("/").pop()?.startsWith(stem)) return word;
  }
  return "";
}

// The address of page `to` with a case in it; of all else in our address only the language stays.
/** @param {string} to @param {string} from @param {string} word */
export function addressOf(to, from, word) {
  const url = new URL(location.href);
  const steps = url.pathname.split("/");
  const last = steps.pop() ?? "";
  if (last.endsWith(".ipynb")) steps.push(`${to}.ipynb`);
  else if (last.startsWith(from)) steps.push(to + last.slice(from.length));
  else steps.push(last, "tree", `${to}.ipynb`); // JupyterLab without a notebook in its address
  url.pathname = steps.filter((step, index) => step || !index).join("/");
  const language = url.searchParams.get("language");
  url.search = String(new URLSearchParams({
    ...(language && { language }),
    ...(word && { [PARAMETER]: word }),
  }));
  url.hash = "";
  return url.href;
}

// What the reader of a link needs: pages on this computer are out of reach for anybody else.
export const isLocal = () => ["127.0.0.1", "localhost", "[::1]"].includes(location.hostname);
export const isInLab = () => document.querySelector("#jp-main-dock-panel") !== null;

// Links to the pages with the case in them. Where pages are served, our own address follows the
// case too, so that loading the page again, or in another language, loses nothing.
/** @param {Page} page @param {(words: string) => void} tell */
export function pageLinks(page, tell) {
  const { words } = page;
  let stays = false; // the case is too large for a link, and that has not been told yet
  const go = (/** @type {Event} */ event) => {
    if (stays) event.preventDefault();
    if (stays) tell(words.stays);
    stays = false;
  };
  /** @type {[string, HTMLAnchorElement][]} */
  const links = page.pages.map(({ key, label }) => {
    const here = key === page.page;
    const link = make("a", { "data-page": key, "aria-current": here ? "page" : undefined, onclick: go }, label);
    if (isInLab() && !here) {
      link.target = "_blank";
      link.setAttribute("aria-label", fill(words.new_tab, { page: label }));
    }
    return [key, link];
  });
  const list = make("ol", {}, ...links.map(([, link]) => make("li", {}, link)));
  const node = make("nav", { "aria-label": words.pages }, list);
  if (page.next) node.append(onward(page, links));
  /** @type {string | undefined} */
  let first;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let rest;
  const follow = (/** @type {string} */ word) => {
    clearTimeout(rest);
    first ??= word;
    if (page.may_save || isInLab() || !page.page || (word === first && !location.search.includes(PARAMETER))) return;
    rest = setTimeout(() => history.replaceState(history.state, "", addressOf(page.page, page.page, word)), SETTLE);
  };
  /** @type {string | undefined} */
  let before;
  const draw = (/** @type {State} */ { word }) => {
    if (word !== before) stays = !word;
    before = word;
    for (const [key, link] of links) link.href = addressOf(key, page.page, word);
    follow(word);
  };
  return { node, draw, close: () => clearTimeout(rest) };
}

// Where a tool fills the screen, the way on stands at the end of the list of pages.
/** @param {Page} page @param {[string, HTMLAnchorElement][]} links */
function onward({ next, pages, words }, links) {
  const link = links.find(([key]) => key === next)?.[1];
  const page = pages.find(({ key }) => key === next)?.label;
  return press(fill(words.next, { page }), () => link?.click(), { class: "onward" });
}

// In JupyterLab the browser asks whether to leave a case that is not kept. A served page holds its
// case in its address, and stops as soon as the browser asks.
export function leaving() {
  let loses = false;
  const ask = (/** @type {Event} */ event) => loses && event.preventDefault();
  addEventListener("beforeunload", ask);
  const draw = (/** @type {State} */ { is_kept }) => (loses = !is_kept && isInLab());
  return { draw, close: () => removeEventListener("beforeunload", ask) };
}
