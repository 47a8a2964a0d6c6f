// @ts-check
// Scales: round values along an axis, and markers that tell options apart without colour.

import { shape } from "./nodes.js";

/** @param {number} low @param {number} high @returns {number[]} a few round values that span both */
export function ticks(low, high, count = 4) {
  const rough = (high - low || 1) / count;
  const size = 10 ** Math.floor(Math.log10(rough));
  const step = size * ([1, 2, 5].find((one) => one * size >= rough * (1 - 1e-9)) ?? 10);
  const first = Math.floor(low / step + 1e-9);
  const last = Math.ceil(high / step - 1e-9);
  return Array.from({ length: last - first + 1 }, (_, at) => (first + at) * step);
}

/** @param {number[]} marks of which the step tells how many digits they need */
export function digitsOf(marks) {
  const step = Math.abs(marks[1] - marks[0]) || 1;
  return Math.max(0, -Math.floor(Math.log10(step) + 1e-9));
}

/**
 * Where a value between low and high stands between two ends of a picture.
 * @param {number} low @param {number} high @param {number} from @param {number} to
 */
export function scale(low, high, from, to) {
  return (/** @type {number} */ value) => from + ((to - from) * (value - low)) / (high - low || 1);
}

/**
 * The marker of a column: a circle, a square or a triangle; larger for the option in hand.
 * @param {number} slot 1 to 3 @param {number} x @param {number} y @param {boolean} selected
 */
export function marker(slot, x, y, selected) {
  const size = selected ? 5.5 : 4;
  const at = { class: `marker slot-${slot}` };
  if (slot === 1) return shape("circle", { ...at, cx: x, cy: y, r: size });
  if (slot === 2) return shape("rect", { ...at, x: x - size, y: y - size, width: 2 * size, height: 2 * size });
  return shape("path", { ...at, d: `M${x} ${y - size - 1}l${size + 1.5} ${2 * size + 1}h${-2 * size - 3}z` });
}
