// @ts-check
// Falling back: teams get managers again (equation E12).

import { weakestWeighsMost } from "./conditions.js";

/** @typedef {import("./plan.js").Design} Design */
/** @typedef {import("./draws.js").Draws} Draws */

/**
 * The quarter in which it happens: the first in which the exposure reaches what is bearable.
 * @param {Design} way @param {Draws} draws @param {number} i
 * @param {{kappa: number, met: number, strength: number}} at the conditions, coaching and the dose
 * @param {Float64Array} share the roll-out
 * @returns {number} beyond the last quarter where it does not happen
 */
export function fallsBackIn(way, { of, luck }, i, { kappa, met, strength }, share) {
  const condition = weakestWeighsMost(
    [kappa, met, way.control, 1 - way.imposed],
    of.weakest_condition_weight[i],
  );
  const weak = Math.log(of.falls_back_times_weak[i]) * Math.max(1 - 2 * condition, 0);
  const strong = Math.log(of.falls_back_times_strong[i]) * Math.max(2 * condition - 1, 0);
  const rate = (of.falls_back_rate[i] * Math.exp(weak + strong) * strength * way.scope) / 4;
  const needed = rate > 0 ? -Math.log1p(-luck.falls_back[i]) / rate : Infinity;
  let exposure = 0;
  for (let t = 0; t < share.length; t++) {
    exposure += share[t];
    if (exposure >= needed) return t;
  }
  return share.length;
}
