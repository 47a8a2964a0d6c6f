// @ts-check
// What is left of each option when a reverse strikes, or two at once; the words are those of
// `views/words/stress.py`.

import { make } from "../../views/widgets/page/nodes.js";
import { tableOf } from "../../views/widgets/page/tables.js";

/** @typedef {import("../model/stress.js").Stressed} Stressed */

const REPORTED = ["gap_eur", "transition_cost_eur", "capacity_low", "absence_end", "vulnerability_end"];
const PAIRS = 5; // that are shown

/** @param {any} texts @param {{label: string, situations: Stressed[]}[]} found @returns {Node[]} */
export function stressNodes(texts, found) {
  const { tell, shocks } = texts;
  const lines = found.map((one) => make("li", {}, heaviest(texts, one)));
  const about = Object.values(shocks).flatMap(([name, text]) => [make("dt", {}, name), make("dd", {}, text)]);
  return [
    make("ul", {}, ...lines),
    make("p", { class: "note" }, tell("stress_caution")),
    ...found.map((one) => tables(texts, one)),
    folded(tell("stress_about"), make("dl", {}, ...about)),
  ];
}

/** @param {Stressed} one the middle of what is still to find */
const gap = ({ outcomes }) => outcomes.gap_eur.p50;

/** @param {Stressed[]} situations @param {number} count of reverses that strike at once */
const struck = (situations, count) => situations.filter(({ reverses }) => reverses.length === count);

/** @param {Stressed[]} situations the one with the widest gap; the first when they are alike */
const widest = (situations) => situations.reduce((one, other) => (gap(other) > gap(one) ? other : one));

/** @param {any} texts @param {{label: string, situations: Stressed[]}} found */
function heaviest({ say, tell, shocks }, { label: option, situations }) {
  const [planned, alone, both] = [0, 1, 2].map((count) => widest(struck(situations, count)));
  if (gap(alone) <= gap(planned)) return tell("stress_nothing", { option });
  const [left, after, worst] = [planned, alone, both].map((one) => say.outcome("gap_eur", one.outcomes.gap_eur));
  const [reverse, one, other] = [...alone.reverses, ...both.reverses].map((key) => shocks[key][0]);
  return tell("stress_heaviest", { option, planned: left, reverse, alone: after, one, other, together: worst });
}

/** @param {any} texts @param {{label: string, situations: Stressed[]}} found */
function tables(texts, { label: option, situations }) {
  const { tell } = texts;
  const pairs = struck(situations, 2).sort((one, other) => gap(other) - gap(one)).slice(0, PAIRS);
  return folded(
    tell("stress_all", { option }),
    situationTable(texts, tell("stress_one", { option }), situations.filter(({ reverses }) => reverses.length < 2)),
    situationTable(texts, tell("stress_two", { option }), pairs),
  );
}

/** @param {any} texts @param {string} caption @param {Stressed[]} situations */
function situationTable({ say, tell, shocks }, caption, situations) {
  const heads = [tell("stress_what"), ...REPORTED.map((key) => say.text(key)), tell("stress_chance")];
  const rows = situations.map(({ reverses, outcomes, certainty }) => [
    reverses.map((key) => shocks[key][0]).join(" + ") || tell("stress_planned"),
    ...REPORTED.map((key) => say.outcome(key, outcomes[key])),
    say.percent(certainty),
  ]);
  return make("div", { class: "table", role: "group", tabindex: "0", "aria-label": caption }, tableOf(caption, heads, rows));
}

/** @param {string} summary @param {...Node} inside */
const folded = (summary, ...inside) => make("details", {}, make("summary", {}, summary), ...inside);
