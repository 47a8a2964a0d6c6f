// @ts-check
// Sizing: how much of a saving mix goes beside a way of working, so that options find equal money.

import { largestFactor } from "./bounds.js";
import { netWhenDue } from "./outcomes.js";
import { atRank, rankOf } from "./quantiles.js";

/** @typedef {import("./plan.js").Plan} Plan */
/** @typedef {import("./plan.js").Design} Design */
/** @typedef {{plan: Plan, net: number}} Sized a plan, and what it saves when it is due, EUR a year */

/**
 * What stays the same while sizes are found.
 * @typedef {object} Sizer
 * @property {import("./draws.js").Draws} draws
 * @property {import("./outcomes.js").Question} question
 * @property {number} certainty in how many of 100 futures the money is found
 * @property {import("./bounds.js").Bounds} bounds
 * @property {Design} today the levers of doing nothing
 * @property {string[]} removals the levers that say what goes, and when
 * @property {number} exact EUR; a net saving this near will do
 */

const STEPS = 60; // far more than false position needs

/** A way of working at some money, and the same money without it, under the same mix.
 * @typedef {{way: Sized, none: Sized, removals: Sized}} EqualMoney */

/**
 * The largest size, or the one that reaches the target, as near as it and its comparison get.
 * @param {Sizer} sizer @param {Plan} pair @returns {EqualMoney}
 */
export function equalMoney(sizer, pair) {
  const none = { ...pair, way: sizer.today };
  const goal = Math.min(sizer.question.target, furthest(sizer, pair), furthest(sizer, none));
  return beside(sizer, pair, sizedTo(sizer, pair, goal));
}

/** @param {Sizer} sizer @param {Plan} pair at the size that it is described with @returns {EqualMoney} */
export function asDescribed(sizer, pair) {
  return beside(sizer, pair, { plan: pair, net: netOf(sizer, pair) });
}

/** @param {Sizer} sizer @param {Plan} pair @param {Sized} way @returns {EqualMoney} */
function beside(sizer, pair, way) {
  const none = { ...pair, way: sizer.today };
  const alone = { ...pair, way: removalsAlone(sizer, pair.way) };
  return {
    way,
    none: sizedTo(sizer, none, way.net),
    removals: sizedTo(sizer, alone, way.net),
  };
}

/** @param {Sizer} sizer @param {Design} way its removals, while everyone works as today */
function removalsAlone(sizer, way) {
  const kept = sizer.removals.map((lever) => [lever, way[/** @type {"how"} */ (lever)]]);
  return /** @type {Design} */ ({ ...sizer.today, ...Object.fromEntries(kept) });
}

/**
 * The net saving at the due date that is reached with the certainty asked for, EUR per year.
 * @param {Sizer} sizer @param {Plan} plan
 */
export function netOf({ draws, question, certainty }, plan) {
  return reachedWith(netWhenDue(plan, draws, question), certainty);
}

/** @param {Float64Array} net @param {number} certainty what is reached in so many of 100 draws */
export function reachedWith(net, certainty) {
  return atRank(net, rankOf(100 - certainty, 100, net.length));
}

/** @param {Sizer} sizer @param {Plan} pair the net saving at the largest size, EUR per year */
function furthest(sizer, pair) {
  return netOf(sizer, { ...pair, factor: largestFactor(pair, sizer.bounds) });
}

/**
 * The smallest size of a pair that reaches `goal`, or the largest that there is.
 * @param {Sizer} sizer @param {Plan} pair @param {number} goal EUR per year
 * @returns {Sized}
 */
function sizedTo(sizer, pair, goal) {
  const at = (/** @type {number} */ factor) => ({ ...pair, factor });
  const net = (/** @type {number} */ factor) => netOf(sizer, at(factor));
  const alone = net(0);
  if (alone >= goal) return { plan: at(0), net: alone };
  const largest = largestFactor(pair, sizer.bounds);
  const most = net(largest);
  if (most <= goal) return { plan: at(largest), net: most };
  const found = crossing((factor) => net(factor) - goal, {
    low: 0, below: alone - goal, high: largest, above: most - goal, exact: sizer.exact,
  });
  return { plan: at(found.place), net: found.height + goal };
}

/**
 * Where a rising function passes zero, by false position that never gets stuck at one end: the
 * Illinois method (Dowell and Jarratt 1971, BIT 11(2), 168-174).
 * @param {(place: number) => number} height
 * @param {{low: number, below: number, high: number, above: number, exact: number}} ends
 */
export function crossing(height, { low, below, high, above, exact }) {
  let place = low;
  let now = below;
  let last = 0;
  for (let step = 0; step < STEPS; step++) {
    place = (low * above - high * below) / (above - below);
    now = height(place);
    if (Math.abs(now) <= exact) break;
    const side = now > 0 ? 1 : -1;
    if (side > 0) {
      [high, above] = [place, now];
      if (last === side) below /= 2;
    } else {
      [low, below] = [place, now];
      if (last === side) above /= 2;
    }
    last = side;
  }
  return { place, height: now };
}
