// @ts-check
// How a change spreads over time (equation E1): curves over quarters, the same in every draw.

/**
 * @typedef {object} Curve
 * @property {Float64Array} share in place in every quarter, from 0 at quarter 0
 * @property {[number, number, number][]} pieces first quarter, last quarter, what comes in each
 */

/**
 * The starting share until the head start is over, then straight to 1 over the roll-out.
 * @param {number} startShare @param {number} startQuarters @param {number} rolloutQuarters
 * @param {number} quarters the last one
 * @returns {Curve}
 */
export function curve(startShare, startQuarters, rolloutQuarters, quarters) {
  const begin = startQuarters ? startShare : 0;
  const takes = Math.max(rolloutQuarters, 1);
  const share = new Float64Array(quarters + 1);
  for (let t = 1; t <= quarters; t++)
    share[t] = begin + (1 - begin) * Math.min(Math.max((t - startQuarters) / takes, 0), 1);
  const last = startQuarters + takes;
  /** @type {[number, number, number]} */
  const rest = [startQuarters + 1, last, (1 - begin) / (last - startQuarters)];
  return { share, pieces: begin ? [[1, 1, begin], rest] : [rest] };
}

/** @param {Curve} spread @returns {Float64Array} what comes in each quarter */
export function steps({ share }) {
  return share.map((now, t) => (t ? now - share[t - 1] : now));
}

/** @param {Curve} spread @param {number} quarters the share that came in the last so many */
export function recent({ share }, quarters) {
  return share.map((now, t) => now - (t >= quarters ? share[t - quarters] : 0));
}

/**
 * The share that has faded: each cohort from `after` quarters on, straight in `during`.
 * @param {Curve} spread @param {number} after @param {number} during
 */
export function faded(spread, after, during) {
  const { share } = spread;
  if (!during) return share.map((_now, t) => (t >= after ? share[t - after] : 0));
  const come = steps(spread);
  const ramp = come.map((_step, age) => Math.min(Math.max((age - after) / during, 0), 1));
  return come.map((_step, t) => {
    let sum = 0;
    for (let begin = 0; begin <= t; begin++) sum += come[begin] * ramp[t - begin];
    return sum;
  });
}

/**
 * Add up cohorts: a share of the change starts in each quarter and then ages.
 * @param {Curve} spread
 * @param {Float64Array} total what one cohort has by age, summed from age 0 to that age
 * @param {Float64Array} into takes the sum for every quarter, from `at` on
 * @param {number} at
 */
export function overCohorts({ share, pieces }, total, into, at) {
  for (let t = 0; t < share.length; t++) into[at + t] = 0;
  for (const [first, last, each] of pieces)
    for (let t = first; t < share.length; t++) {
      const before = t - last - 1;
      into[at + t] += each * (total[t - first] - (before >= 0 ? total[before] : 0));
    }
}
