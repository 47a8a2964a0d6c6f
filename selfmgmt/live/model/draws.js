// @ts-check
// Draws: triangular quantities, effects that conditions tilt (equation E8), and a block of both.

import { latticePoints } from "./lattice.js";

/**
 * What Python hands over of one organisation and of the evidence; see `selfmgmt/live/payload.py`.
 * @typedef {object} Inputs
 * @property {Record<string, [number, number, number]>} ranges key to low, central and high
 * @property {Record<string, [number, number, number]>} effects key to bad, central and good
 * @property {number | null} payroll_eur FTE times cost per FTE where that is known
 * @property {number} inhabitants
 * @property {{bits: number, numbers: Record<string, number>}} lattice
 * @property {number} seed
 */

/**
 * The draws of one block.
 * @typedef {object} Draws
 * @property {number} size
 * @property {Record<string, Float64Array>} of key to what was drawn of a quantity
 * @property {Record<string, Float64Array>} luck key of an effect to uniform draws
 * @property {Record<string, [number, number, number]>} effects
 * @property {{turnover: number, cut: number, fade: number}} windows quarters
 * @property {number} inhabitants
 */

/**
 * The draws of the first block.
 * @param {Inputs} inputs
 * @param {number} size at most 2^bits; fewer are the first ones of more
 * @returns {Draws}
 */
export function blockDraws(inputs, size) {
  const { numbers, bits } = inputs.lattice;
  const points = (/** @type {string} */ key) =>
    latticePoints(numbers[key], size, [inputs.seed, 0, 0], bits);
  const of = record(Object.keys(inputs.ranges));
  for (const [key, [low, mode, high]] of Object.entries(inputs.ranges))
    of[key] = points(key).map((uniform) => triangular(uniform, low, mode, high));
  if (inputs.payroll_eur !== null)
    of.cost_per_fte = of.fte.map((fte) => Number(inputs.payroll_eur) / fte);
  const luck = record([...Object.keys(inputs.effects), "falls_back"]);
  for (const key of Object.keys(luck)) luck[key] = points(key);
  const middle = (/** @type {string} */ key) => toEven(inputs.ranges[key][1]);
  const windows = {
    turnover: middle("turnover_effect_quarters"),
    cut: middle("cut_effect_quarters"),
    fade: middle("cut_fade_quarters"),
  };
  return { size, of, luck, effects: inputs.effects, windows, inhabitants: inputs.inhabitants };
}

/**
 * An object that the engine reads quickly however many keys it has: it was parsed, not grown.
 * @param {string[]} keys
 * @returns {Record<string, Float64Array>}
 */
export function record(keys) {
  return JSON.parse(`{${keys.map((key) => `${JSON.stringify(key)}:null`).join(",")}}`);
}

/** @param {string[]} keys @param {number} length an array of so many zeros under each key */
export function columns(keys, length) {
  const found = record(keys);
  for (const key of keys) found[key] = new Float64Array(length);
  return found;
}

/** @param {number} value rounded as Python does: a half goes to the even number */
export function toEven(value) {
  const rounded = Math.round(value);
  return Math.abs(value % 1) === 0.5 && rounded % 2 ? rounded - 1 : rounded;
}

/**
 * A triangular quantity.
 * @param {number} uniform in [0, 1]
 * @param {number} low @param {number} mode @param {number} high
 */
export function triangular(uniform, low, mode, high) {
  const span = high - low;
  return span === 0 ? low : low + span * unitTriangular(uniform, (mode - low) / span);
}

/** @param {number} uniform @param {number} mode in [0, 1] */
function unitTriangular(uniform, mode) {
  return uniform < mode
    ? Math.sqrt(uniform * mode)
    : 1 - Math.sqrt((1 - uniform) * (1 - mode));
}

/**
 * An effect where it is there in full; better conditions move its likeliest value from bad to good.
 * @param {[number, number, number]} effect bad, central and good
 * @param {number} uniform
 * @param {number} condition 0 to 1
 */
export function drawnEffect(effect, uniform, condition) {
  const bad = effect[0];
  const good = effect[2];
  const span = good - bad;
  if (span === 0) return bad;
  const middle = (effect[1] - bad) / span;
  const mode =
    Math.min(2 * condition, 1) * middle + Math.max(2 * condition - 1, 0) * (1 - middle);
  return bad + span * unitTriangular(uniform, mode);
}
