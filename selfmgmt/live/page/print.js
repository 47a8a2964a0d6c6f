// @ts-check
// What is printed: one page with the question, the options beside each other, and the pictures.

import { make } from "../../views/widgets/page/nodes.js";

const ROWS = [
  "net_saving_due_eur", "capacity_low", "satisfaction_mean", "absence_mean", "turnover_mean",
  "steerability_low", "vulnerability_end", "posts_removed_fte", "one_off_peak_eur", "net_term_eur",
];

/**
 * Fill the sheet with what is on the page now.
 * @param {HTMLElement} sheet @param {HTMLElement} root of the explorer @param {any} session
 * @param {string} title
 */
export function fillSheet(sheet, root, session, title) {
  const { say, tell } = session.texts;
  const state = session.state();
  const { results, shown } = state;
  const keys = ["do_nothing", ...shown.filter(Boolean)];
  const options = keys.map((key) => results.options[key]);
  const question = root.querySelector(".question")?.textContent ?? "";
  const head = make("tr", {}, make("th", { scope: "col" }, say.text("option")),
    ...options.map((one) => make("th", { scope: "col" }, one.label)));
  const row = (/** @type {string} */ name, /** @type {string[]} */ cells) => make("tr", {},
    make("th", { scope: "row" }, name), ...cells.map((words) => make("td", {}, words)));
  const rows = ROWS.map((key) => row(say.text(key), options.map((one) => say.outcome(key, one[key]))));
  rows.push(row(say.text("falls_back"), options.map((one) => (one.way === "none" ? "–" : say.percent(one.falls_back)))));
  const sentences = options.slice(1).flatMap((one) => [make("dt", {}, one.label), make("dd", {}, `${one.beside} ${one.changed}`)]);
  sheet.replaceChildren(
    make("h1", {}, title),
    make("p", {}, `${question} ${tell("print_note")}`),
    make("table", {}, make("thead", {}, head), make("tbody", {}, ...rows)),
    make("div", { class: "pictures" }, ...pictures(root)),
    make("dl", {}, ...sentences),
    make("p", { class: "note own" }, session.ownWords()),
    make("p", { class: "note" }, tell("print_foot")),
  );
}

/** @param {HTMLElement} root the pictures as they stand on the page, with their names */
function pictures(root) {
  return [...root.querySelectorAll(".slot")].flatMap((slot) => {
    const drawn = slot.querySelector("svg");
    const pick = /** @type {HTMLSelectElement | null} */ (slot.querySelector("select"));
    if (!drawn) return [];
    const name = pick?.selectedOptions[0]?.textContent ?? "";
    return [make("figure", {}, make("figcaption", {}, name), drawn.cloneNode(true))];
  });
}
