// @ts-check
// What happens to the gap and to the service as the saving mix of an option grows.

import { simulate } from "./outcomes.js";
import { band } from "./quantiles.js";
import { netOf, sizedTo } from "./sizing.js";

const POINTS = 8; // of a curve

/**
 * One size of the mix, the share of the target that it reaches, and the lowest capacity.
 * @typedef {{m: number, reach: number, capacity_low: import("./quantiles.js").Band}} GrowthPoint
 */

/**
 * A pair from nothing of its mix to where it passes the target by so much, or nothing more may go.
 * @param {import("./sizing.js").Sizer} sizer
 * @param {import("./plan.js").Plan} pair its own size does not matter
 * @param {number} overshoot times the target
 * @returns {GrowthPoint[]} none without a target, for then there is no gap to close
 */
export function growthOf(sizer, pair, overshoot) {
  const { target } = sizer.question;
  if (target <= 0) return [];
  const end = sizedTo(sizer, pair, overshoot * target).plan.factor;
  const count = end > 0 ? POINTS : 1;
  return Array.from({ length: count }, (_, at) => {
    const m = at === POINTS - 1 ? end : (at * end) / (POINTS - 1);
    const plan = { ...pair, factor: m };
    const { values } = simulate(plan, sizer.draws, sizer.question);
    return { m, reach: netOf(sizer, plan) / target, capacity_low: band(values.capacity_low) };
  });
}
