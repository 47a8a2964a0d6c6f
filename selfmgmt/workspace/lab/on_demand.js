// @ts-check
// Sections on demand: a button for each, and what Python makes of it beneath.

import { make, newName } from "../../views/widgets/page/nodes.js";
import { reachable } from "./tables.js";

/** @typedef {{key: string, title: string, about: string}} Section */

const NARROW = 736; // px; below it one answer is open at a time, with its tables folded

// Tables behind a line with their caption, one of them open at a time.
/** @param {HTMLElement} answer @param {string} group */
function foldTables(answer, group) {
  for (const one of answer.querySelectorAll(".table")) {
    if (answer.contains(one.closest("details"))) continue;
    const fold = make("details", { name: group }, make("summary", {}, one.querySelector("caption")?.textContent ?? ""));
    one.before(fold);
    fold.append(one);
  }
}

/** @param {Section} about @param {string} group @param {Record<string, string>} words @param {(key: string) => void} ask */
function section({ key, title, about }, group, words, ask) {
  const button = make("button", { type: "button" }, words.make);
  button.setAttribute("aria-label", `${words.make}: ${title}`);
  const status = make("p", { role: "status" });
  const answer = make("div", { class: "made" });
  const fold = make("details", { hidden: "", ...(group ? { name: group } : {}) }, make("summary", {}, title), answer);
  let last = "";
  button.addEventListener("click", () => {
    status.textContent = words.busy;
    ask(key);
  });
  const draw = (/** @type {Record<string, string>} */ shown) => {
    const html = shown[key];
    if (html === undefined || html === last) {
      if (html !== undefined) status.textContent = words.done;
      return;
    }
    last = html;
    answer.innerHTML = html;
    reachable(answer);
    if (group) foldTables(answer, `${group}-${key}`);
    fold.hidden = false;
    fold.open = true;
    for (const one of answer.querySelectorAll("summary, a")) one.dataset.lmSuppressShortcuts = "true";
    status.textContent = words.done;
    button.textContent = words.again;
    button.setAttribute("aria-label", `${words.again}: ${title}`);
  };
  const node = make("section", { "aria-label": title }, make("h3", {}, title), make("p", {}, about), button, status, fold);
  return { node, draw };
}

/** @param {{model: any, el: HTMLElement}} facts */
export function render({ model, el }) {
  const { sections: offered, words, language } = model.get("page");
  const group = matchMedia(`(max-width: ${NARROW}px)`).matches ? newName("on-demand") : "";
  /** @type {ReturnType<typeof section>[]} */
  const sections = offered.map((/** @type {Section} */ one) => section(one, group, words, (key) => model.send({ section: key })));
  const root = make("div", { class: "selfmgmt-on-demand", lang: language }, ...sections.map((one) => one.node));
  const draw = () => sections.forEach((one) => one.draw(model.get("state")));
  model.on("change:state", draw);
  draw();
  el.append(root);
  return () => model.off("change:state", draw);
}
