// @ts-check
// The price of a way of working: what it changes beside the same money found without it.

import { OUTCOMES } from "./outcomes.js";
import { band } from "./quantiles.js";

/** @typedef {import("./quantiles.js").Band} Band */
/** @typedef {Record<string, Float64Array>} Values */
/** Differences, outcome to range, paired draw by draw.
 * @typedef {Record<"removals" | "working" | "together", Record<string, Band>>} Price */

export const PRICED = OUTCOMES.filter((key) => key !== "payback_quarter"); // infinite in some draws

/**
 * @param {Values} none @param {Values} removals @param {Values} way
 * @param {string[]} wanted outcomes, of PRICED
 * @returns {Price}
 */
export function priceOf(none, removals, way, wanted) {
  return {
    removals: differences(removals, none, wanted),
    working: differences(way, removals, wanted),
    together: differences(way, none, wanted),
  };
}

/** @param {string[]} wanted @returns {Price} that of today's way of working */
export function freeOfCharge(wanted) {
  const zero = { p10: 0, p50: 0, p90: 0 };
  const all = Object.fromEntries(wanted.map((key) => [key, zero]));
  return { removals: all, working: all, together: all };
}

/** @param {Values} more @param {Values} less @param {string[]} wanted */
function differences(more, less, wanted) {
  return Object.fromEntries(
    wanted.map((key) => [key, band(more[key].map((value, i) => value - less[key][i]))]),
  );
}
