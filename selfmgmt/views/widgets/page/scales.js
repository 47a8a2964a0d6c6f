// Scales: round values along an axis, and markers that tell options apart without colour.

import { shape } from "./nodes.js";

/** A few round values that span low to high. @returns {number[]} */
export function ticks(low, high, count = 4) {
  const rough = (high - low || 1) / count;
  const size = 10 ** Math.floor(Math.log10(rough));
  const step = size * [1, 2, 5, 10].find((one) => one * size >= rough * (1 - 1e-9));
  const first = Math.floor(low / step + 1e-9);
  const last = Math.ceil(high / step - 1e-9);
  return Array.from({ length: last - first + 1 }, (_, at) => (first + at) * step);
}

/** The digits that a step of a scale needs. */
export function digitsOf(marks) {
  const step = Math.abs(marks[1] - marks[0]) || 1;
  return Math.max(0, -Math.floor(Math.log10(step) + 1e-9));
}

/** Where a value stands between two ends of a picture. */
export function scale(low, high, from, to) {
  return (value) => from + ((to - from) * (value - low)) / (high - low || 1);
}

/** The marker of a column: a circle, a square or a triangle; larger for the option in hand. */
export function marker(slot, x, y, selected) {
  const size = selected ? 5.5 : 4;
  const at = { class: `marker slot-${slot}` };
  if (slot === 1) return shape("circle", { ...at, cx: x, cy: y, r: size });
  if (slot === 2) return shape("rect", { ...at, x: x - size, y: y - size, width: 2 * size, height: 2 * size });
  return shape("path", { ...at, d: `M${x} ${y - size - 1}l${size + 1.5} ${2 * size + 1}h${-2 * size - 3}z` });
}
