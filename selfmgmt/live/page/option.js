// @ts-check
// One option: its levers, its way of working and its saving mix, from what it is based on. The rules are
// those of `case/option.py`.

/** @typedef {import("../model/plan.js").Design} Design */
/** @typedef {import("../model/plan.js").Mix} Mix */

/**
 * @typedef {object} Option
 * @property {string | null} label
 * @property {string} based_on key of a named option
 * @property {string | null} mix key of a saving mix of its own
 * @property {Record<string, any>} changes levers that differ
 */

/**
 * What Python hands over of the named options and mixes.
 * @typedef {object} Known
 * @property {Record<string, {mix: string | null, is_way: boolean, levers: Record<string, any>,
 *   social: {scope: number, managers_less: number} | null}>} options `levers` those that differ
 *   from doing nothing
 * @property {Record<string, Mix>} mixes named ones, those of the case, and `none`
 * @property {string} mix the saving mix of the case
 * @property {Design} today
 * @property {number} most_options
 */

export const NOTHING = "do_nothing";
export const NONE = "none";
const NO_WAY = ["motive", "how"]; // levers that leave the way of working as it is
const DIGITS = 3; // of a scope that follows from the municipality

/** @param {string} key @returns {Option} the named option as it is */
export const named = (key) => ({ label: null, based_on: key, mix: null, changes: {} });

/** @param {Option} option @param {Known} known @returns {Design} every lever, filled in */
export function designOf(option, known) {
  const { levers, social } = known.options[option.based_on];
  const local = social ? ofSocialDomain(social, option.changes) : {};
  const autonomy = { ...known.today.autonomy, ...levers.autonomy, ...option.changes.autonomy };
  return { ...known.today, ...levers, ...local, ...option.changes, autonomy };
}

/** @param {{scope: number, managers_less: number}} social @param {Record<string, any>} changes */
function ofSocialDomain(social, changes) {
  const scope = Number((changes.scope ?? social.scope).toFixed(DIGITS));
  const value = Number((1 - social.managers_less * scope).toFixed(DIGITS));
  return { scope, managers_after: { value, relative: true } };
}

/** @param {Option} option @param {Known} known whether it is another way of working than today's */
export function isWay(option, known) {
  const other = Object.keys(option.changes).some((lever) => !NO_WAY.includes(lever));
  return known.options[option.based_on].is_way || other;
}

/** @param {string} key @param {Option} option @param {Known} known the key of its way of working */
export function wayOf(key, option, known) {
  if (!isWay(option, known)) return NONE;
  return known.options[option.based_on].is_way ? option.based_on : key;
}

/** @param {Option} option @param {Known} known its mix, or null when it takes that of the case */
function setMix(option, known) {
  return option.mix ?? known.options[option.based_on].mix ?? (isWay(option, known) ? null : NONE);
}

/** @param {Option} option @param {Known} known the key of its saving mix */
export const mixOf = (option, known) => setMix(option, known) ?? known.mix;

/** @param {Option} option @param {Known} known how many times the mix it holds as described */
export function describedFactor(option, known) {
  const isMix = known.options[option.based_on].mix || !isWay(option, known);
  return setMix(option, known) !== NONE && isMix ? 1 : 0;
}

/** @param {Option} option whether its levers differ from those of what it is based on */
export const isAdapted = (option) => Object.keys(option.changes).length > 0;
