// @ts-check
// What happens to the gap and to the service as the saving mix of an option grows.

import { largestFactor } from "./bounds.js";
import { simulate } from "./outcomes.js";
import { band } from "./quantiles.js";
import { reachedWith } from "./sizing.js";

const POINTS = 8; // of a curve

/**
 * One size of the mix, the share of the target that it reaches, and the lowest capacity.
 * @typedef {{m: number, reach: number, capacity_low: import("./quantiles.js").Band}} GrowthPoint
 */

/**
 * An option from nothing of its mix to so many times what it has, or the most that may go.
 * @param {import("./sizing.js").Sizer} sizer
 * @param {import("./plan.js").Plan} plan at its size
 * @param {number} overshoot
 * @returns {GrowthPoint[]} none without a target, for then there is no gap to close
 */
export function growthOf(sizer, plan, overshoot) {
  const { target } = sizer.question;
  if (target <= 0) return [];
  const end = Math.min(largestFactor(plan, sizer.bounds), overshoot * plan.factor);
  const count = end > 0 ? POINTS : 1;
  return Array.from({ length: count }, (_, at) => {
    const m = at === POINTS - 1 ? end : (at * end) / (POINTS - 1);
    const { values } = simulate({ ...plan, factor: m }, sizer.draws, sizer.question);
    const net = reachedWith(values.net_saving_due_eur, sizer.certainty);
    return { m, reach: net / target, capacity_low: band(values.capacity_low) };
  });
}
