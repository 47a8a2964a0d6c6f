// @ts-check
// What computes the options of the board: each once, and only those that changed.

import {
  blockDraws, growthOf, leverCurves, optionResult, pathBands, stress, structureOf, toEven,
} from "../model/model.js";
import { PRICED } from "../../views/widgets/page/ranges.js";
import { describedFactor, designOf, mixOf, NONE, NOTHING, wayOf } from "./option.js";

/** @typedef {import("./option.js").Option} Option */
/** @typedef {import("./options.js").Question} Question */

const PATHS = ["capacity", "cumulative_cash_eur", "satisfaction", "absence", "steerability", "fte"];
const KEPT = 256; // results, so that going back costs nothing

/**
 * What Python hands over to compute with; see `selfmgmt/live/payload.py`.
 * @typedef {object} Start
 * @property {import("../model/draws.js").Inputs} inputs
 * @property {Record<string, any>} rules bounds, today, removals, exact, deepest, overshoot
 * @property {number} draws
 * @property {string[]} priced outcomes of which the price is told, beside those in the picture
 * @property {number} staff_cost EUR per year, of which a target can be a percentage
 * @property {[number, number, number]} teams today: low, central and high
 * @property {{draws: number, levers: Record<string, number[]>}} turning numbers to try of each lever
 * @property {import("../model/shocks.js").Shock[]} shocks
 */

/** @param {Start} start @param {import("./option.js").Known} known */
export function engineOf(start, known) {
  /** @type {Map<number, import("../model/draws.js").Draws>} */
  const drawn = new Map();
  /** @type {Map<string, any>} */
  const kept = new Map();
  const priced = [...new Set([...start.priced, ...PRICED])];

  const drawsOf = (/** @type {number} */ size) => {
    if (!drawn.has(size)) drawn.set(size, blockDraws(start.inputs, size));
    return /** @type {import("../model/draws.js").Draws} */ (drawn.get(size));
  };
  const targetOf = (/** @type {Question} */ { saving_target: { value, relative } }) =>
    relative ? toEven(value * start.staff_cost) : value;
  const askedOf = (/** @type {Question} */ question) => ({
    target: targetOf(question), due: question.due_quarter, horizon: question.horizon,
  });
  const certaintyOf = (/** @type {Question} */ question) => Number.parseInt(question.certainty, 10);
  const sizerOf = (/** @type {Question} */ question, /** @type {number} */ size) => ({
    ...start.rules,
    draws: drawsOf(size),
    certainty: certaintyOf(question),
    question: askedOf(question),
  });
  const pairOf = (/** @type {string} */ key, /** @type {Option} */ option) => ({
    way: designOf(option, known),
    mix: known.mixes[mixOf(option, known)],
    described: describedFactor(option, known),
    today: wayOf(key, option, known) === NONE,
  });
  const once = (/** @type {any[]} */ place, /** @type {() => any} */ compute) => {
    const name = JSON.stringify(place);
    if (!kept.has(name)) {
      if (kept.size > KEPT) kept.clear();
      kept.set(name, compute());
    }
    return kept.get(name);
  };

  /** What an option gives, with so many draws.
   * @param {string} key @param {Option} option @param {Question} question @param {number} size */
  const compute = (key, option, question, size) => {
    const pair = pairOf(key, option);
    const nothing = key === NOTHING;
    const equal = question.size === "equal_money" && question.saving_target.value > 0;
    return once([nothing, pair, question, size], () => {
      const sizer = /** @type {any} */ (sizerOf(question, size));
      const { run, ...result } = optionResult(pair, sizer, {
        equal, nothing, deepest: start.rules.deepest, priced,
      });
      const paths = PATHS.map((name) => [name, pathBands(run, name, size)]);
      const structure = structureOf(result.plan, drawsOf(size));
      structure.teams = teamsOf(pair.way.team_count, start.teams);
      return { ...result, paths: Object.fromEntries(paths), structure };
    });
  };
  /** Whether it was computed with so many draws already.
   * @param {string} key @param {Option} option @param {Question} question @param {number} size */
  const has = (key, option, question, size) =>
    kept.has(JSON.stringify([key === NOTHING, pairOf(key, option), question, size]));
  const growthPlace = (/** @type {string} */ key, /** @type {Option} */ option, /** @type {Question} */ question) =>
    ["growth", pairOf(key, option), question];
  /** What happens as its mix grows; it takes too long to follow a hand.
   * @param {string} key @param {Option} option @param {Question} question */
  const growth = (key, option, question) =>
    once(growthPlace(key, option, question), () => {
      const sizer = /** @type {any} */ (sizerOf(question, start.draws));
      const { plan } = compute(key, option, question, start.draws);
      return growthOf(sizer, plan, start.rules.overshoot);
    });
  /** @param {string} key @param {Option} option @param {Question} question */
  const hasGrowth = (key, option, question) =>
    kept.has(JSON.stringify(growthPlace(key, option, question)));
  const { exact } = start.rules;
  /** How the chance to reach the target moves with each lever of an option, step by step.
   * @param {string} key @param {Option} option @param {Question} question */
  const turns = (key, option, question) => {
    const { levers, draws } = start.turning;
    const { plan } = compute(key, option, question, start.draws);
    const certainty = certaintyOf(question) / 100;
    return leverCurves(plan, drawsOf(draws), askedOf(question), { levers, certainty, exact });
  };
  /** What is left of an option under each reverse and each pair of them, step by step.
   * @param {string} key @param {Option} option @param {Question} question */
  const stressed = (key, option, question) => {
    const { inputs, shocks, draws } = start;
    const { plan } = compute(key, option, question, draws);
    return stress(plan, { inputs, question: askedOf(question), shocks, draws, exact });
  };
  return { compute, has, growth, hasGrowth, targetOf, turns, stressed, draws: start.draws };
}

/** @typedef {ReturnType<typeof engineOf>} Engine */

/** @param {import("../model/plan.js").Amount} count @param {[number, number, number]} teams */
function teamsOf({ value, relative }, teams) {
  const [p10, p50, p90] = teams.map((end) => (relative ? value * end : value));
  return { p10, p50, p90 };
}
