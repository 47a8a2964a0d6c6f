// @ts-check
// Stress: what is left of an option when a reverse strikes, or two at once.

import { blockDraws } from "./draws.js";
import { simulate } from "./outcomes.js";
import { sizedMix } from "./plan.js";
import { emptyPositions, fillPositions } from "./positions.js";
import { band } from "./quantiles.js";
import { hasEffect, shocked } from "./shocks.js";

/** @typedef {import("./plan.js").Plan} Plan */
/** @typedef {import("./draws.js").Inputs} Inputs */
/** @typedef {import("./outcomes.js").Question} Question */
/** @typedef {import("./shocks.js").Shock} Shock */
/** @typedef {import("./shocks.js").Situation} Situation */
/** @typedef {import("./quantiles.js").Band} Band */
/** @typedef {Record<string, Float64Array>} Values */

/**
 * An option under some reverses, or none.
 * @typedef {object} Stressed
 * @property {string[]} reverses keys of what strikes
 * @property {Record<string, Band>} outcomes
 * @property {number} certainty chance that the saving is there in time
 */

const REPORTED = [
  "net_saving_eur", "gap_eur", "transition_cost_eur", "capacity_low", "absence_end",
  "vulnerability_end",
];
const DUE = "net_saving_due_eur";
const NET = ["net_saving_eur", DUE];

/**
 * Lay every reverse, and every pair of them, on an option; one at each step, so that a page can go
 * on listening.
 * @param {Plan} plan at the size at which it was chosen
 * @param {{inputs: Inputs, question: Question, shocks: Shock[], draws: number, exact: number}} world
 * @returns {Generator<Stressed>} first as planned, then under each reverse, then under each pair
 */
export function* stress(plan, { inputs, question, shocks, draws, exact }) {
  /** @type {Situation} */
  const planned = { plan, inputs, question, repair: 0, left: [] };
  /** @type {Map<string, Values>} */
  const runs = new Map();
  for (const struck of [[], ...shocks.map((one) => [one]), ...pairsOf(shocks)]) {
    const situation = struck.reduce(shocked, planned);
    const moving = keysOf(struck.filter(hasEffect)).join();
    if (!runs.has(moving)) runs.set(moving, runOf(situation, draws));
    const [before, now] = [runs.get(""), runs.get(moving)].map((run) => /** @type {Values} */ (run));
    yield summarised(keysOf(struck), after(before, now, situation.repair), situation.question.target, exact);
  }
}

/** @param {Shock[]} struck */
const keysOf = (struck) => struck.map(({ key }) => key);

/** @param {Shock[]} shocks @returns {Shock[][]} */
function pairsOf(shocks) {
  return shocks.flatMap((one, at) => shocks.slice(at + 1).map((other) => [one, other]));
}

/** @param {Situation} situation @param {number} size @returns {Values} what is reported of it */
function runOf({ plan, inputs, question, left }, size) {
  const { values } = simulate(plan, blockDraws(inputs, size), question);
  for (const one of left) {
    const standing = standingOf(one, plan, size);
    for (const key of NET) values[key] = values[key].map((value, i) => value - standing[i]);
    values.gap_eur = values.gap_eur.map((value, i) => value + standing[i]);
  }
  return values;
}

/** What stays behind of managers and staff departments and is paid by the others, EUR per year.
 * @param {{inputs: Inputs, stays: number}} left @param {Plan} plan any: what is there today counts
 * @param {number} size */
function standingOf({ inputs, stays }, { way, mix, factor }, size) {
  const draws = blockDraws(inputs, size);
  const share = sizedMix(mix, factor);
  const now = emptyPositions();
  return new Float64Array(size).map((_zero, i) => {
    fillPositions(now, way, share, draws, i);
    return stays * (now.managers.today * now.managers.cost + now.support.today * now.support.cost);
  });
}

/** A reverse comes after the change: what that cost has been spent, and its dip was there.
 * @param {Values} before @param {Values} now @param {number} repair @returns {Values} */
function after(before, now, repair) {
  const [cost, low] = [before.transition_cost_eur, before.capacity_low];
  return {
    ...now,
    transition_cost_eur: now.transition_cost_eur.map((value, i) => Math.max(cost[i], value) + repair),
    capacity_low: now.capacity_low.map((value, i) => Math.min(low[i], value)),
  };
}

/** @param {string[]} reverses @param {Values} values @param {number} target @param {number} exact
 * @returns {Stressed} */
function summarised(reverses, values, target, exact) {
  const outcomes = Object.fromEntries(REPORTED.map((key) => [key, band(values[key])]));
  const { p10, p50, p90 } = band(values[DUE]);
  outcomes.gap_eur = { p10: target - p90, p50: target - p50, p90: target - p10 };
  const met = values.gap_eur.reduce((count, gap) => count + (gap < exact ? 1 : 0), 0);
  return { reverses, outcomes, certainty: met / values.gap_eur.length };
}
