// @ts-check
// The way of working in time: who has started, who is mature, and who fell back. It is the same
// whatever mix stands beside it, so it is worked out once for all sizes of a mix.

import { conditions, strength } from "./conditions.js";
import { drawnEffect } from "./draws.js";
import { fallsBackIn } from "./falling_back.js";
import { coached, dipByAge, maturityByAge } from "./maturity.js";
import { curve, overCohorts, recent } from "./rollout.js";

/** @typedef {import("./plan.js").Design} Design */
/** @typedef {import("./draws.js").Draws} Draws */

const TILTED = ["productivity_effect", "absence_effect", "turnover_effect", "satisfaction_effect"];
const STEERING = "steerability_effect";

/**
 * A path holds the quarters of one draw after each other: quarter `t` of draw `i` is at
 * `i * (quarters + 1) + t`.
 * @param {Design} way @param {Draws} draws @param {number} quarters the last one
 */
export function wayInTime(way, draws, quarters) {
  const { size } = draws;
  const rows = quarters + 1;
  const spread = curve(way.start_share, way.start_quarters, way.rollout_quarters, quarters);
  const progress = {
    spread,
    lately: recent(spread, draws.windows.turnover),
    strength: new Float64Array(size),
    realisation: new Float64Array(size),
    falls: new Float64Array(size).fill(rows),
    ripeness: new Float64Array(size * rows),
    dip: new Float64Array(size * rows),
    kept: new Float64Array(size * rows).fill(1),
    /** @type {Record<string, Effect>} */
    effects: Object.fromEntries([...TILTED, STEERING].map((key) => [key, emptyEffect(size)])),
  };
  const total = new Float64Array(rows);
  for (let i = 0; i < size; i++) fillDraw(progress, way, draws, i, total);
  return progress;
}

/** @typedef {ReturnType<typeof wayInTime>} Progress */

/**
 * What the way of working does at its dose: the good part and the bad part of an effect.
 * @typedef {{good: Float64Array, bad: Float64Array}} Effect
 */

/** @param {number} size @returns {Effect} */
const emptyEffect = (size) => ({ good: new Float64Array(size), bad: new Float64Array(size) });

/**
 * @param {Progress} progress @param {Design} way @param {Draws} draws @param {number} i
 * @param {Float64Array} total scratch, one for each quarter
 */
function fillDraw(progress, way, draws, i, total) {
  const { of, luck, effects } = draws;
  const kappa = conditions(way, draws, i);
  const dose = strength(way, draws, i);
  const met = coached(way, draws, i);
  const { length } = total;
  progress.strength[i] = dose;
  progress.realisation[i] = drawnEffect(
    effects.savings_realisation, luck.savings_realisation[i], way.control,
  );
  maturityByAge(way, draws, i, met, total);
  overCohorts(progress.spread, total, progress.ripeness, i * length);
  if (!way.scope) return;
  dipByAge(way, draws, i, kappa, total);
  overCohorts(progress.spread, total, progress.dip, i * length);
  const at = { kappa, met, strength: dose };
  const falls = (progress.falls[i] = fallsBackIn(way, draws, i, at, progress.spread.share));
  for (let t = 0, cell = i * length; t < length; t++, cell++) {
    const fallen = Math.min(Math.max((t - falls) / of.falls_back_quarters[i], 0), 1);
    progress.kept[cell] = 1 - fallen;
    progress.dip[cell] *= dose * way.scope * (1 - fallen);
  }
  for (const key of TILTED) fillEffect(progress, key, draws, i, kappa, dose * way.scope);
  fillEffect(progress, STEERING, draws, i, Math.min(way.frames, way.control), dose * way.scope);
}

/**
 * @param {Progress} progress @param {string} key @param {Draws} draws @param {number} i
 * @param {number} condition @param {number} dose
 */
function fillEffect(progress, key, { effects, luck }, i, condition, dose) {
  const effect = effects[key];
  const drawn = drawnEffect(effect, luck[key][i], condition) * dose;
  const good = effect[2] >= effect[0] ? Math.max(drawn, 0) : Math.min(drawn, 0);
  progress.effects[key].good[i] = good;
  progress.effects[key].bad[i] = drawn - good;
}
