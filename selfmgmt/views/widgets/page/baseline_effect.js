// @ts-check
// What own figures bring: how wide the range of the saving is without and with them, and what to fill in.

import { h3, numbers, paragraphs } from "./forms.js";
import { canvas, make, shape, write } from "./nodes.js";
import { tableOf } from "./tables.js";

/** @typedef {import("./speech.js").Say} Say */
/** @typedef {import("./received.d.ts").Bar} Bar */
/** @typedef {import("./received.d.ts").BaselineState} State */

/** @param {Say} say @param {(field: string) => void} focus */
export function effects(say, focus) {
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
  /** @type {State["effect"]} */
  let latest = null;
  let about = "";
  const draw = (/** @type {State} */ { effect, members, draws }) => {
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
/** @param {import("./received.d.ts").OptionBars[]} options @param {number} width @param {Say} say */
function bars(options, width, say) {
  const both = options.flatMap((one) => [one.public, one.own ?? one.public]);
  const low = Math.min(0, ...both.map((one) => one.low));
  const high = Math.max(1, ...both.map((one) => one.high));
  const x = (/** @type {number} */ value) => 2 + ((width - 4) * (value - low)) / (high - low);
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

/** @param {Bar} about @param {string} kind @param {number} y @param {number} height @param {(value: number) => number} x */
function band({ low, middle, high }, kind, y, height, x) {
  return [
    shape("rect", { class: `band ${kind}`, x: x(low), width: Math.max(x(high) - x(low), 1), y, height }),
    shape("line", { class: `middle ${kind}`, x1: x(middle), x2: x(middle), y1: y - 2, y2: y + height + 2 }),
  ];
}
