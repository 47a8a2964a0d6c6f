// @ts-check
// How teams ripen, with coaches, and what starting costs in capacity (equation E4).

import { amountOf } from "./plan.js";

/** @typedef {import("./plan.js").Design} Design */
/** @typedef {import("./draws.js").Draws} Draws */

/** @param {Design} way @param {Draws} draws @param {number} i FTE that the teams in scope need */
function coachesNeeded(way, { of }, i) {
  const teams = Math.max(
    amountOf(way.team_count, of.team_count[i]),
    of.fte[i] / of.coached_team_size[i],
  );
  return (way.scope * teams) / of.teams_per_coach[i];
}

/** @param {Design} way @param {Draws} draws @param {number} i FTE of coaches */
export function coaches(way, draws, i) {
  return amountOf(way.coaches, coachesNeeded(way, draws, i));
}

/** @param {Design} way @param {Draws} draws @param {number} i the part of the need that is met */
export function coached(way, draws, i) {
  if (way.coaches.relative) return Math.min(way.coaches.value, 1);
  const needed = coachesNeeded(way, draws, i);
  if (needed > 0) return Math.min(way.coaches.value / needed, 1);
  return way.coaches.value > 0 ? 1 : 0;
}

/**
 * Maturity of a cohort, summed over ages: a logistic, 0 at the start and 0.9 when it is ripe.
 * @param {Design} way @param {Draws} draws @param {number} i
 * @param {number} met the part of the need for coaches that is met
 * @param {Float64Array} total takes the sum from age 0 to each age
 */
export function maturityByAge(way, { of }, i, met, total) {
  const delay = 1 + of.imposed_delay[i] * way.imposed + of.uncoached_delay[i] * (1 - met);
  const pace = 1 + of.readiness_pace[i] * (0.5 - of.readiness[i]);
  const ripe = 4 * of.transition_years[i] * delay * pace;
  const kept = Math.exp(-Math.log(100) / ripe);
  let odds = 10;
  let sum = 0;
  for (let age = 0; age < total.length; age++) {
    sum += 1.1 / (odds + 1) - 0.1;
    total[age] = sum;
    odds *= kept;
  }
}

/**
 * Capacity lost by a cohort, summed over ages: a triangle, deeper when conditions are weak.
 * @param {Design} way @param {Draws} draws @param {number} i
 * @param {number} kappa the conditions
 * @param {Float64Array} total takes the sum from age 0 to each age
 */
export function dipByAge(way, { of }, i, kappa, total) {
  const ratio = way.greenfield ? of.greenfield_dip_ratio[i] : 1;
  const depth = of.dip_depth[i] * (1 + of.dip_condition_slope[i] * (0.5 - kappa)) * ratio;
  const duration = of.dip_duration_months[i] / 3;
  const peak = duration * of.dip_peak_moment[i];
  const [up, down] = [depth / peak, depth / (duration - peak)];
  let sum = 0;
  for (let age = 0; age < total.length; age++) {
    sum += Math.max(Math.min(age * up, (duration - age) * down), 0);
    total[age] = sum;
  }
}
