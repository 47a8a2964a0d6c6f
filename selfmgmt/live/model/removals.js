// @ts-check
// What really goes, and when (equation E5, and natural leave of E13).

/** @typedef {import("./run.js").Run} Run */
/** @typedef {import("./positions.js").Group} Group */

/** @param {Run} run before the quarters of a draw */
export function startRemovals(run) {
  const { draws, i, positions, state } = run;
  const { of } = draws;
  state.realisation = run.progress.realisation[i];
  state.leaveRate = (of.leave_usable_share[i] * of.turnover[i]) / 4;
  state.returns = of.managers_return_share[i];
  if (!run.byLeave) return;
  leave(run, positions.managers, run.leaving.managers);
  leave(run, positions.support, run.leaving.support);
  leave(run, positions.primary, run.leaving.primary);
}

/**
 * The part of what should be gone that leave makes room for; leave not used is not saved up.
 * @param {Run} run @param {Group} group @param {Float64Array} part takes it, for every quarter
 */
function leave({ state, wayShare, mixShare }, group, part) {
  let gone = 0;
  for (let t = 0; t < part.length; t++) {
    const due = (wayShare[t] * group.way + mixShare[t] * group.mix) * state.realisation;
    if (t) gone = Math.min(due, gone + state.leaveRate * (group.today - gone));
    part[t] = due > 0 ? gone / due : 1;
  }
}

/** @param {Run} run @param {number} t the quarter */
export function stepRemovals(run, t) {
  const { positions, state, leaving, byLeave } = run;
  const { managers, support, primary, hired } = positions;
  const u = run.wayShare[t];
  const v = run.mixShare[t];
  const real = state.realisation;
  state.kept = run.progress.kept[run.i * run.rows + t];
  state.stillGone = 1 - (1 - state.kept) * state.returns;
  state.awayWay = u * managers.way * state.stillGone;
  state.awayMix = v * managers.mix;
  const ofManagers = byLeave ? real * leaving.managers[t] : real;
  state.wayManagers = state.awayWay * ofManagers;
  state.mixManagers = state.awayMix * ofManagers;
  state.managers = state.wayManagers + state.mixManagers;
  state.inTeams = state.awayWay + state.awayMix - state.managers;
  state.support = (u * support.way + v * support.mix) * (byLeave ? real * leaving.support[t] : real);
  state.primary = (u * primary.way + v * primary.mix) * (byLeave ? real * leaving.primary[t] : real);
  state.hired = (u * hired.way + v * hired.mix) * real;
  state.tasks = (u * positions.tasksWay + v * positions.tasksMix) * real;
  state.posts = state.managers + state.support + state.primary;
  const added = managers.added + support.added + primary.added;
  state.employed = positions.fte - state.posts + u * added;
}

/** @param {Run} run @param {Group} group planned FTE that can go by the end of the term */
export function canGo(run, group) {
  const planned = group.way + group.mix;
  if (!run.byLeave) return planned;
  const stay = (1 - run.state.leaveRate) ** (run.rows - 1);
  return Math.min(planned, group.today * (1 - stay));
}
