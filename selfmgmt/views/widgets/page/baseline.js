// @ts-check
// The page of own figures: each field beside what would be used without it, and what it brings.

import { effects } from "./baseline_effect.js";
import { entry, h3, pageOf, paragraphs, steps, still } from "./forms.js";
import { gesture } from "./gestures.js";
import { canvas, make, shape, write } from "./nodes.js";

/** @typedef {import("./speech.js").Say} Say */
/** @typedef {import("./forms.js").Line} Line */
/** @typedef {import("./received.d.ts").BaselineState & import("./received.d.ts").FormState} State */
/** @typedef {import("./received.d.ts").OwnFigure} OwnFigure */
/** @typedef {{key: string, title: string, help: string, allowed: string, unit: string}} Field */

const NARROW = 736; // px

/** @param {import("./forms.js").Tools} tools */
function build({ id, page, say, line }) {
  const alarm = make("p", { class: "fault", role: "alert" });
  const filled = make("p", { class: "filled", role: "status" });
  const back = steps(say, line);
  const who = whoSection(say);
  /** @type {ReturnType<typeof valueRow>[]} */
  const fields = page.fields.map((/** @type {Field} */ facts) => valueRow(id, facts, say, line));
  const effect = effects(say, (key) => root.querySelector(`#${id}-${key}`)?.focus());
  const benchmark = benchmarkSection(say, line);
  const form = make(
    "div",
    { class: "form" },
    h3({}, say.text("tool")),
    make("p", { class: "note" }, say.text("intro")),
    make("div", { class: "bar" }, filled, back.node),
    alarm,
    ...fields.map((one) => one.node),
  );
  const root = make(
    "section",
    { class: "selfmgmt-page selfmgmt-baseline", lang: page.language, "aria-label": say.text("tool") },
    who.node,
    make("div", { class: "body" }, form, isNarrow() ? folded(say.text("effect"), effect.node) : effect.node),
    benchmark.node,
  );
  const draw = (/** @type {State} */ state, /** @type {boolean} */ busy) => {
    write(filled, state.filled);
    write(alarm, state.alarm);
    back.draw(state);
    who.draw(state);
    page.fields.forEach((/** @type {Field} */ facts, /** @type {number} */ at) => fields[at].draw(state.fields[facts.key], state.faults[facts.key], busy));
    effect.draw(state);
    benchmark.draw(state);
  };
  return { root, draw, warn: (/** @type {string} */ words) => write(alarm, words) };
}

// On a telephone the fields come first; what they bring unfolds.
const isNarrow = () => matchMedia(`(max-width: ${NARROW}px)`).matches;
/** @param {string} words @param {Node} node */
const folded = (words, node) => make("details", { class: "effect-fold" }, make("summary", {}, words), node);

/** @param {Say} say */
function whoSection(say) {
  const sentences = make("div", { class: "sentences" });
  const notes = make("div", { class: "cautions" });
  const node = make("div", { class: "who" }, h3({}, say.text("who")), sentences, notes);
  const draw = (/** @type {State} */ state) => {
    paragraphs(sentences, state.who);
    paragraphs(notes, state.notes);
  };
  return { node, draw };
}

// Static pictures, fetched when the reader comes near: until then their libraries stay away.
/** @param {Say} say @param {Line} line */
function benchmarkSection(say, line) {
  const fetch = () => (watch.disconnect(), line.ask({ do: "picture" }));
  const ask = make("button", { type: "button", onclick: fetch }, say.text("show_benchmark"));
  const sentences = make("div", { class: "sentences" });
  const figures = make("div", { class: "figures" });
  const node = make("div", { class: "benchmark" },
    h3({}, say.text("benchmark")), make("p", { class: "note" }, say.text("benchmark_note")), ask, sentences, figures);
  const watch = new IntersectionObserver((seen) => seen.some((one) => one.isIntersecting) && fetch());
  let about = "";
  const draw = (/** @type {State} */ { members, benchmark }) => {
    const now = members.join();
    if (now !== about && !benchmark) {
      about = now;
      ask.hidden = false;
      paragraphs(sentences, []);
      figures.replaceChildren();
      watch.observe(node);
    }
    if (!benchmark) return;
    about = now;
    ask.hidden = true;
    paragraphs(sentences, benchmark.sentences);
    figures.replaceChildren(...benchmark.figures.map((one) => still(one, say)));
  };
  return { node, draw };
}

/** @param {string} page @param {Field} facts @param {Say} say @param {Line} line */
function valueRow(page, facts, say, line) {
  const id = `${page}-${facts.key}`;
  const parts = ["help", "read", "remark", "expected"];
  const { field, alarm, draw: drawEntry } = entry({
    id,
    size: 14,
    describedby: parts.map((name) => `${id}-${name}`).join(" "),
    set: (value) => line.ask({ do: "set", field: facts.key, value, gesture: gesture() }),
  });
  const [read, remark] = [make("p", { class: "read", id: `${id}-read` }), make("p", { class: "remark", id: `${id}-remark` })];
  const expected = make("p", { class: "expected", id: `${id}-expected` });
  const source = make("p", { class: "source" });
  const picture = make("div", { class: "strip" });
  const node = make(
    "div",
    { class: "figure" },
    make(
      "div",
      { class: "about" },
      make("label", { for: id }, facts.title),
      make("details", { name: `${page}-why` },
        make("summary", { "aria-label": `${say.text("why")}: ${facts.title}` }, say.text("why")),
        make("p", { class: "help", id: `${id}-help` }, `${facts.help} ${facts.allowed}`),
        source),
    ),
    make("div", { class: "own" }, make("div", { class: "unit" }, field, facts.unit), alarm, read, remark),
    make("div", { class: "known" }, picture, expected),
  );
  let drawn = "";
  const draw = (/** @type {OwnFigure} */ state, /** @type {string | undefined} */ fault, /** @type {boolean} */ busy) => {
    if (!busy || fault) drawEntry(state.text, fault);
    write(read, fault ? "" : state.read);
    write(remark, fault ? "" : state.remark);
    write(expected, say.text("expected", { figure: state.expected }));
    write(source, state.source);
    const next = JSON.stringify([state.low, state.middle, state.high, state.own, picture.clientWidth]);
    if (next !== drawn && "middle" in state) picture.replaceChildren(strip(state, Math.max(picture.clientWidth, 120)));
    drawn = next;
  };
  return { node, draw };
}

// The range that would be used, and the own figure in it or beside it; the words tell the same.
/** @param {OwnFigure} about @param {number} width */
function strip({ low = 0, middle = 0, high = 0, own }, width) {
  const svg = canvas(width, 22);
  const reach = high - low || Math.abs(middle) || 1;
  const [left, right] = [Math.max(0, low - reach), high + reach];
  const clamp = (/** @type {number} */ value) => Math.min(Math.max(value, left), right);
  const x = (/** @type {number} */ value) => 7 + ((width - 14) * (clamp(value) - left)) / (right - left);
  svg.append(
    shape("line", { class: "track", x1: 2, x2: width - 2, y1: 11, y2: 11 }),
    shape("rect", { class: "band", x: x(low) - 1, width: x(high) - x(low) + 2, y: 6, height: 10 }),
    shape("line", { class: "middle", x1: x(middle), x2: x(middle), y1: 4, y2: 18 }),
  );
  if (!own) return svg;
  const [from, at, to] = own.map(x);
  if (to - from > 1) svg.append(shape("line", { class: "own-range", x1: from, x2: to, y1: 11, y2: 11 }));
  const beyond = own[1] < left ? -1 : own[1] > right ? 1 : 0;
  const sign = beyond ? `${at - 3 * beyond},5 ${at - 3 * beyond},17 ${at + 6 * beyond},11` : `${at},4 ${at + 7},11 ${at},18 ${at - 7},11`;
  svg.append(shape("polygon", { class: "mark", points: sign }));
  return svg;
}

export const render = pageOf(build);
