// @ts-check
// Which levers make or break the target of one option; the words are those of
// `views/words/lever_thresholds.py`.

import { make } from "../../views/widgets/page/nodes.js";
import { tableOf } from "../../views/widgets/page/tables.js";
import { small, valueWords } from "./sentences.js";

/** @typedef {import("../model/turning.js").LeverCurve} LeverCurve */

const MOST = 5; // levers in a table
const SEEN = 0.01; // of the futures; less is chance

/** @param {any} texts @param {string} option its name @param {number} certainty the chance that was
 * asked for, 0 to 1 @param {LeverCurve[]} curves @returns {Node[]} */
export function turningNodes(texts, option, certainty, curves) {
  const found = curves.filter((one) => reach(one) >= SEEN).sort((one, other) => reach(other) - reach(one));
  const sentences = turningSentences(texts, option, certainty, found);
  const list = make("ul", {}, ...sentences.map((words) => make("li", {}, words)));
  return found.length ? [list, turningTable(texts, found.slice(0, MOST))] : [list];
}

/** @param {LeverCurve} curve from the least chance to the most */
const reach = ({ certainty }) => Math.max(...certainty) - Math.min(...certainty);

/** @param {any} texts @param {string} option @param {number} certainty @param {LeverCurve[]} found
 * @returns {string[]} */
function turningSentences(texts, option, certainty, found) {
  const { say, tell } = texts;
  const asked = { option, certainty: say.percent(certainty) };
  if (!found.length) return [tell("turns_nothing", asked)];
  const turning = found.filter(({ turns }) => turns.length);
  if (turning.length) return turning.map((one) => turnSentence(texts, asked, one));
  if (Math.min(...found.flatMap((one) => one.certainty)) >= certainty) return [tell("turns_never", asked)];
  const best = found.reduce((one, other) => (most(other) > most(one) ? other : one));
  const value = best.positions[best.certainty.indexOf(most(best))];
  const closest = { lever: nameOf(texts, best), value: words(texts, best, value), chance: say.percent(most(best)) };
  return [tell("turns_closest", { ...asked, ...closest })];
}

/** @param {LeverCurve} curve */
const most = ({ certainty }) => Math.max(...certainty);

/** @param {any} texts @param {Record<string, string>} asked @param {LeverCurve} curve */
function turnSentence(texts, asked, curve) {
  const { certainty, turns } = curve;
  const points = turns.map((turn) => words(texts, curve, turn)).join(texts.tell("and"));
  const key = certainty[0] < /** @type {number} */ (certainty.at(-1)) ? "turns_above" : "turns_below";
  return texts.tell(key, { ...asked, lever: nameOf(texts, curve), points });
}

/** @param {any} texts @param {LeverCurve[]} found */
function turningTable(texts, found) {
  const { say, tell } = texts;
  const row = (/** @type {LeverCurve} */ curve) => [
    texts.described(curve.lever).title,
    words(texts, curve, curve.positions[0]), say.percent(curve.certainty[0]),
    words(texts, curve, curve.positions.at(-1)), say.percent(curve.certainty.at(-1)),
  ];
  const heads = ["turn_lever", "turn_from", "turn_chance", "turn_to", "turn_chance_then"].map((key) => tell(key));
  return make("div", { class: "table" }, tableOf(tell("turn_table"), heads, found.map(row)));
}

/** @param {any} texts @param {LeverCurve} curve */
const nameOf = (texts, { lever }) => small(texts.described(lever).title);

/** @param {any} texts @param {LeverCurve} curve @param {any} value */
function words(texts, { lever }, value) {
  return valueWords(texts, lever, texts.levers[lever].whole ? Math.floor(value) : value);
}
