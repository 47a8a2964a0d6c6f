// @ts-check
// What people tell: satisfaction, staff leaving, and how steerable it is (equations E8 and E10).

import { cutEffect } from "./cut.js";
import { lasting } from "./work.js";

/** @typedef {import("./run.js").Run} Run */

/** @param {Run} run before the quarters of a draw */
export function startPeople(run) {
  const { state, positions } = run;
  const support = positions.support.today;
  const ofSupport = cutEffect(run, "cut_steerability_support_effect");
  state.cutSatisfaction = cutEffect(run, "cut_satisfaction_effect");
  state.cutTurnover = cutEffect(run, "cut_turnover_effect");
  state.cutSupport = support > 0 ? ofSupport / support : 0;
  state.cutManagers = cutEffect(run, "cut_steerability_managers_effect");
}

/** @param {Run} run @param {number} t the quarter */
export function stepPeople(run, t) {
  const { state, draws, i } = run;
  const { of } = draws;
  const told = t > 0 ? state.attitudeDose * state.left * state.cutSatisfaction : 0;
  state.satisfaction = between0and1(
    of.satisfaction_base[i] + told + lasting(run, "satisfaction_effect"),
  );
  const leaving =
    state.attitudeDose * state.cutTurnover + state.leaderless * of.manager_loss_turnover[i];
  state.turnover = between0and1(of.turnover[i] + leaving * state.recent + atFirst(run, t));
  const steerability =
    of.steerability_base[i] + state.support * state.cutSupport +
    state.leaderlessNow * state.cutManagers + steering(run);
  state.steerability = Math.max(steerability, 0);
}

/** @param {number} value */
const between0and1 = (value) => Math.min(Math.max(value, 0), 1);

/** @param {Run} run @param {number} t of turnover the bad part is there in the first quarters only */
function atFirst({ state, progress, draws, i }, t) {
  const { good, bad } = progress.effects.turnover_effect;
  const atOnce = draws.of.good_effect_at_once[i];
  return (
    state.running * (atOnce * good[i]) + state.ripe * ((1 - atOnce) * good[i]) +
    progress.lately[t] * state.kept * bad[i]
  );
}

/** @param {Run} run of steering the good part is there with those who are mature only */
function steering({ state, progress, i }) {
  const { good, bad } = progress.effects.steerability_effect;
  return state.running * bad[i] + state.ripe * good[i];
}
