// @ts-check
// Positions: how many there are, which go and come, and what they cost, in one draw.

import { amountOf } from "./plan.js";

/** @typedef {import("./plan.js").Design} Design */
/** @typedef {import("./draws.js").Draws} Draws */
/** @typedef {ReturnType<typeof import("./plan.js").sizedMix>} Shares */

/**
 * One group of positions, in FTE or EUR per FTE per year.
 * @typedef {object} Group
 * @property {number} today what is there
 * @property {number} way what the way of working removes
 * @property {number} mix what the saving mix removes beside it
 * @property {number} added what the way of working adds
 * @property {number} cost of one FTE
 */

/** @returns {Group} */
const group = () => ({ today: 0, way: 0, mix: 0, added: 0, cost: 0 });

/** What is there, goes and comes; filled in for one draw at a time. */
export function emptyPositions() {
  return {
    managers: group(), support: group(), primary: group(), hired: group(),
    tasksWay: 0, tasksMix: 0, fte: 0, removed: 0,
  };
}

/** @typedef {ReturnType<typeof emptyPositions>} Positions */

/**
 * Fill in the positions of draw `i`: a manager costs more than the average, the others so much less
 * that the payroll stays the same; a group stops at its bound.
 * @param {Positions} into @param {Design} way @param {Shares} share @param {Draws} draws
 * @param {number} i
 */
export function fillPositions(into, way, share, { of }, i) {
  const fte = of.fte[i];
  const cost = of.cost_per_fte[i];
  const managers = fte * of.manager_share[i];
  const support = fte * of.support_share[i];
  const primary = fte - managers - support;
  const managerCost = cost * of.manager_cost_ratio[i];
  const hiredCost = cost * of.hire_premium[i];
  const otherCost = (fte * cost - managers * managerCost) / (fte - managers);
  const budget = (fte * cost * of.hire_share[i]) / (1 - of.hire_share[i]);
  let change = amountOf(way.managers_after, managers) - managers;
  fill(into.managers, managers, change, managerCost, share.managers, 1);
  change = amountOf(way.support_after, support) - support;
  fill(into.support, support, change, otherCost, share.support, of.support_bound[i]);
  change = amountOf(way.primary_fte_change, primary);
  fill(into.primary, primary, change, otherCost, share.primary, of.primary_bound[i]);
  change = amountOf(way.hire_change, budget) / hiredCost;
  fill(into.hired, budget / hiredCost, change, hiredCost, share.hired, 1);
  into.tasksWay = way.tasks_dropped;
  into.tasksMix = Math.min(Math.max(of.tasks_bound[i] - way.tasks_dropped, 0), share.tasks);
  into.fte = into.managers.today + into.support.today + into.primary.today;
  into.removed = removed(into.managers) + removed(into.support) + removed(into.primary);
}

/** @param {Group} one what is planned to go of it */
export function removed(one) {
  return one.way + one.mix;
}

/**
 * @param {Group} into @param {number} today @param {number} change @param {number} cost
 * @param {number} share @param {number} bound
 */
function fill(into, today, change, cost, share, bound) {
  into.today = today;
  into.way = Math.min(Math.max(-change, 0), today);
  into.mix = Math.min(share * today, Math.max(bound * today - into.way, 0));
  into.added = Math.max(change, 0);
  into.cost = cost;
}
