// @ts-check
// Options at their size, with their ranges: the core of what `selfmgmt compare` gives.

import { CONDITIONS } from "./conditions.js";
import { sharesGone } from "./bounds.js";
import { OUTCOMES, simulate } from "./outcomes.js";
import { freeOfCharge, PRICED, priceOf } from "./price.js";
import { band, median } from "./quantiles.js";
import { asDescribed, equalMoney } from "./sizing.js";

/** @typedef {import("./plan.js").Plan} Plan */
/** @typedef {import("./sizing.js").Sizer} Sizer */
/** @typedef {import("./outcomes.js").Simulated} Simulated */
/** @typedef {import("./quantiles.js").Band} Band */

/**
 * An option: its way of working and its mix; `described` is how many times the mix it holds as it
 * is described.
 * @typedef {{way: Plan["way"], mix: Plan["mix"], described: number, today: boolean}} Pair
 */

/**
 * How to work it out: at equal money or as described; whether it is doing nothing; the share of
 * posts in the deepest cut that was ever measured; the outcomes of which the price is wanted.
 * @typedef {{equal: boolean, nothing: boolean, deepest: number, priced?: string[]}} How
 */

/**
 * What one option gives; see `OptionResult` in `selfmgmt.analysis.option_result`.
 * @param {Pair} pair
 * @param {Sizer} sizer
 * @param {How} how
 */
export function optionResult(pair, sizer, { equal, nothing, deepest, priced = PRICED }) {
  const { draws, question } = sizer;
  const plan = { way: pair.way, mix: pair.mix, factor: nothing || equal ? 0 : pair.described };
  const sized = nothing
    ? { way: { plan, net: 0 }, none: null, removals: null }
    : equal ? equalMoney(sizer, plan) : asDescribed(sizer, plan);
  const run = simulate(sized.way.plan, draws, question, true);
  const values = run.values;
  const price = pair.today || !sized.none || !sized.removals
    ? freeOfCharge(priced)
    : priceOf(
        simulate(sized.none.plan, draws, question).values,
        simulate(sized.removals.plan, draws, question).values,
        values,
        priced,
      );
  return {
    plan: sized.way.plan,
    m: sized.way.plan.factor,
    reach: question.target ? sized.way.net / question.target : NaN,
    gone: nothing ? {} : sharesGone(sized.way.plan, sizer.bounds),
    deeper_than_measured: median(values.deep_share) > deepest,
    outcomes: outcomeBands(values, question.target),
    falls_back: mean(values.falls_back),
    target_met_probability: mean(values.gap_eur.map((gap) => (gap < sizer.exact ? 1 : 0))),
    ...weakestOf(run, pair.way.scope),
    price_of_way: price,
    run,
  };
}

/** @typedef {ReturnType<typeof optionResult>} OptionResult */

/**
 * The range of each outcome; net saving and gap at the due date add up to the target.
 * @param {Record<string, Float64Array>} values @param {number} target
 */
function outcomeBands(values, target) {
  /** @type {Record<string, Band>} */
  const found = Object.fromEntries(OUTCOMES.map((key) => [key, band(values[key])]));
  const net = found.net_saving_due_eur;
  found.gap_eur = { p10: target - net.p90, p50: target - net.p50, p90: target - net.p10 };
  return found;
}

/**
 * P10, P50 and P90 of a path in each quarter.
 * @param {Simulated} run @param {string} name @param {number} draws
 */
export function pathBands(run, name, draws) {
  const path = run.paths[name];
  /** @type {{p10: number[], p50: number[], p90: number[]}} */
  const found = { p10: [], p50: [], p90: [] };
  for (let start = 0; start < path.length; start += draws) {
    const { p10, p50, p90 } = band(path.subarray(start, start + draws));
    found.p10.push(p10);
    found.p50.push(p50);
    found.p90.push(p90);
  }
  return found;
}

/** @param {Simulated} run @param {number} scope the condition that is weakest most often */
function weakestOf({ weakest }, scope) {
  const most = Math.max(...weakest);
  const share = most / weakest.reduce((sum, count) => sum + count, 0);
  return {
    weakest_condition: scope ? CONDITIONS[weakest.indexOf(most)] : null,
    weakest_condition_share: scope ? share : 0,
  };
}

/** @param {Float64Array} values */
function mean(values) {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
