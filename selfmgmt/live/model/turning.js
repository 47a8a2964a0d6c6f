// @ts-check
// Turning points: where one lever of an option makes or breaks the target.

import { netWhenDue } from "./outcomes.js";

/** @typedef {import("./plan.js").Plan} Plan */

/**
 * What moving one lever does to the chance that the saving is there in time.
 * @typedef {object} LeverCurve
 * @property {string} lever
 * @property {any[]} positions values of the lever that were tried, as a way of working has them
 * @property {number[]} certainty the chance at each
 * @property {any[]} turns values at which the chance passes the certainty that was asked for
 */

/**
 * Move every numeric lever from end to end, the others as they are; one lever at each step.
 * @param {Plan} plan @param {import("./draws.js").Draws} draws
 * @param {import("./outcomes.js").Question} question
 * @param {{levers: Record<string, number[]>, certainty: number, exact: number}} what the numbers to
 *   try of each lever; the chance that is asked for, 0 to 1; EUR that may be left of a gap
 * @returns {Generator<LeverCurve>}
 */
export function* leverCurves(plan, draws, question, { levers, certainty, exact }) {
  for (const [lever, numbers] of Object.entries(levers)) {
    const own = valueOf(plan.way, lever);
    const chances = numbers.map((number) => {
      const net = netWhenDue({ ...plan, way: { ...plan.way, [lever]: own(number) } }, draws, question);
      return net.reduce((count, one) => count + (question.target - one < exact ? 1 : 0), 0) / net.length;
    });
    const turns = crossings(numbers, chances.map((chance) => chance - certainty));
    yield { lever, positions: numbers.map(own), certainty: chances, turns: turns.map(own) };
  }
}

/** @param {any} way @param {string} lever what a way of working has for a number: a share, or itself */
function valueOf(way, lever) {
  const isAmount = typeof way[lever] === "object";
  return (/** @type {number} */ number) => (isAmount ? { value: number, relative: true } : number);
}

/**
 * Where a line through points passes zero; touching it does not count.
 * @param {number[]} positions rising @param {number[]} heights
 */
export function crossings(positions, heights) {
  return positions.slice(1).flatMap((next, at) => {
    const [before, now] = [heights[at], heights[at + 1]];
    const part = before / (before - now);
    return before >= 0 === now >= 0 ? [] : [positions[at] + part * (next - positions[at])];
  });
}
