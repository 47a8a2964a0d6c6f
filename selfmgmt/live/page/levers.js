// @ts-check
// The levers: where each stands, and what the reader may fill in; as `views/widgets/levers.py`.

import { exactNumber, exactPercentage, parseMeasure } from "./numbers.js";

/**
 * What Python hands over of a lever.
 * @typedef {object} LeverFacts
 * @property {"amount" | "number" | "level" | "choice" | "yes_no"} kind
 * @property {boolean} share a number that people write as a percentage
 * @property {boolean} whole a whole number
 * @property {number} low @property {number} high in its own unit
 * @property {number} share_low @property {number} share_high of an amount that is a percentage
 * @property {string} unit "FTE", "EUR" and so on
 * @property {[number, number]} ends of its slider
 */

/** @typedef {import("../model/plan.js").Amount} Amount */
/** @typedef {Amount | number | string | boolean} Value */
/** @typedef {{text: string, at: number | null, words: string}} Position */

/**
 * What it takes to read a lever: words of numbers, its choices, the whole that it can be a part of,
 * and below which size a bare number is asked back.
 * @typedef {object} Reading
 * @property {import("./numbers.js").NumberWords} numbers
 * @property {[string, string][]} choices
 * @property {number | undefined} whole
 * @property {{far: number, smallest_saving: number}} asked_back
 */

/**
 * Read what was filled in at a lever.
 * @param {LeverFacts} facts @param {string} written
 * @param {Reading} reading
 * @returns {{value: Value} | {fault: "number" | "outside" | "unit" | "readings"}}
 */
export function readLever(facts, written, { numbers, choices, ...size }) {
  if (facts.kind === "choice" || facts.kind === "yes_no") {
    const at = choices.findIndex(([value]) => value === written);
    if (at < 0) return { fault: "outside" };
    return { value: facts.kind === "choice" ? written : at === 0 };
  }
  const measure = parseMeasure(written, numbers);
  if (!measure) return { fault: "number" };
  const { value, unit } = measure;
  if (facts.kind === "amount") return readAmount(facts, value, unit, size);
  if (unit && unit !== (facts.share ? "%" : facts.unit)) return { fault: "outside" };
  if (facts.share && value === 1 && !unit) return { fault: "readings" };
  if (value < facts.low || value > facts.high) return { fault: "outside" };
  return facts.whole && !Number.isInteger(value) ? { fault: "outside" } : { value };
}

/** @param {LeverFacts} facts @param {number} value @param {string} unit
 * @param {Pick<Reading, "whole" | "asked_back">} size */
function readAmount(facts, value, unit, size) {
  const relative = unit === "%";
  if (unit && !relative && unit !== facts.unit) return { fault: /** @type {const} */ ("outside") };
  const [low, high] = relative ? [facts.share_low, facts.share_high] : [facts.low, facts.high];
  if (value < low || value > high) return { fault: /** @type {const} */ ("outside") };
  if (!unit && value && isAmbiguous(facts, value, size)) return { fault: /** @type {const} */ ("unit") };
  return { value: { value, relative } };
}

/** @param {LeverFacts} facts @param {number} value @param {Pick<Reading, "whole" | "asked_back">} size
 *   whether a number without a unit may be a share as well; as `case/ambiguous.py` */
function isAmbiguous(facts, value, { whole, asked_back: { far, smallest_saving } }) {
  const amount = Math.abs(value);
  if (facts.unit === "EUR") return amount < smallest_saving;
  const isSmall = amount <= facts.share_high && amount < (whole === undefined ? 1 : far * whole);
  const isPart = facts.unit === "teams" && !Number.isInteger(value);
  return isSmall || isPart || (whole !== undefined && amount > Math.max(facts.share_high, 1) * whole);
}

/**
 * The text of a value, as it is read back.
 * @param {LeverFacts} facts @param {Value} value @param {string} language
 * @param {[string, string][]} choices
 */
export function leverText(facts, value, language, choices = []) {
  if (facts.kind === "yes_no") return choices[value ? 0 : 1][0];
  if (typeof value === "string" || typeof value === "boolean") return String(value);
  if (typeof value === "number")
    return facts.share ? exactPercentage(value, language) : exactNumber(value, language);
  if (value.relative) return exactPercentage(value.value, language);
  const text = exactNumber(value.value, language);
  if (!value.value) return text;
  return facts.unit === "EUR" ? `€ ${text}` : `${text} ${facts.unit}`;
}

/**
 * The place on the slider; what lies beyond its ends stands at the end.
 * @param {LeverFacts} facts @param {Value} value @param {number} whole of what it can be a part
 */
export function leverPlace(facts, value, whole) {
  if (facts.kind === "choice" || facts.kind === "yes_no") return null;
  const number = typeof value === "object" ? shareOf(value, whole) : Number(value);
  const place = facts.kind === "amount" || facts.share ? 100 * number : number;
  return Number(Math.min(Math.max(place, facts.ends[0]), facts.ends[1]).toFixed(6));
}

/** @param {Amount} amount @param {number} whole */
export function shareOf({ value, relative }, whole) {
  if (relative) return value;
  return whole ? value / whole : 0;
}
