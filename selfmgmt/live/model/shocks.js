// @ts-check
// What a reverse does to a situation: the way of working, the organisation, the target; as
// `selfmgmt.analysis.stress` and `selfmgmt.analysis.partners`.

import { curve } from "./rollout.js";

/** @typedef {import("./plan.js").Plan} Plan */
/** @typedef {import("./plan.js").Design} Design */
/** @typedef {import("./draws.js").Inputs} Inputs */
/** @typedef {import("./outcomes.js").Question} Question */
/** @typedef {[number, number, number]} Ends low, central and high */

/**
 * One reverse; see `Shock` in `selfmgmt.evidence.stress`.
 * @typedef {object} Shock
 * @property {string} key
 * @property {Record<string, Ends>} inputs key of a quantity to its range when this happens
 * @property {Record<string, Ends>} effects key of a people effect to its range when this happens
 * @property {Partial<Design>} design levers that end up elsewhere
 * @property {number} stops_after quarter after which nothing more changes; 0 when it goes on
 * @property {number} target_times by how much the cut grows
 * @property {number} repair EUR once
 * @property {{share: number, overhead_follows: number} | null} leaving the partner that steps out
 */

/**
 * Everything that a run starts from, and what it costs on top.
 * @typedef {object} Situation
 * @property {Plan} plan @property {Inputs} inputs @property {Question} question
 * @property {number} repair EUR once
 * @property {{inputs: Inputs, stays: number}[]} left by partners that left: the organisation that
 *   each left, and the share of managers and staff departments that stays behind
 */

/** @param {Shock} shock whether an option runs otherwise under it, rather than only costing more */
export function hasEffect({ inputs, effects, design, stops_after, target_times, leaving }) {
  const changes = [inputs, effects, design].some((record) => Object.keys(record).length > 0);
  return changes || stops_after > 0 || target_times !== 1 || leaving !== null;
}

/** @param {Situation} situation @param {Shock} shock @returns {Situation} what is left of it */
export function shocked(situation, shock) {
  const { plan, inputs, question } = situation;
  if (shock.leaving) return withoutPartner(situation, shock.leaving);
  const way = { ...plan.way, ...shock.design };
  return {
    ...situation,
    plan: { ...plan, way: shock.stops_after ? stopped(way, shock.stops_after, inputs.ranges) : way },
    inputs: {
      ...inputs,
      ranges: { ...inputs.ranges, ...shock.inputs },
      effects: { ...inputs.effects, ...towards(inputs.effects, shock.effects) },
    },
    question: { ...question, target: question.target * shock.target_times },
    repair: situation.repair + shock.repair,
  };
}

/** @param {Record<string, Ends>} now from bad to good @param {Record<string, Ends>} then from low */
function towards(now, then) {
  const turned = Object.entries(then).map(([key, [low, central, high]]) =>
    [key, now[key][0] > now[key][2] ? [high, central, low] : [low, central, high]]);
  return Object.fromEntries(turned);
}

/**
 * The way of working when nothing more changes after `quarter`; until then it is the same.
 * @param {Design} way @param {number} quarter @param {Record<string, Ends>} ranges
 * @returns {Design}
 */
export function stopped(way, quarter, ranges) {
  const { start_share, start_quarters, rollout_quarters } = way;
  const share = curve(start_share, start_quarters, rollout_quarters, quarter).share[quarter];
  if (share === 1) return way;
  return {
    ...way,
    ...reached(way, share, ranges),
    scope: way.scope * share,
    start_share: share ? Math.min(start_share / share, 1) : 1,
    rollout_quarters: Math.max(quarter - start_quarters, 0),
  };
}

/** @param {Design} way @param {number} share @param {Record<string, Ends>} ranges */
function reached(way, share, ranges) {
  const fte = ranges.fte[1];
  const begin = {
    managers_after: fte * ranges.manager_share[1],
    support_after: fte * ranges.support_share[1],
    team_count: ranges.team_count[1],
  };
  const found = Object.entries(begin).map(([lever, whole]) => {
    const { value, relative } = way[/** @type {keyof typeof begin} */ (lever)];
    const from = relative ? 1 : whole;
    return [lever, { value: from + (value - from) * share, relative }];
  });
  const { primary_fte_change: primary, coaches } = way;
  found.push(["primary_fte_change", { ...primary, value: primary.value * share }]);
  if (!coaches.relative) found.push(["coaches", { ...coaches, value: coaches.value * share }]);
  return Object.fromEntries(found);
}

/** @param {Situation} before @param {{share: number, overhead_follows: number}} leaving */
function withoutPartner(before, { share, overhead_follows }) {
  const work = 1 - share;
  const overhead = 1 - share * overhead_follows;
  const stays = share * (1 - overhead_follows);
  return {
    ...before,
    plan: { ...before.plan, way: inStep(before.plan.way, work, overhead) },
    inputs: remaining(before.inputs, work, overhead),
    question: { ...before.question, target: before.question.target * work },
    left: [...before.left, { inputs: before.inputs, stays }],
  };
}

/** Amounts in FTE, euros and teams in step; shares stay shares.
 * @param {Design} way @param {number} work @param {number} overhead @returns {Design} */
function inStep(way, work, overhead) {
  const left = {
    managers_after: overhead, support_after: overhead, primary_fte_change: work,
    hire_change: work, team_count: work, coaches: work,
  };
  const found = Object.entries(left).map(([lever, part]) => {
    const amount = way[/** @type {keyof typeof left} */ (lever)];
    return [lever, amount.relative ? amount : { ...amount, value: amount.value * part }];
  });
  return { ...way, ...Object.fromEntries(found) };
}

/** The organisation that is left.
 * @param {Inputs} before @param {number} work @param {number} overhead @returns {Inputs} */
function remaining(before, work, overhead) {
  const { ranges, payroll_eur } = before;
  const above = ranges.manager_share[1] + ranges.support_share[1];
  const left = above * overhead + (1 - above) * work;
  const times = (/** @type {string} */ key, /** @type {number} */ factor) =>
    /** @type {Ends} */ (ranges[key].map((end) => end * factor));
  const hired = work / left;
  return {
    ...before,
    ranges: {
      ...ranges,
      fte: times("fte", left),
      manager_share: times("manager_share", overhead / left),
      support_share: times("support_share", overhead / left),
      team_count: times("team_count", work),
      hire_share: /** @type {Ends} */ (
        ranges.hire_share.map((end) => (end * hired) / (1 - end + end * hired))
      ),
    },
    payroll_eur: payroll_eur === null ? null : payroll_eur * left,
    inhabitants: before.inhabitants * work,
  };
}
