// @ts-check
// Work: capacity for residents, demand, and what is hired back (equations E6 and E7).

import { cutEffect } from "./cut.js";

/** @typedef {import("./run.js").Run} Run */

/** @param {Run} run before the quarters of a draw */
export function startWork(run) {
  const { plan, positions, state, progress, draws, i } = run;
  const { of } = draws;
  const { scope } = plan.way;
  const beta = of.hired_primary_share[i];
  state.absenceMore = of.absence[i] * (cutEffect(run, "deep_cut_absence_ratio") - 1);
  state.cutOutput = cutEffect(run, "cut_productivity_effect");
  state.workToday = positions.primary.today + beta * positions.hired.today;
  state.workAdded = positions.primary.added + beta * positions.hired.added;
  const widest = Math.max(scope, state.managersShare);
  const eased = of.mutual_adjustment[i] * progress.strength[i] * scope;
  state.absorbedSaved = scope ? (eased * positions.managers.way) / widest : 0;
}

/** @param {Run} run @param {number} t the quarter */
export function stepWork(run, t) {
  const { state, draws, i } = run;
  const { of } = draws;
  const u = run.wayShare[t];
  state.running = u * state.kept;
  state.ripe = run.progress.ripeness[i * run.rows + t] * state.kept;
  const today = of.absence[i];
  const absence = today + state.workDose * state.absenceMore + lasting(run, "absence_effect");
  state.absence = Math.min(Math.max(absence, 0), 1);
  const absorbed =
    (state.awayWay + state.awayMix - state.ripe * state.stillGone * state.absorbedSaved) *
      of.coordination_absorbed[i] +
    state.support * of.support_absorbed[i];
  const hands =
    state.workToday + state.inTeams - state.primary -
    state.hired * of.hired_primary_share[i] - absorbed + u * state.workAdded;
  const own = Math.max(hands * output(run, t), 0);
  const demand = state.workToday * (1 - state.tasks);
  state.hiredBack = Math.max(demand - own, 0) * of.savings_leakage_to_hire[i];
  const done = own + state.hiredBack;
  state.capacity =
    100 *
    (run.dropsTasks
      ? Math.min(done / demand, Math.max(own / state.workToday, 1))
      : done / state.workToday);
}

/** @param {Run} run @param {number} t what someone gets done, with absence; today's is 1 */
function output(run, t) {
  const { state, progress, draws, i } = run;
  const { good, bad } = progress.effects.productivity_effect;
  const atOnce = draws.of.good_effect_at_once[i];
  const change =
    state.workDose * state.cutOutput +
    state.running * (atOnce * good[i]) +
    state.ripe * ((1 - atOnce) * good[i] + bad[i]);
  const dip = progress.dip[i * run.rows + t];
  return ((1 + change) * (1 - dip) * (1 - state.absence)) / (1 - draws.of.absence[i]);
}

/** @param {Run} run @param {string} key an effect of which the bad part is there with who started */
export function lasting({ state, progress, draws, i }, key) {
  const { good, bad } = progress.effects[key];
  const atOnce = draws.of.good_effect_at_once[i];
  return (
    state.running * (atOnce * good[i] + bad[i]) + state.ripe * ((1 - atOnce) * good[i])
  );
}
