// @ts-check
// Step 2: how much each step counts, by one method; other methods on request.
// Each question is one of three kinds: points, a rank in an order, or a choice from a list.

import { entry, fold, h3, scrolling } from "./forms.js";
import { gesture, newGesture } from "./gestures.js";
import { make, write } from "./nodes.js";
import { headed } from "./tables.js";

/** @typedef {import("./speech.js").Say} Say */
/** @typedef {import("./forms.js").Line} Line */
/** @typedef {import("./weigh.js").State} State */
/** @typedef {import("./weigh.js").Tools} Tools */
/** @typedef {import("./received.d.ts").Weight} Weight */
/** @typedef {import("./received.d.ts").Question} Question */
/** @typedef {{id: string, facts: Question, at: number, count: number, say: Say, line: Line}} Asked */
/** @typedef {{node: HTMLElement, draw: (question: Question, fault: string | undefined, busy: boolean, weight: Weight | undefined) => void}} Row */

/** @param {Tools} tools */
export function askStep({ id, page, say, line }) {
  const heading = h3({}, say.text("questions"));
  const help = make("p", { class: "note" });
  const rows = make("div", {});
  const left = make("p", { class: "to-go", role: "status" });
  const keep = make("button", { type: "button", class: "keep", onclick: () => line.ask({ do: "keep" }) }, say.text("keep"));
  const verdict = verdictPart(say);
  const others = otherWays({ id, page, say, line });
  const foot = make("div", { class: "foot" }, others.node);
  const node = make("section", { class: "ask" }, heading, help, rows, make("div", { class: "state" }, left, keep), verdict.node, foot);
  let listed = "";
  /** @type {Row[]} */
  let all = [];
  const draw = (/** @type {State} */ state, /** @type {boolean} */ busy) => {
    write(help, page.methods.find((one) => one.key === state.method)?.help ?? "");
    const kind = state.questions[0]?.kind;
    const what = JSON.stringify(state.questions.map(({ value: _value, ...rest }) => rest));
    if (what !== listed) {
      listed = what;
      const focus = document.activeElement?.id;
      all = state.questions.map((one, at) => question(id, one, at, state.questions.length, say, line));
      const half = `--half: ${Math.ceil(all.length / 2)}`;
      rows.replaceChildren(make(kind === "rank" ? "ol" : "ul", { class: `rows ${kind}`, style: half }, ...all.map((one) => one.node)));
      refocus(rows, focus);
    }
    const weights = Object.fromEntries((state.result?.weights ?? []).map((one) => [`points.${one.key}`, one]));
    state.questions.forEach((one, at) => all[at].draw(one, state.faults[one.field], busy, weights[one.field]));
    write(left, state.to_go ? toGo(state, kind, say) : "");
    keep.hidden = kind !== "rank" || !state.to_go;
    verdict.draw(state);
    others.draw(state);
  };
  return { node, foot, draw };
}

/** @param {State} state @param {string | undefined} kind @param {Say} say */
function toGo({ to_go }, kind, say) {
  if (kind === "points") return say.text("no_points");
  if (kind === "rank") return say.text("no_order");
  return to_go === 1 ? say.text("one_to_go") : say.text("to_go", { count: say.number(to_go) });
}

/** @param {Omit<Tools, "label">} facts */
function otherWays({ id, page, say, line }) {
  const method = make("select", { id: `${id}-method`, onchange: () => line.ask({ do: "method", method: method.value }) },
    ...page.methods.map((one) => make("option", { value: one.key }, one.label)));
  const drop = make("button", { type: "button", onclick: () => line.ask({ do: "drop" }) });
  const { node } = fold("", say.text("other_way"), make("div", { class: "row" }, make("label", { for: method.id }, say.text("method")), method, drop));
  const draw = (/** @type {State} */ state) => {
    method.value = state.method;
    drop.hidden = !state.result;
    write(drop, say.text("drop", state));
  };
  return { node, draw };
}

// Whether the answers fit; the weights themselves stand with points, else in a table.
/** @param {Say} say */
function verdictPart(say) {
  const stale = make("p", { class: "stale" });
  const words = make("p", { class: "verdict", role: "status" });
  const table = scrolling({});
  const node = make("div", {}, words, stale, table);
  const draw = (/** @type {State} */ { result, letter, method }) => {
    node.hidden = !result;
    if (!result) return write(words, "");
    write(words, result.verdict);
    words.classList.toggle("contradicts", result.contradicts);
    stale.hidden = !result.stale;
    write(stale, result.stale ? say.text("stale") : "");
    const title = say.text("result", { letter });
    table.hidden = ["swing", "points"].includes(method) && !result.stale;
    table.setAttribute("aria-label", title);
    table.replaceChildren(weightTable(title, result.weights, say));
  };
  return { node, draw };
}

/** @param {string} caption @param {Weight[]} weights @param {Say} say */
function weightTable(caption, weights, say) {
  const most = Math.max(...weights.map((one) => one.at));
  const rows = weights.map(({ label, share, at, counted }) => {
    const bar = make("span", { class: "bar", "aria-hidden": "true" });
    bar.style.width = `${(6 * at) / most}rem`;
    const note = counted ? [] : [" ", make("span", { class: "unjudged" }, say.text("uncounted"))];
    return make("tr", {}, make("th", { scope: "row" }, label, ...note), make("td", {}, make("span", {}, bar, share)));
  });
  const heads = ["criterion", "weight"].map((key) => make("th", { scope: "col" }, say.text(key)));
  return headed(make("table", {}, make("caption", {}, caption), make("thead", {}, make("tr", {}, ...heads)), make("tbody", {}, ...rows)));
}

// Where the hand was; at the end of an order the other button of the same criterion.
/** @param {HTMLElement} rows @param {string | undefined} id */
function refocus(rows, id) {
  /** @type {any} */
  const node = id && rows.querySelector(`#${CSS.escape(id)}`);
  const other = node && node.disabled ? node.parentElement.querySelector("button:not(:disabled)") : node;
  if (other) other.focus();
}

/** @param {string} page @param {Question} facts @param {number} at @param {number} count @param {Say} say @param {Line} line */
function question(page, facts, at, count, say, line) {
  const id = `${page}-${facts.field.replaceAll(".", "-")}`;
  /** @type {Record<string, (asked: Asked) => Row>} */
  const kinds = { points: pointsQuestion, rank: rankQuestion, choice: choiceQuestion };
  return kinds[facts.kind]({ id, facts, at, count, say, line });
}

/** @param {Asked} facts */
function pointsQuestion({ id, facts, say, line }) {
  const set = (/** @type {string} */ value) => line.ask({ do: "set", field: facts.field, value, gesture: gesture() });
  const one = entry({ id: `${id}-field`, size: 4, label: say.text("field", { criterion: facts.label }), describedby: `${id}-help ${id}-share`, set });
  const slider = make("input", {
    type: "range", id, min: 0, max: 100, step: 5, "aria-describedby": `${id}-help ${id}-share`,
    oninput: () => ((one.field.value = say.plain(slider.valueAsNumber)), set(one.field.value)),
  });
  const begin = () => newGesture();
  const share = make("span", { class: "share", id: `${id}-share` });
  const node = make("li", { class: "question points", onpointerdown: begin, onfocusin: begin },
    make("label", { for: id, class: "name" }, facts.label), slider, one.field, share,
    make("p", { class: "help", id: `${id}-help` }, facts.help), one.alarm);
  const draw = (/** @type {Question} */ { value = "" }, /** @type {string | undefined} */ fault, /** @type {boolean} */ busy, /** @type {Weight | undefined} */ weight) => {
    write(share, weight ? weight.share : "");
    node.classList.toggle("empty", !value);
    if (busy && !fault) return;
    one.draw(value, fault);
    slider.value = Math.min(Number(value.replace(/\./g, "").replace(",", ".")) || 0, 100);
    slider.setAttribute("aria-valuetext", `${value || 0} ${say.text("points")}`);
  };
  return { node, draw };
}


/** @param {Asked} facts */
function rankQuestion({ id, facts, at, count, say, line }) {
  const move = (/** @type {string} */ key, /** @type {number} */ by, /** @type {boolean} */ off) =>
    make("button", {
      type: "button", id: `${id}-${key}`, disabled: off, "aria-label": say.text(key, { criterion: facts.label }),
      "aria-describedby": `${id}-help`, onclick: () => line.ask({ do: "move", criterion: facts.field, by }),
    }, say.text(`${key}_short`));
  const moves = make("div", { class: "moves" }, move("up", -1, at === 0), move("down", 1, at === count - 1));
  const node = make("li", { class: "question rank" },
    make("span", { class: "name" }, facts.label), moves, make("p", { class: "help", id: `${id}-help` }, facts.help));
  return { node, draw: () => {} };
}

/** @param {Asked} facts */
function choiceQuestion({ id, facts, say, line }) {
  const alarm = make("p", { class: "fault", role: "alert", id: `${id}-fault` });
  const field = make("select", {
    id, "aria-describedby": `${id}-help ${alarm.id}`,
    onchange: () => (newGesture(), line.ask({ do: "set", field: facts.field, value: field.value, gesture: gesture() })),
  });
  field.append(make("option", { value: "" }, say.text("choose")),
    ...(facts.choices ?? []).map((one) => make("option", { value: one.value }, one.label)));
  const node = make("li", { class: "question choice" },
    make("label", { for: id }, facts.label), field, make("p", { class: "help", id: `${id}-help` }, facts.help), alarm);
  const draw = (/** @type {Question} */ { value = "" }, /** @type {string | undefined} */ fault, /** @type {boolean} */ busy) => {
    write(alarm, fault ?? "");
    field.setAttribute("aria-invalid", Boolean(fault));
    if (!busy && !fault) field.value = value;
  };
  return { node, draw };
}
