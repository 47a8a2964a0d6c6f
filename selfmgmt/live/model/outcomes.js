// @ts-check
// Outcomes of one plan in every draw, and the paths that lead to them.

import { columns } from "./draws.js";
import { weakestCondition, CONDITIONS } from "./conditions.js";
import { stepOneOff } from "./money.js";
import { startPeople, stepPeople } from "./people.js";
import { newRun, progressOf, startDraw, stepNet } from "./run.js";
import { vulnerability } from "./vulnerability.js";

/** @typedef {import("./plan.js").Plan} Plan */
/** @typedef {import("./draws.js").Draws} Draws */
/** @typedef {import("./run.js").Run} Run */
/** @typedef {{target: number, due: number, horizon: number}} Question target in EUR per year */

export const OUTCOMES = [
  "net_saving_eur", "gross_saving_eur", "realised_saving_eur", "leaked_eur", "running_cost_eur",
  "transition_cost_eur", "payback_quarter", "gap_eur", "capacity_low", "capacity_end",
  "absence_end", "turnover_end", "satisfaction_end", "steerability_end", "vulnerability_end",
  "net_saving_due_eur", "gap_closed", "net_term_eur", "one_off_peak_eur", "satisfaction_mean",
  "satisfaction_worst", "absence_mean", "absence_worst", "turnover_mean", "turnover_worst",
  "absence_person_years", "steerability_low", "falls_back", "posts_removed_fte",
  "hired_removed_fte", "tasks_dropped", "displaced_fte", "deep_share",
];
const PATHS = [
  "gross_saving_eur", "realised_saving_eur", "net_saving_eur", "cumulative_cash_eur", "capacity",
  "maturity", "absence", "fte", "satisfaction", "turnover", "steerability",
];
const CENT = 0.01; // EUR

/**
 * Everything that comes of a plan.
 * @typedef {object} Simulated
 * @property {Record<string, Float64Array>} values outcome to one figure for each draw
 * @property {Record<string, Float64Array>} paths quarter `t` of draw `i` at `t * size + i`; none
 *   when they were not asked for
 * @property {number[]} weakest how often each of CONDITIONS is the weakest
 */

/**
 * @param {Plan} plan @param {Draws} draws @param {Question} question
 * @param {boolean} [withPaths] whether to keep the paths too
 * @returns {Simulated}
 */
export function simulate(plan, draws, question, withPaths = false) {
  const { size } = draws;
  const run = newRun(plan, draws, question.horizon, progressOf(plan.way, draws, question.horizon));
  const values = columns(OUTCOMES, size);
  const paths = columns(withPaths ? PATHS : [], size * run.rows);
  const weakest = CONDITIONS.map(() => 0);
  for (let i = 0; i < size; i++) {
    startDraw(run, i);
    startPeople(run);
    weakest[weakestCondition(plan.way, draws, i)]++;
    const term = newTerm();
    for (let t = 0; t < run.rows; t++) {
      stepNet(run, t);
      stepPeople(run, t);
      stepOneOff(run, t);
      if (withPaths) keepPaths(run, paths, t * size + i);
      lookAt(run, term, t, question.due);
    }
    fillOutcomes(values, run, term, question);
  }
  return { values, paths, weakest };
}

/**
 * The net saving when it is due, in every draw; quicker than all outcomes.
 * @param {Plan} plan @param {Draws} draws @param {Question} question
 */
export function netWhenDue(plan, draws, { due, horizon }) {
  const run = newRun(plan, draws, horizon, progressOf(plan.way, draws, horizon));
  const net = new Float64Array(draws.size);
  for (let i = 0; i < draws.size; i++) {
    startDraw(run, i);
    stepNet(run, due);
    net[i] = run.state.net;
  }
  return net;
}

/** What is kept of all quarters of one draw. */
const newTerm = () => ({
  netDue: 0,
  lowestCash: Infinity,
  lastBelow: -1,
  capacityLow: Infinity,
  steerabilityLow: Infinity,
  satisfaction: 0,
  satisfactionWorst: Infinity,
  absence: 0,
  absenceWorst: -Infinity,
  turnover: 0,
  turnoverWorst: -Infinity,
  absenceYears: 0,
});

/** @typedef {ReturnType<typeof newTerm>} Term */

/** @param {Run} run @param {Term} term @param {number} t @param {number} due */
function lookAt({ state, draws, i }, term, t, due) {
  if (t === due) term.netDue = state.net;
  term.lowestCash = Math.min(term.lowestCash, state.cumulative);
  if (state.cumulative <= -CENT) term.lastBelow = t;
  if (!t) return; // the term is quarters 1 to the last
  term.capacityLow = Math.min(term.capacityLow, state.capacity);
  term.steerabilityLow = Math.min(term.steerabilityLow, state.steerability);
  term.satisfaction += state.satisfaction;
  term.satisfactionWorst = Math.min(term.satisfactionWorst, state.satisfaction);
  term.absence += state.absence;
  term.absenceWorst = Math.max(term.absenceWorst, state.absence);
  term.turnover += state.turnover;
  term.turnoverWorst = Math.max(term.turnoverWorst, state.turnover);
  term.absenceYears += (state.absence - draws.of.absence[i]) * state.employed;
}

/** @param {Run} run @param {Record<string, Float64Array>} paths @param {number} cell */
function keepPaths({ state, plan }, paths, cell) {
  paths.gross_saving_eur[cell] = state.gross;
  paths.realised_saving_eur[cell] = state.realised;
  paths.net_saving_eur[cell] = state.net;
  paths.cumulative_cash_eur[cell] = state.cumulative;
  paths.capacity[cell] = state.capacity;
  paths.maturity[cell] = state.ripe * plan.way.scope;
  paths.absence[cell] = state.absence;
  paths.fte[cell] = state.employed;
  paths.satisfaction[cell] = state.satisfaction;
  paths.turnover[cell] = state.turnover;
  paths.steerability[cell] = state.steerability;
}

/**
 * @param {Record<string, Float64Array>} values @param {Run} run after its last quarter
 * @param {Term} term @param {Question} question
 */
function fillOutcomes(values, run, term, { target }) {
  const { state, positions, progress, i } = run;
  const quarters = run.rows - 1;
  const back = term.lastBelow + 1;
  values.net_saving_eur[i] = state.net;
  values.gross_saving_eur[i] = state.gross;
  values.realised_saving_eur[i] = state.realised;
  values.leaked_eur[i] = state.leaked;
  values.running_cost_eur[i] = state.runningCost;
  values.transition_cost_eur[i] = state.transitionCost;
  values.payback_quarter[i] = back > quarters ? Infinity : back;
  values.gap_eur[i] = target - term.netDue;
  values.capacity_low[i] = term.capacityLow;
  values.capacity_end[i] = state.capacity;
  values.absence_end[i] = state.absence;
  values.turnover_end[i] = state.turnover;
  values.satisfaction_end[i] = state.satisfaction;
  values.steerability_end[i] = state.steerability;
  values.vulnerability_end[i] = vulnerability(run, quarters);
  values.net_saving_due_eur[i] = term.netDue;
  values.gap_closed[i] = target > 0 ? Math.min(term.netDue / target, 1) : 0;
  values.net_term_eur[i] = state.cumulative;
  values.one_off_peak_eur[i] = Math.max(-term.lowestCash, 0);
  values.satisfaction_mean[i] = term.satisfaction / quarters;
  values.satisfaction_worst[i] = term.satisfactionWorst;
  values.absence_mean[i] = term.absence / quarters;
  values.absence_worst[i] = term.absenceWorst;
  values.turnover_mean[i] = term.turnover / quarters;
  values.turnover_worst[i] = term.turnoverWorst;
  values.absence_person_years[i] = term.absenceYears / 4;
  values.steerability_low[i] = term.steerabilityLow;
  values.falls_back[i] = progress.falls[i] < run.rows ? 1 : 0;
  values.posts_removed_fte[i] = state.posts;
  values.hired_removed_fte[i] = state.hired;
  values.tasks_dropped[i] = state.tasks;
  values.displaced_fte[i] = state.displaced;
  values.deep_share[i] = positions.removed / positions.fte;
}
