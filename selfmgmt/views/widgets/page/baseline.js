// The page of own figures: each field beside what would be used without it, and what it brings.

import { entry, h3, numbers, pageOf, paragraphs, steps, still } from "./forms.js";
import { gesture } from "./gestures.js";
import { canvas, make, shape, write } from "./nodes.js";
import { tableOf } from "./tables.js";

const NARROW = 736; // px

function build({ id, page, say, line }) {
  const alarm = make("p", { class: "fault", role: "alert" });
  const filled = make("p", { class: "filled", role: "status" });
  const back = steps(say, line);
  const who = whoSection(say);
  const fields = page.fields.map((facts) => valueRow(id, facts, say, line));
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
  const draw = (state, busy) => {
    write(filled, state.filled);
    write(alarm, state.alarm);
    back.draw(state);
    who.draw(state);
    page.fields.forEach((facts, at) => fields[at].draw(state.fields[facts.key], state.faults[facts.key], busy));
    effect.draw(state);
    benchmark.draw(state);
  };
  return { root, draw, warn: (words) => write(alarm, words) };
}

// On a telephone the fields come first; what they bring unfolds.
const isNarrow = () => matchMedia(`(max-width: ${NARROW}px)`).matches;
const folded = (words, node) => make("details", { class: "effect-fold" }, make("summary", {}, words), node);

function whoSection(say) {
  const sentences = make("div", { class: "sentences" });
  const notes = make("div", { class: "cautions" });
  const node = make("div", { class: "who" }, h3({}, say.text("who")), sentences, notes);
  const draw = (state) => {
    paragraphs(sentences, state.who);
    paragraphs(notes, state.notes);
  };
  return { node, draw };
}

// Static pictures, fetched when the reader comes near: until then their libraries stay away.
function benchmarkSection(say, line) {
  const fetch = () => (watch.disconnect(), line.ask({ do: "picture" }));
  const ask = make("button", { type: "button", onclick: fetch }, say.text("show_benchmark"));
  const sentences = make("div", { class: "sentences" });
  const figures = make("div", { class: "figures" });
  const node = make("div", { class: "benchmark" },
    h3({}, say.text("benchmark")), make("p", { class: "note" }, say.text("benchmark_note")), ask, sentences, figures);
  const watch = new IntersectionObserver((seen) => seen.some((one) => one.isIntersecting) && fetch());
  let about = "";
  const draw = ({ members, benchmark }) => {
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
  let drawn;
  const draw = (state, fault, busy) => {
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
function strip({ low, middle, high, own }, width) {
  const svg = canvas(width, 22);
  const reach = high - low || Math.abs(middle) || 1;
  const [left, right] = [Math.max(0, low - reach), high + reach];
  const clamp = (value) => Math.min(Math.max(value, left), right);
  const x = (value) => 7 + ((width - 14) * (clamp(value) - left)) / (right - left);
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

function effects(say, focus) {
  const sentences = make("div", { class: "conclusion", role: "status" });
  const picture = make("ul", { class: "picture" });
  const data = numbers(say);
  const firstSentence = make("p", {});
  const list = make("ol", {});
  const busy = make("p", { class: "note" }, say.text("busy"));
  const legend = make("p", { class: "legend" });
  legend.append(
    make("span", { class: "key public" }), say.text("public_bar"),
    make("span", { class: "key own" }), say.text("own_bar"),
  );
  const chart = make("div", {}, make("p", { class: "note" }, say.text("effect_note")), legend, picture, data.node);
  const nothing = make("p", {}, say.text("no_options"));
  const node = make(
    "div",
    { class: "effect" },
    h3({}, say.text("effect")),
    busy, sentences, chart, nothing,
    h3({}, say.text("first")),
    firstSentence, list,
  );
  let latest = null;
  let about = "";
  const draw = ({ effect, members, draws }) => {
    if (members.join() !== about) latest = null;
    about = members.join();
    busy.hidden = Boolean(latest || effect);
    node.classList.toggle("stale", Boolean(latest) && !draws);
    latest = effect ?? latest;
    [chart, nothing].forEach((one) => (one.hidden = !latest));
    if (!latest) return;
    const has = latest.options.length > 0;
    chart.hidden = !has;
    nothing.hidden = has;
    legend.hidden = !latest.options.some((one) => one.own);
    paragraphs(sentences, latest.sentences);
    picture.replaceChildren(...bars(latest.options, Math.max(picture.clientWidth, 180), say));
    data.fill(
      tableOf(say.text("effect"), [say.text("option"), say.text("public_bar"), say.text("own_bar")],
        latest.options.map((one) => [one.label, one.public.words, one.own ? one.own.words : ""])),
    );
    write(firstSentence, latest.first_sentence);
    list.replaceChildren(
      ...latest.first.map(({ field, title, words }) =>
        make("li", {}, words, " ",
          make("button", { type: "button", "aria-label": `${say.text("fill_in")}: ${title}`, onclick: () => focus(field) }, say.text("fill_in")))),
    );
  };
  return { node, draw };
}

// Per option a bar without own figures and below it one with them, all on one scale.
function bars(options, width, say) {
  const both = options.flatMap((one) => [one.public, one.own ?? one.public]);
  const low = Math.min(0, ...both.map((one) => one.low));
  const high = Math.max(1, ...both.map((one) => one.high));
  const x = (value) => 2 + ((width - 4) * (value - low)) / (high - low);
  return options.map(({ label, own, public: known }) => {
    const words = { option: label, public: known.words, own: own?.words };
    const svg = canvas(width, own ? 26 : 16, say.text(own ? "effect_alt" : "effect_alt_public", words));
    svg.append(
      shape("line", { class: "zero", x1: x(0), x2: x(0), y1: 0, y2: own ? 26 : 16 }),
      ...band(known, "public", 3, 10, x),
      ...(own ? band(own, "own", 14, 8, x) : []),
    );
    return make("li", {}, label, svg);
  });
}

function band({ low, middle, high }, kind, y, height, x) {
  return [
    shape("rect", { class: `band ${kind}`, x: x(low), width: Math.max(x(high) - x(low), 1), y, height }),
    shape("line", { class: `middle ${kind}`, x1: x(middle), x2: x(middle), y1: y - 2, y2: y + height + 2 }),
  ];
}

export const render = pageOf(build);
