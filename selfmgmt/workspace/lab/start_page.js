// @ts-check
// The start page: a map and a name on the left, the answer and three doors on the right.

import { fill, make, newName, shape } from "../../views/widgets/page/nodes.js";
import { go } from "./bar_links.js";
import { reachable } from "./tables.js";

/** @typedef {import("./received.d.ts").StartState} State */
/** @typedef {import("./received.d.ts").StartWords} Page */
/** @typedef {(name: string) => void} Pick */

const MOST = 8; // names in view
const NARROW = 700; // px of room below which page 1 is folded
const POLL = 400; // ms between two looks at page 1 in the making
const DOORS = { fill_in: "10_baseline", explore: "30_options", report: "report" };

// Names are compared as Python does: without capitals, accents and marks.
/** @param {string} words */
const plain = (words) => words.toLowerCase().normalize("NFKD").replace(/[\u0300-\u036f]/g, "").replace(/[^a-z0-9]+/g, " ").trim();

/** @param {string} id @param {Page} page @param {Pick} pick */
function search(id, { municipalities, former, words }, pick) {
  const known = municipalities.map((one) => ({ ...one, keys: [one.name, ...one.names, one.code].map(plain) }));
  const gone = former.map((one) => ({ ...one, keys: [plain(one.name)] }));
  const fits = (/** @type {string} */ typed) => (/** @type {{keys: string[]}} */ { keys }) => keys.some((key) => ` ${key}`.includes(` ${typed}`));
  const field = make("input", { type: "text", id, autocomplete: "off", spellcheck: "false", "aria-describedby": `${id}-note ${id}-status` });
  const status = make("p", { class: "status", role: "status", id: `${id}-status` });
  const list = make("ul", {});
  const button = (/** @type {{code: string, name: string}} */ { code, name }) => make("button", { type: "button", onclick: () => choose(code) }, name);
  const choose = (/** @type {string} */ code) => {
    field.value = status.textContent = "";
    list.replaceChildren();
    pick(code);
  };
  const found = () => {
    const typed = plain(field.value);
    if (!typed) return { now: [], before: [] };
    const exact = known.filter(({ keys }) => keys.includes(typed));
    return { now: exact.length === 1 ? exact : known.filter(fits(typed)), before: gone.filter(fits(typed)) };
  };
  const update = () => {
    const { now, before } = found();
    const all = [
      ...now.map((one) => make("li", {}, button(one))),
      ...before.map((one) => make("li", { class: "former" }, fill(words.former, one), " ", ...one.now.map(button))),
    ];
    list.replaceChildren(...all.slice(0, MOST));
    status.textContent = all.length > MOST ? fill(words.many, { count: all.length }) : all.length || !plain(field.value) ? "" : words.none;
  };
  const enter = () => {
    const { now, before } = found();
    if (now.length === 1 && !before.length) choose(now[0].code);
    else if (now.length + before.length) list.querySelector("button").focus();
    else pick(field.value);
  };
  field.addEventListener("input", update);
  field.addEventListener("keydown", (/** @type {KeyboardEvent} */ { key, isComposing }) => key === "Enter" && !isComposing && enter());
  return make("div", { class: "search" }, make("label", { for: id }, words.search), field,
    make("p", { class: "note", id: `${id}-note` }, words.search_note), status, list);
}

/** @param {Page} page @param {Pick} pick */
function map({ municipalities, width, height, words }, pick) {
  const svg = shape("svg", { viewBox: `0 0 ${width} ${height}`, role: "img", "aria-label": words.map });
  const shapes = new Map();
  for (const { code, name, path } of municipalities) {
    const area = shape("path", { d: path, "data-code": code });
    area.append(shape("title", {}, name));
    shapes.set(code, area);
  }
  svg.append(...shapes.values());
  svg.addEventListener("click", ({ target }) => {
    const code = /** @type {Element} */ (target).closest("path")?.dataset.code;
    if (code) pick(code);
  });
  const draw = (/** @type {State} */ { members }) => {
    for (const [code, area] of shapes) area.classList.toggle("here", members.includes(code));
    for (const code of members) if (shapes.has(code)) svg.append(shapes.get(code));
  };
  return { node: svg, draw };
}

// On a telephone the question and the answer stand there; the rest of page 1 unfolds.
/** @param {HTMLElement} sheet @param {string} words */
function fold(sheet, words) {
  const answer = sheet.querySelector(".answer");
  const rest = [];
  for (let next = answer?.nextElementSibling; next; next = next.nextElementSibling) rest.push(next);
  if (rest.length) answer?.after(make("details", { class: "numbers" }, make("summary", {}, words), ...rest));
}

/** @param {Page} page @param {() => Element} root */
function doors({ words }, root) {
  const each = Object.entries(DOORS).map(([key, to]) =>
    make("li", {}, make("button", { type: "button", onclick: () => go(root(), to) },
      make("strong", {}, words[key]), make("span", {}, words[`${key}_note`]))));
  return make("ul", { class: "doors" }, ...each);
}

/** @param {{model: any, el: HTMLElement}} facts */
export function render({ model, el }) {
  const page = model.get("page");
  const { words } = page;
  const pick = (/** @type {string} */ name) => model.send({ do: "pick", name });
  const country = map(page, pick);
  const name = make("p", { class: "name", role: "heading", "aria-level": "2" });
  const who = make("div", { class: "who" });
  const sheet = make("div", { class: "sheet" });
  const style = make("style", {});
  style.textContent = page.style;
  const inner = make("div", { class: "sheet" });
  sheet.attachShadow({ mode: "open" }).append(inner, style);
  const fault = make("p", { class: "fault", role: "alert" });
  const busy = make("p", { class: "note", role: "status" });
  const known = make("div", { class: "selfmgmt-first-picture" });
  const root = make("section", { class: "selfmgmt-start", lang: page.language, "aria-label": words.tool },
    make("div", { class: "find" }, search(newName("start"), page, pick), country.node),
    make("div", { class: "found" }, name, who, make("h3", {}, words.page_one), busy, fault, sheet),
    make("div", { class: "where" }, make("h3", {}, words.doors), doors(page, () => root)),
    make("details", { class: "known" }, make("summary", {}, words.known), known));
  let wait = 0;
  let drawn = "";
  const ask = () => model.send({ do: "page_one" });
  const draw = () => {
    const state = model.get("state");
    country.draw(state);
    name.textContent = state.name;
    who.replaceChildren(...state.who.map((/** @type {string} */ words) => make("p", {}, words)));
    if (drawn !== state.page_one) {
      drawn = state.page_one;
      inner.innerHTML = drawn;
      reachable(inner);
      if (root.clientWidth < NARROW) fold(inner, words.more);
    }
    busy.textContent = state.busy ? words.busy : "";
    fault.textContent = state.fault;
    known.innerHTML = state.known;
    reachable(known);
    clearInterval(wait);
    if (state.busy) wait = setInterval(ask, POLL);
  };
  model.on("change:state", draw);
  el.append(root);
  draw();
  return () => {
    clearInterval(wait);
    model.off("change:state", draw);
  };
}
