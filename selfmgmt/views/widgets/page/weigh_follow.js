// @ts-check
// Step 3: what follows. Differences between people come first; then the order and why, or as long
// as there is none what one must believe; all roles and a picture on request.

import { fold, h4, numbers, paragraphs, scrolling, still } from "./forms.js";
import { inSentence, make, write } from "./nodes.js";
import { headed, tableOf } from "./tables.js";
import { orderSection, section, whySection } from "./weigh_order.js";

/** @typedef {import("./speech.js").Say} Say */
/** @typedef {import("./forms.js").Line} Line */
/** @typedef {import("./weigh.js").State} State */
/** @typedef {import("./weigh.js").Tools} Tools */

/** @param {Tools} tools */
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
  /** @type {State | undefined} */
  let last;
  const draw = (/** @type {State} */ state) => {
    last = state;
    nothing.hidden = state.everyone.options.length > 1;
    for (const one of [respondents, standing, ...sides, ...onRequest]) one.draw(state);
  };
  return { node, draw, opened: () => last && draw(last) };
}

/** @param {Tools} tools */
function respondentsSection({ id, say, label }) {
  const sentences = make("div", { class: "sentences" });
  const inner = scrolling({});
  const data = make("details", { class: "numbers" }, make("summary", {}, say.text("numbers")), inner);
  const { heading, node } = section(id, "respondents", "", "", sentences, data);
  const draw = (/** @type {State} */ { respondents, role }) => {
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

// What one must believe.
/** @param {Tools} tools */
function believeSection({ say }) {
  const sentences = make("div", { class: "sentences" });
  const title = say.text("believe");
  const inner = scrolling({ "aria-label": title });
  const { node } = fold("believe", title, sentences, inner);
  let drawn = "";
  /** @type {boolean | null} */
  let wasRanked = null;
  const draw = (/** @type {State} */ { believe, standing }) => {
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

/** @param {Tools} tools */
function everyoneSection({ say, line }) {
  const title = say.text("everyone");
  const inner = scrolling({ "aria-label": title });
  const { node } = fold("everyone", title, make("p", { class: "note" }, say.text("everyone_note")), inner);
  let listed = "";
  /** @type {ReturnType<typeof ranksOf>[]} */
  let all = [];
  const draw = (/** @type {State} */ state) => {
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

/** @param {import("./received.d.ts").RoleRow} about @param {Say} say @param {Line} line */
function ranksOf({ key, label, cells }, say, line) {
  const button = make("button", { type: "button", onclick: () => line.ask({ do: "hold", role: key }) }, label);
  const mark = make("span", { class: "share" });
  const ranks = cells.map(() => make("td", {}));
  const node = make("tr", {}, make("th", { scope: "row" }, button, " ", mark), ...ranks);
  const draw = (/** @type {import("./received.d.ts").RoleRow} */ state, /** @type {string} */ role) => {
    button.setAttribute("aria-pressed", key === role);
    write(mark, state.example ? say.text("example_short") : "");
    state.cells.forEach(({ rank, chance }, at) => {
      ranks[at].replaceChildren(make("span", {}, make("b", {}, String(rank)), ` (${chance})`));
      ranks[at].classList.toggle("first", rank === 1);
    });
  };
  return { node, draw };
}

/** @param {Tools} tools */
function agreementSection({ say, label }) {
  const sentences = make("div", { class: "sentences" });
  const title = h4({});
  const most = make("p", {});
  const data = numbers(say);
  const divides = make("div", {}, title, most, data.node);
  const { node } = fold("agreement", say.text("agreement"), sentences, divides);
  const draw = (/** @type {State} */ state) => {
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

/** @param {Tools} tools */
function pictureSection({ say, line }) {
  const ask = make("button", { type: "button", onclick: () => line.ask({ do: "picture" }) }, say.text("make_picture"));
  const inside = make("div", { class: "rendered", "aria-live": "polite" });
  const { node } = fold("static", say.text("picture"), make("p", { class: "note" }, say.text("picture_note")), ask, inside);
  let drawn = "";
  const draw = (/** @type {State} */ { picture, everyone }) => {
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
