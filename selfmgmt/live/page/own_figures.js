// @ts-check
// The figures of the model with the reader's own among them: what is computed with, and what stands
// in the panel of figures.

import { rangeText } from "./assumptions.js";
import { engineOf } from "./engine.js";

/** @typedef {import("./assumptions.js").FigureFacts} FigureFacts */
/** @typedef {import("./assumptions.js").Own} Own */

/**
 * What the share of staff departments follows from, when it comes from public figures.
 * @typedef {object} Overhead
 * @property {number[]} booked share of payroll that is booked as overhead: low, central and high
 * @property {number} managers share of FTE @property {number} least that the share can be
 * @property {number} row where it stands in the panel
 */

/** What the model starts from with the reader's own figures in place of those that it had.
 * @param {any} payload @param {Record<string, Own>} own */
function withOwn({ model, wholes, figures, overhead }, own) {
  const ranges = { ...model.inputs.ranges };
  const effects = { ...model.inputs.effects };
  for (const [key, { low, central, high }] of Object.entries(own)) {
    const { better } = figures[key];
    if (better) effects[key] = better === "higher" ? [low, central, high] : [high, central, low];
    else ranges[key] = [low, central, high];
  }
  const found = { ...model, inputs: { ...model.inputs, ranges, effects } };
  if (!own.manager_cost_ratio || !overhead) return { model: found, wholes };
  ranges.support_share = supportShare(overhead, own.manager_cost_ratio.central);
  const fte = ranges.fte[1];
  const support = fte * ranges.support_share[1];
  const primary = fte - fte * ranges.manager_share[1] - support;
  return { model: found, wholes: { ...wholes, support_after: support, primary_fte_change: primary } };
}

/** FTE in staff departments: what is booked as overhead, less what managers cost; as
 * `case/baseline.py`.
 * @param {Overhead} overhead @param {number} ratio cost of a manager */
function supportShare({ booked, managers, least }, ratio) {
  const cost = managers * ratio;
  return booked.map((one) => Math.max(((one - cost) * (1 - managers)) / (1 - cost), least));
}

/** @param {any} say @param {FigureFacts} facts @param {number} value as `Unit.write` */
function figureText(say, { show }, value) {
  if (show === "euro") return `€\u00a0${say.number(Math.round(value))}`;
  const shown = show === "number" ? value : 100 * value;
  const digits = [0, 1, 2].find((count) => Math.abs(Number(shown.toFixed(count)) - shown) < 1e-9) ?? 3;
  return say.number(shown, digits) + (show === "percent" ? "%" : "");
}

/**
 * The rows of the panel of figures, with the reader's own in their place.
 * @param {any} payload @param {any} texts @param {Record<string, Own>} own
 * @param {Record<string, number[]>} ranges that the model uses
 * @returns {any[]}
 */
function figureRows({ figures, overhead }, texts, own, ranges) {
  const { say, tell, language } = texts;
  const ends = (/** @type {string} */ low, /** @type {string} */ middle, /** @type {string} */ high) =>
    ({ middle, range: low === high ? low : tell("range", { low, high }) });
  return texts.figures.map((/** @type {any} */ row, /** @type {number} */ at) => {
    if (row.key && own[row.key]) {
      const [one, facts] = [own[row.key], figures[row.key]];
      const [low, middle, high] = [one.low, one.central, one.high].map((end) => figureText(say, facts, end));
      return {
        ...row, ...ends(low, middle, high), own: true, grade: "D", status: tell("status_own"),
        source: row.standard, note: one.reason, text: rangeText(one, facts, language, tell), reason: one.reason,
      };
    }
    if (at !== overhead?.row || !own.manager_cost_ratio) return row;
    const [low, middle, high] = ranges.support_share.map((end) => say.percent(end, 1));
    return { ...row, ...ends(low, middle, high) };
  });
}

const BASES = 8; // sets of own assumptions of which the results are kept

/** @param {any} payload @param {any} texts what gives all that follows from own assumptions alone */
export function basesOf(payload, texts) {
  /** @type {Map<string, {wholes: any, inputs: any, rows: any[], engine: import("./engine.js").Engine}>} */
  const bases = new Map();
  return (/** @type {Record<string, Own>} */ own) => {
    const name = JSON.stringify(own);
    const found = bases.get(name);
    if (found) return found;
    if (bases.size >= BASES) bases.clear();
    const { model, wholes } = withOwn(payload, own);
    const rows = figureRows(payload, texts, own, model.inputs.ranges);
    const base = { wholes, inputs: model.inputs, rows, engine: engineOf(model, payload.known) };
    bases.set(name, base);
    return base;
  };
}

const NAMED = 6; // own assumptions that are named in one sentence

/** Which figures are the reader's own, in a sentence; empty when none is.
 * @param {any[]} rows @param {(key: string, values: Record<string, string>) => string} tell */
export function ownSentence(rows, tell) {
  const own = rows.filter((row) => row.own);
  if (!own.length) return "";
  const names = own.slice(0, NAMED).map(({ figure, text, reason }) => `${figure}: ${text} (${reason})`);
  const rest = own.length - names.length;
  if (rest) names.push(tell("own_more", { count: `${rest}` }));
  return tell("own_used", { list: names.join("; ") });
}
