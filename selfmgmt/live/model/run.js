// @ts-check
// One plan followed through time: the equations of the model joined, one draw at a time.

import { startCut, stepCut } from "./cut.js";
import { startMoney, stepMoney } from "./money.js";

import { sizedMix } from "./plan.js";
import { emptyPositions, fillPositions } from "./positions.js";
import { wayInTime } from "./progress.js";
import { startRemovals, stepRemovals } from "./removals.js";
import { curve, faded, recent, steps } from "./rollout.js";
import { startWork, stepWork } from "./work.js";

/** @typedef {import("./plan.js").Plan} Plan */
/** @typedef {import("./draws.js").Draws} Draws */
/** @typedef {import("./progress.js").Progress} Progress */

/** All numbers of one draw in one quarter; each module fills in its own. */
function emptyState() {
  return {
    // removals
    realisation: 0, leaveRate: 0, returns: 0, kept: 1, stillGone: 1, awayWay: 0, awayMix: 0,
    wayManagers: 0, mixManagers: 0, managers: 0, inTeams: 0, support: 0, primary: 0, hired: 0,
    tasks: 0, posts: 0, employed: 0,
    // cut
    managersShare: 0, relief: 0, wayPart: 0, cutCondition: 0, plannedManagers: 0,
    plannedOthers: 0, uneased: 0, left: 1, recent: 0, attitudeDose: 0, workDose: 0,
    leaderless: 0, leaderlessNow: 0,
    // work
    absenceMore: 0, cutOutput: 0, workToday: 0, workAdded: 0, absorbedSaved: 0, running: 0,
    ripe: 0, absence: 0, hiredBack: 0, capacity: 0,
    // people
    cutSatisfaction: 0, cutTurnover: 0, cutSupport: 0, cutManagers: 0, satisfaction: 0,
    turnover: 0, steerability: 0,
    // money
    grossWay: 0, grossMix: 0, runningInPlace: 0, coaching: 0, coachingSpared: 0, gross: 0,
    realised: 0, leaked: 0, runningCost: 0, net: 0, transitionCost: 0, cumulative: 0,
    displaced: 0,
  };
}

/**
 * What a plan needs in every draw.
 * @param {Plan} plan @param {Draws} draws @param {number} quarters the last one
 * @param {Progress} progress of its way of working
 */
export function newRun(plan, draws, quarters, progress) {
  const share = sizedMix(plan.mix, plan.factor);
  const mix = curve(0, 0, plan.mix.rollout_quarters, quarters);
  const { cut, fade } = draws.windows;
  const path = () => new Float64Array(quarters + 1);
  return {
    plan, draws, progress, share, i: 0, rows: quarters + 1,
    wayShare: progress.spread.share, mixShare: mix.share, waySteps: steps(progress.spread),
    wayRecent: recent(progress.spread, cut), mixRecent: recent(mix, cut),
    wayFaded: faded(progress.spread, cut, fade), mixFaded: faded(mix, cut, fade),
    byLeave: plan.way.how === "natural_leave",
    dropsTasks: plan.way.tasks_dropped > 0 || share.tasks > 0,
    positions: emptyPositions(),
    state: emptyState(),
    before: { managers: 0, support: 0, primary: 0, kept: 1 },
    leaving: { managers: path(), support: path(), primary: path() },
  };
}

/** @typedef {ReturnType<typeof newRun>} Run */

/** @param {Run} run @param {number} i the draw; work out what does not change over time */
export function startDraw(run, i) {
  run.i = i;
  fillPositions(run.positions, run.plan.way, run.share, run.draws, i);
  startRemovals(run);
  startCut(run);
  startWork(run);
  startMoney(run);
}

/** @param {Run} run @param {number} t everything that the net saving of a quarter needs */
export function stepNet(run, t) {
  stepRemovals(run, t);
  stepCut(run, t);
  stepWork(run, t);
  stepMoney(run, t);
}

/** @type {WeakMap<Draws, Map<string, Progress>>} */
const kept = new WeakMap();
const KEPT = 8; // ways of working that are kept for the next size of a mix

/**
 * The way of working in time, kept for the next size of a mix.
 * @param {import("./plan.js").Design} way @param {Draws} draws @param {number} quarters
 * @returns {Progress}
 */
export function progressOf(way, draws, quarters) {
  const found = kept.get(draws) ?? new Map();
  kept.set(draws, found);
  const key = JSON.stringify([way, quarters]);
  const progress = found.get(key) ?? wayInTime(way, draws, quarters);
  found.delete(key); // the latest comes last
  found.set(key, progress);
  if (found.size > KEPT) found.delete(found.keys().next().value);
  return progress;
}
