// Step 3: what follows. Differences between people come first; then the order and why, or as long
// as there is none what one must believe; all roles and a picture on request.

import { fold, h3, h4, numbers, paragraphs, scrolling, still } from "./forms.js";
import { canvas, inSentence, make, shape, write } from "./nodes.js";
import { headed, tableOf } from "./tables.js";

export function followStep(tools) {
  const { say } = tools;
  const respondents = respondentsSection(tools);
  const standing = orderSection(tools);
  const sides = [whySection(tools), believeSection(tools)];
  const onRequest = [everyoneSection(tools), agreementSection(tools), pictureSection(tools)];
  const nothing = make("p", { class: "nothing" }, say.text("nothing"));
  const node = make(
    "section", { class: "follow" }, nothing,
    respondents.node,
    make("div", { class: "body" }, standing.node, make("div", {}, ...sides.map((one) => one.node))),
    ...onRequest.map((one) => one.node),
  );
  let last;
  const draw = (state) => {
    last = state;
    nothing.hidden = state.everyone.options.length > 1;
    for (const one of [respondents, standing, ...sides, ...onRequest]) one.draw(state);
  };
  return { node, draw, opened: () => last && draw(last) };
}

function respondentsSection({ id, say, label }) {
  const sentences = make("div", { class: "sentences" });
  const inner = scrolling({});
  const data = make("details", { class: "numbers" }, make("summary", {}, say.text("numbers")), inner);
  const { heading, node } = section(id, "respondents", "", "", sentences, data);
  const draw = ({ respondents, role }) => {
    node.hidden = !respondents.table;
    if (!respondents.table) return;
    write(heading, say.text("respondents", { role: inSentence(label(role)) }));
    paragraphs(sentences, respondents.sentences);
    const { caption, heads, rows } = respondents.table;
    inner.setAttribute("aria-label", caption);
    inner.replaceChildren(tableOf(caption, heads, rows));
  };
  return { node, draw };
}

// A section: its heading, an explanation, and what is in it.
function section(id, key, title, note, ...children) {
  const heading = h3({ id: `${id}-${key}` }, title);
  const explained = note ? [make("p", { class: "note" }, note)] : [];
  return { heading, node: make("section", { class: key, "aria-labelledby": heading.id }, heading, ...explained, ...children) };
}

function orderSection({ id, say, label }) {
  const sentences = make("div", { class: "sentences", role: "status" });
  const cautions = make("div", { class: "cautions" });
  const picture = make("div", { class: "picture" });
  const data = numbers(say);
  const chart = make("div", {}, make("p", { class: "note" }, say.text("standing_note")), picture, data.node);
  const { heading, node } = section(id, "standing", "", "", sentences, chart, cautions);
  const draw = (state) => {
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

function rankWords({ rank, tied }) {
  return tied ? `= ${rank}` : String(rank);
}

function rangeWords({ mean, low, high }, say) {
  return `${say.number(mean)} (${say.number(low)}–${say.number(high)})`;
}

// Each option on a line from 0 to 100, the first on top, and the scale below them.
function dotPlot(rows, width, say) {
  const x = (value) => 7 + ((width - 14) * value) / 100;
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

function whySection({ id, say }) {
  const note = make("p", { class: "note" });
  const picture = make("div", { class: "picture" });
  const data = numbers(say);
  const sentences = make("div", { class: "sentences" });
  const { heading, node } = section(id, "why", "", "", note, picture, sentences, data.node);
  const draw = (state) => {
    const { why } = state.standing;
    node.hidden = !why;
    if (!why) return;
    const title = say.text("why", why);
    write(heading, title);
    paragraphs(sentences, state.standing.sentences.slice(1));
    write(note, say.text("why_note", why));
    const signed = (value) => `${value > 0 ? "+" : ""}${say.number(value, 1)}`;
    const parts = [...why.parts, { label: why.total_words, value: why.total, total: true }];
    picture.replaceChildren(divergingBars(parts, Math.max(picture.clientWidth, 200), title, signed));
    data.fill(tableOf(title, [say.text("criterion"), say.text("difference")], parts.map((one) => [one.label, signed(one.value)])));
  };
  return { node, draw };
}

// What speaks for the one to the right, for the other to the left.
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

// ---- what one must believe ----

function believeSection({ say }) {
  const sentences = make("div", { class: "sentences" });
  const title = say.text("believe");
  const inner = scrolling({ "aria-label": title });
  const { node } = fold("believe", title, sentences, inner);
  let drawn = "";
  let wasRanked = null;
  const draw = ({ believe, standing }) => {
    const isRanked = standing.rows.length > 0;
    if (wasRanked !== isRanked) node.open = !isRanked;
    wasRanked = isRanked;
    node.hidden = believe.rows.length === 0;
    const now = JSON.stringify(believe);
    if (now === drawn) return;
    drawn = now;
    paragraphs(sentences, believe.sentences);
    if (believe.rows.length) inner.replaceChildren(tableOf(believe.caption, believe.heads, believe.rows));
  };
  return { node, draw };
}

function everyoneSection({ say, line }) {
  const title = say.text("everyone");
  const inner = scrolling({ "aria-label": title });
  const { node } = fold("everyone", title, make("p", { class: "note" }, say.text("everyone_note")), inner);
  let listed = "";
  let all = [];
  const draw = (state) => {
    const { options, rows } = state.everyone;
    node.hidden = rows.length === 0;
    const names = JSON.stringify([options, rows.map((one) => one.key)]);
    if (names !== listed) {
      listed = names;
      all = rows.map((one) => ranksOf(one, say, line));
      const heads = [say.text("who"), ...options].map((words) => make("th", { scope: "col" }, words));
      const body = make("tbody", {}, ...all.map((one) => one.node));
      inner.replaceChildren(headed(make("table", {}, make("caption", {}, title), make("thead", {}, make("tr", {}, ...heads)), body)));
    }
    rows.forEach((one, at) => all[at].draw(one, state.role));
  };
  return { node, draw };
}

function ranksOf({ key, label, cells }, say, line) {
  const button = make("button", { type: "button", onclick: () => line.ask({ do: "hold", role: key }) }, label);
  const mark = make("span", { class: "share" });
  const ranks = cells.map(() => make("td", {}));
  const node = make("tr", {}, make("th", { scope: "row" }, button, " ", mark), ...ranks);
  const draw = (state, role) => {
    button.setAttribute("aria-pressed", key === role);
    write(mark, state.example ? say.text("example_short") : "");
    state.cells.forEach(({ rank, chance }, at) => {
      ranks[at].replaceChildren(make("span", {}, make("b", {}, String(rank)), ` (${chance})`));
      ranks[at].classList.toggle("first", rank === 1);
    });
  };
  return { node, draw };
}

function agreementSection({ say, label }) {
  const sentences = make("div", { class: "sentences" });
  const title = h4({});
  const most = make("p", {});
  const data = numbers(say);
  const divides = make("div", {}, title, most, data.node);
  const { node } = fold("agreement", say.text("agreement"), sentences, divides);
  const draw = (state) => {
    const { sentence, rows } = state.divides;
    paragraphs(sentences, state.agreement);
    divides.hidden = rows.length === 0;
    const words = say.text("divides", { role: inSentence(label(state.role)) });
    write(title, words);
    write(most, sentence);
    const heads = ["who", "wanted", "criterion", "counts_here", "counts_there"].map((key) => say.text(key));
    data.fill(tableOf(words, heads, rows));
  };
  return { node, draw };
}

function pictureSection({ say, line }) {
  const ask = make("button", { type: "button", onclick: () => line.ask({ do: "picture" }) }, say.text("make_picture"));
  const inside = make("div", { class: "rendered", "aria-live": "polite" });
  const { node } = fold("static", say.text("picture"), make("p", { class: "note" }, say.text("picture_note")), ask, inside);
  let drawn = "";
  const draw = ({ picture, everyone }) => {
    node.hidden = everyone.rows.length === 0;
    const source = picture ? picture.source : "";
    if (source === drawn) return;
    drawn = source;
    inside.replaceChildren(
      ...(picture
        ? [
            still(picture, say),
            make("p", {}, make("a", { href: picture.source, download: "selfmgmt.png" }, say.text("download"))),
          ]
        : []),
    );
  };
  return { node, draw };
}
