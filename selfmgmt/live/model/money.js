// @ts-check
// Money: gross, realised and leaked savings, running and one-off cost (equation E13).

import { coaches } from "./maturity.js";

/** @typedef {import("./run.js").Run} Run */
/** @typedef {import("./positions.js").Group} Group */

/** @param {Run} run before the quarters of a draw */
export function startMoney(run) {
  const { plan, positions, state, draws, i } = run;
  const { of } = draws;
  const { managers, support, primary, hired } = positions;
  state.grossWay =
    managers.way * managers.cost + support.way * support.cost +
    primary.way * primary.cost + hired.way * hired.cost;
  state.grossMix =
    managers.mix * managers.cost + support.mix * support.cost +
    primary.mix * primary.cost + hired.mix * hired.cost;
  const added =
    managers.added * managers.cost + support.added * support.cost +
    primary.added * primary.cost + hired.added * hired.cost;
  const base = of.control_baseline[i];
  const tighter = Math.max(plan.way.control - base, 0) / (1 - base);
  const controllers = ((of.control_cost_fte[i] * of.fte[i]) / 100) * tighter;
  state.runningInPlace = controllers * of.cost_per_fte[i] + added;
  state.coaching = coaches(plan.way, draws, i) * of.coach_cost_ratio[i] * of.cost_per_fte[i];
  const spared = Math.max(1 - of.teams_per_coach[i] / of.teams_per_coach_mature[i], 0);
  state.coachingSpared = state.coaching * spared;
  state.cumulative = 0;
  state.transitionCost = 0;
  state.displaced = 0;
}

/** @param {Run} run @param {number} t the quarter */
export function stepMoney(run, t) {
  const { positions, state } = run;
  const { managers, support, hired } = positions;
  const u = run.wayShare[t];
  state.gross = u * state.grossWay + run.mixShare[t] * state.grossMix;
  state.realised =
    state.managers * managers.cost + (state.support + state.primary) * support.cost +
    state.hired * hired.cost;
  state.leaked = state.hiredBack * hired.cost;
  state.runningCost =
    u * state.runningInPlace + state.running * state.coaching -
    state.ripe * state.coachingSpared;
  state.net = state.realised - state.leaked - state.runningCost;
}

/**
 * One-off cost of a quarter: friction, training, and repair where teams fall back.
 * @param {Run} run every quarter from 0 on, in order @param {number} t the quarter
 */
export function stepOneOff(run, t) {
  const { plan, positions, state, draws, i, before } = run;
  const { of } = draws;
  let cost = 0;
  if (t) {
    const { managers, support, primary } = positions;
    const away = displaced(run, managers, state.managers, before.managers);
    const staff = displaced(run, support, state.support, before.support);
    const others = displaced(run, primary, state.primary, before.primary);
    cost += away * (of.displaced_manager_friction[i] * managers.cost);
    cost += (staff + others) * (of.displaced_staff_friction[i] * support.cost);
    state.displaced += away + staff + others;
    const { scope, training } = plan.way;
    cost += state.kept * training * scope * of.fte[i] * run.waySteps[t];
    const fallen = before.kept - state.kept;
    cost += fallen * of.repair_cost_if_fail[i] * (draws.inhabitants * scope);
  }
  state.transitionCost += cost;
  state.cumulative += state.net / 4 - cost;
  before.managers = state.managers;
  before.support = state.support;
  before.primary = state.primary;
  before.kept = state.kept;
}

/**
 * FTE that lose their post in a quarter: what goes, less the leave of those who were left.
 * @param {Run} run @param {Group} group @param {number} gone @param {number} was the quarter before
 */
function displaced({ byLeave, state }, group, gone, was) {
  return byLeave ? 0 : Math.max(gone - was - state.leaveRate * (group.today - was), 0);
}
