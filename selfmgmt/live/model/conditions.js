// @ts-check
// Conditions, and the dose of self-organisation (equations E2 and E3).

/** @typedef {import("./plan.js").Design} Design */
/** @typedef {import("./draws.js").Draws} Draws */

export const CONDITIONS = ["work_redesign", "interdependence", "frames", "readiness"];

/** @param {number[]} values @param {number} weight of the weakest; the rest goes to their mean */
export function weakestWeighsMost(values, weight) {
  let weakest = values[0];
  let sum = 0;
  for (const value of values) {
    if (value < weakest) weakest = value;
    sum += value;
  }
  return weight * weakest + (1 - weight) * (sum / values.length);
}

/** @param {Design} way @param {Draws} draws @param {number} i how far each of CONDITIONS is met;
 *   work that teams own as a whole today stays so */
function met(way, { of }, i) {
  const redesigned = Math.max(of.work_redesign_today[i], way.work_redesign);
  return [redesigned, way.interdependence, way.frames, of.readiness[i]];
}

/** @param {Design} way @param {Draws} draws @param {number} i how good the conditions are, 0 to 1 */
export function conditions(way, draws, i) {
  return weakestWeighsMost(met(way, draws, i), draws.of.weakest_condition_weight[i]);
}

/** @param {Design} way @param {Draws} draws @param {number} i index in CONDITIONS of the weakest */
export function weakestCondition(way, draws, i) {
  const values = met(way, draws, i);
  return values.indexOf(Math.min(...values));
}

/**
 * The dose: how far the mandate of teams goes from today's to that of the cases, 0 to 1.
 * @param {Design} way @param {Draws} draws @param {number} i
 */
export function strength(way, { of }, i) {
  const levels = Object.values(way.autonomy);
  const wider = of.dose_level_full[i] - of.dose_level_today[i];
  if (wider <= 0) return 0;
  const level = levels.reduce((sum, one) => sum + one, 0) / levels.length;
  return Math.min(Math.max((level - of.dose_level_today[i]) / wider, 0), 1);
}

/**
 * The condition of what a cut does: one half where it is imposed as in the evidence, or more.
 * @param {number} imposed @param {number} inEvidence
 */
export function cutCondition(imposed, inEvidence) {
  return (1 + Math.max(inEvidence - imposed, 0) / inEvidence) / 2;
}
