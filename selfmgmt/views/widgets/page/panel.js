// @ts-check
// Everything else, one click away: a panel over the page, with one part open at a time.

import { figuresPanel } from "./figures.js";
import { make, write } from "./nodes.js";
import { aboutChart } from "./slots.js";
import { tableOf } from "./tables.js";

/** @typedef {import("./speech.js").Say} Say */
/** @typedef {import("./explorer_types.js").Host} Host */
/** @typedef {import("./explorer_types.js").State} State */

/**
 * @param {string} id @param {import("./explorer_types.js").Page} page @param {Say} say @param {Host} host
 */
export function morePanel(id, page, say, host) {
  const title = make("p", { class: "title", role: "heading", "aria-level": "2", id: `${id}-more` });
  const body = make("div", { class: "reading" });
  const shut = make("button", { type: "button", onclick: () => node.close() }, say.text("close"));
  const list = make("nav", { class: "chapters", "aria-label": say.text("more") });
  const node = make("dialog", { class: "more", "aria-labelledby": title.id }, make("div", { class: "top" }, title, shut), list, body);
  /** @type {State} */
  let state;
  let latest = ""; // the chapter that is open and follows the state
  /** @type {(() => Node[]) | null} the numbers of the picture that is open, which follow it too */
  let reading = null;
  const figures = host.assume && figuresPanel(`${id}-figures`, { say, host, rowsOf: () => state.figures ?? [] });
  const questions = new Map();

  /** @typedef {[string, () => any[]]} Chapter key and what stands in it */
  const offered = (/** @type {any} */ there, /** @type {Chapter} */ chapter) => (there ? [chapter] : []);
  /** @type {Chapter[]} */
  const chapters = [
    ["changes", () => sentences("changed")],
    ["beside", () => sentences("beside")],
    ...offered(host.shares, ["sure", sure]),
    ...offered(figures, ["all_figures", () => [figures?.node]]),
    ...offered(host.ask && page.questions?.length, ["questions", () => [...(page.questions ?? []).map(question), ...elsewhere()]]),
    ["keys", () => [keyTable(say), make("p", { class: "note" }, say.text("legend"))]],
  ];
  const buttons = chapters.map(([key]) => make("button", { type: "button", onclick: () => turnTo(key) }, say.text(key)));
  list.append(...buttons);

  // Found when somebody asks for it: it takes longer than a hand waits.
  function sure() {
    const shown = state.shown.map((key) => state.results.options[key]).filter(Boolean);
    if (shown.some((one) => !one.assumption_share)) host.shares?.();
    return [...sureParts(state, say)];
  }
  const sentences = (/** @type {string} */ name) => state.shown.flatMap((key) => {
    const result = state.results.options[key];
    return result ? [make("h3", {}, result.label), make("p", {}, result[name] ?? "")] : [];
  });
  const question = (/** @type {{key: string, title: string, about: string}} */ { key, title: heading, about }) => {
    if (!questions.has(key)) {
      const button = make("button", { type: "button", "aria-label": `${say.text("make")}: ${heading}` }, say.text("make"));
      const status = make("p", { role: "status", class: "note" });
      const found = make("div", { class: "found" });
      button.addEventListener("click", () => (write(status, say.text("working")), host.ask?.(key)));
      questions.set(key, { node: make("section", {}, make("h3", {}, heading), make("p", {}, about), button, status, found), status, found });
    }
    return questions.get(key).node;
  };
  const elsewhere = () => (say.has("questions_elsewhere") ? [make("p", {}, say.text("questions_elsewhere"))] : []);
  const answer = (/** @type {boolean | undefined} */ busy) => {
    for (const [key, { status, found }] of questions) {
      const html = state.answers?.[key];
      if (html === undefined) continue;
      if (!busy) write(status, html && say.text("done")); // an answer that is empty was taken back
      if (found.dataset.length === String(html.length) + html.slice(-60)) continue;
      found.dataset.length = String(html.length) + html.slice(-60);
      found.innerHTML = html; // made by us; what users wrote is escaped in it
      for (const one of found.querySelectorAll("summary, a, [tabindex]")) one.dataset.lmSuppressShortcuts = "true";
    }
  };
  const turnTo = (/** @type {string} */ key) => {
    const at = chapters.findIndex(([name]) => name === key);
    buttons.forEach((one, index) => one.setAttribute("aria-pressed", index === at));
    list.hidden = false;
    fill(say.text(key), chapters[at][1]());
    latest = key;
    reading = null;
    figures?.draw();
    answer();
  };
  const fill = (/** @type {string} */ words, /** @type {Node[]} */ nodes) => {
    write(title, words);
    body.replaceChildren(...nodes);
    body.scrollTop = 0;
    if (!node.open) node.showModal();
  };
  // The numbers of one picture.
  const openChart = (/** @type {import("./charts.js").Chart} */ chart, /** @type {() => import("./charts.js").Scene} */ sceneOf) => {
    list.hidden = true;
    latest = "";
    reading = () => aboutChart(chart, sceneOf(), say);
    fill(say.text(`chart_${chart.key}`), reading());
  };
  const draw = (/** @type {State} */ next, /** @type {boolean} */ busy) => {
    state = next;
    if (node.open && reading) body.replaceChildren(...reading());
    if (!node.open || !latest) return figures?.receive(state, busy);
    figures?.draw();
    figures?.receive(state, busy);
    answer(busy);
    if (latest === "sure" && body.querySelector(".waits") && !busy && state.results.options[state.shown[state.place]].assumption_share)
      body.replaceChildren(...sureParts(state, say));
  };
  return { node, draw, open: () => turnTo(chapters[0][0]), turnTo, openChart };
}

// How much of the ranges rests on assumptions: one sentence for each option, the rest in a table.
/** @param {State} state @param {Say} say @returns {Generator<HTMLElement, void>} */
function* sureParts({ results, shown }, say) {
  const computed = shown.map((key) => results.options[key]).filter((one) => one?.assumption_share);
  if (!computed.length) yield make("p", { class: "waits" }, say.text("working"));
  if (!computed.length) return;
  yield make("p", {}, say.text("sure_note"));
  for (const { label, assumption_share: shares = {} } of computed) {
    const known = Object.values(shares).flatMap((share) => share ?? []).sort((one, other) => one - other);
    const at = (/** @type {number} */ share) => known[Math.round(share * (known.length - 1))];
    const [low, middle, high] = [0, 0.5, 1].map((share) => say.percent(at(share)));
    yield make("p", {}, say.text(low === high ? "sure_same" : "sure_sentence", { option: label, low, middle, high }));
  }
  const keys = Object.keys(computed[0].assumption_share ?? {}).filter((key) => say.has(key));
  const cell = (/** @type {number | null | undefined} */ share) => (share === null || share === undefined ? say.text("no_range") : say.percent(share));
  const rows = keys.map((key) => [say.text(key), ...computed.map((one) => cell(one.assumption_share?.[key]))]);
  const table = tableOf(say.text("sure"), [say.text("what"), ...computed.map((one) => one.label)], rows);
  yield make("details", { class: "numbers" }, make("summary", {}, say.text("numbers")),
    make("div", { class: "table", role: "group", tabindex: "0", "aria-label": say.text("sure") }, table));
}

/** @param {Say} say */
function keyTable(say) {
  const rows = ["1 2 3", "z", "y", "r", "d", "g", "m"].map((key) => [key, say.text(`key_${key[0]}`)]);
  return make("div", { class: "table" }, tableOf(say.text("keys"), [say.text("key"), say.text("key_does")], rows));
}
