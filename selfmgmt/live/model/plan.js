// @ts-check
// A plan: a way of working, and a saving mix of some size. What the model follows through time.

/** @typedef {{value: number, relative: boolean}} Amount */

/**
 * The levers of a way of working, as `selfmgmt.case.design.Design`.
 * @typedef {object} Design
 * @property {Amount} managers_after
 * @property {Amount} support_after
 * @property {Amount} primary_fte_change
 * @property {Amount} hire_change
 * @property {number} tasks_dropped
 * @property {"natural_leave" | "redundancy"} how
 * @property {Amount} team_count
 * @property {"function" | "task" | "area"} team_basis
 * @property {Record<string, number>} autonomy
 * @property {number} frames
 * @property {number} work_redesign
 * @property {number} interdependence
 * @property {Amount} coaches
 * @property {number} control
 * @property {number} imposed
 * @property {number} scope
 * @property {number} start_share
 * @property {number} start_quarters
 * @property {number} rollout_quarters
 * @property {number} training
 * @property {string} motive
 * @property {boolean} greenfield
 */

/**
 * @typedef {object} Mix
 * @property {number} managers
 * @property {number} support
 * @property {number} primary
 * @property {number} hired
 * @property {number} tasks
 * @property {boolean} hired_first
 * @property {number} rollout_quarters
 * @property {number} imposed
 */

/** @typedef {{way: Design, mix: Mix, factor: number}} Plan */

/** @param {Amount} amount @param {number} whole the amount when the whole is `whole` */
export function amountOf(amount, whole) {
  return amount.relative ? amount.value * whole : amount.value;
}

/**
 * The mix at a size, as shares of today before any bound; with `hired_first` the others only go
 * once hired staff is gone.
 * @param {Mix} mix @param {number} factor
 */
export function sizedMix(mix, factor) {
  const others = mix.hired_first ? Math.max(factor - 1, 0) : factor;
  const hired = mix.hired_first ? Math.min(factor, 1) : factor;
  return {
    managers: mix.managers * others,
    support: mix.support * others,
    primary: mix.primary * others,
    hired: mix.hired * hired,
    tasks: mix.tasks * others,
  };
}
