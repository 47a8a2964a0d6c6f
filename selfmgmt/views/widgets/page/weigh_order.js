// @ts-check
// The order of the options for one role, and why the first comes before the second.

import { h3, numbers, paragraphs } from "./forms.js";
import { canvas, inSentence, make, shape, write } from "./nodes.js";
import { tableOf } from "./tables.js";

/** @typedef {import("./speech.js").Say} Say */
/** @typedef {import("./weigh.js").State} State */
/** @typedef {import("./weigh.js").Tools} Tools */
/** @typedef {import("./received.d.ts").OrderRow} OrderRow */
/** @typedef {import("./received.d.ts").ReasonPart & {total?: boolean}} Part */

// A section: its heading, an explanation, and what is in it.
/** @param {string} id @param {string} key @param {string} title @param {string} note @param {...(Node | string)} children */
export function section(id, key, title, note, ...children) {
  const heading = h3({ id: `${id}-${key}` }, title);
  const explained = note ? [make("p", { class: "note" }, note)] : [];
  return { heading, node: make("section", { class: key, "aria-labelledby": heading.id }, heading, ...explained, ...children) };
}

/** @param {Tools} tools */
export function orderSection({ id, say, label }) {
  const sentences = make("div", { class: "sentences", role: "status" });
  const cautions = make("div", { class: "cautions" });
  const picture = make("div", { class: "picture" });
  const data = numbers(say);
  const chart = make("div", {}, make("p", { class: "note" }, say.text("standing_note")), picture, data.node);
  const { heading, node } = section(id, "standing", "", "", sentences, chart, cautions);
  const draw = (/** @type {State} */ state) => {
    const { rows } = state.standing;
    const title = say.text("standing", { role: inSentence(label(state.role)) });
    write(heading, title);
    paragraphs(sentences, state.standing.sentences.slice(0, 1));
    paragraphs(cautions, state.standing.cautions);
    chart.hidden = rows.length === 0;
    if (!rows.length) return;
    picture.replaceChildren(...dotPlot(rows, Math.max(picture.clientWidth, 200), say));
    data.fill(tableOf(title, ["rank", "option", "value", "chance"].map((key) => say.text(key)),
      rows.map((one) => [rankWords(one), one.label, rangeWords(one, say), one.chance])));
  };
  return { node, draw };
}

/** @param {OrderRow} facts */
function rankWords({ rank, tied }) {
  return tied ? `= ${rank}` : String(rank);
}

/** @param {OrderRow} about @param {Say} say */
function rangeWords({ mean, low, high }, say) {
  return `${say.number(mean)} (${say.number(low)}–${say.number(high)})`;
}

// Each option on a line from 0 to 100, the first on top, and the scale below them.
/** @param {OrderRow[]} rows @param {number} width @param {Say} say */
function dotPlot(rows, width, say) {
  const x = (/** @type {number} */ value) => 7 + ((width - 14) * value) / 100;
  const lines = rows.map((one) => {
    const about = { rank: rankWords(one), option: one.label, chance: one.chance };
    const range = { middle: say.number(one.mean), low: say.number(one.low), high: say.number(one.high) };
    const svg = canvas(width, 16, say.text("standing_alt", { ...about, ...range }));
    svg.append(
      shape("line", { class: "track", x1: x(0), x2: x(100), y1: 8, y2: 8 }),
      shape("rect", { class: "band", x: x(one.low), width: Math.max(x(one.high) - x(one.low), 1), y: 3, height: 10 }),
      shape("circle", { class: "mark", cx: x(one.mean), cy: 8, r: 6 }),
    );
    return make("li", { class: one.rank === 1 ? "first" : "" },
      make("span", { class: "rank" }, rankWords(one)),
      make("span", { class: "name" }, one.label),
      make("span", { class: "chance" }, say.text("first_in", { chance: one.chance })), svg);
  });
  const scale = canvas(width, 16);
  for (const mark of [0, 25, 50, 75, 100])
    scale.append(shape("text", { class: "tick", x: x(mark), y: 12, "text-anchor": "middle" }, mark));
  return [make("ol", { class: "dot-plot" }, ...lines), scale];
}

/** @param {Tools} tools */
export function whySection({ id, say }) {
  const note = make("p", { class: "note" });
  const picture = make("div", { class: "picture" });
  const data = numbers(say);
  const sentences = make("div", { class: "sentences" });
  const { heading, node } = section(id, "why", "", "", note, picture, sentences, data.node);
  const draw = (/** @type {State} */ state) => {
    const { why } = state.standing;
    node.hidden = !why;
    if (!why) return;
    const title = say.text("why", why);
    write(heading, title);
    paragraphs(sentences, state.standing.sentences.slice(1));
    write(note, say.text("why_note", why));
    const signed = (/** @type {number} */ value) => `${value > 0 ? "+" : ""}${say.number(value, 1)}`;
    const parts = [...why.parts, { label: why.total_words, value: why.total, total: true }];
    picture.replaceChildren(divergingBars(parts, Math.max(picture.clientWidth, 200), title, signed));
    data.fill(tableOf(title, [say.text("criterion"), say.text("difference")], parts.map((one) => [one.label, signed(one.value)])));
  };
  return { node, draw };
}

// What speaks for the one to the right, for the other to the left.
/** @param {Part[]} parts @param {number} width @param {string} title @param {(value: number) => string} signed */
function divergingBars(parts, width, title, signed) {
  const step = 22;
  const alt = `${title}: ${parts.map((one) => `${one.label} ${signed(one.value)}`).join("; ")}`;
  const svg = canvas(width, parts.length * step + 4, alt);
  const size = Math.max(...parts.map((one) => Math.abs(one.value)), 0.1);
  const names = Math.min(190, width * 0.45);
  const zero = names + (width - names) / 2;
  const reach = (width - names) / 2 - 50;
  svg.append(shape("line", { class: "zero", x1: zero, x2: zero, y1: 0, y2: parts.length * step }));
  parts.forEach(({ label, value, total }, at) => {
    const y = at * step + 15;
    const length = (reach * Math.abs(value)) / size;
    const side = value < 0 ? -1 : 1;
    const kind = total ? "total" : value < 0 ? "minus" : "plus";
    svg.append(
      shape("text", { class: `label ${kind}`, x: 0, y }, label),
      shape("rect", { class: kind, x: value < 0 ? zero - length : zero, y: y - 11, width: Math.max(length, 1), height: 13 }),
      shape("text", { class: `figure ${kind}`, x: zero + side * (length + 5), y, "text-anchor": value < 0 ? "end" : "start" }, signed(value)),
    );
  });
  return svg;
}
