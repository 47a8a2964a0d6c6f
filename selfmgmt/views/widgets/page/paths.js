// @ts-check
// Outcomes over time: a line for each option beside doing nothing, and the band of the one in hand.

import { canvas, shape } from "./nodes.js";
import { digitsOf, marker, scale, ticks } from "./scales.js";

/** @typedef {import("./charts.js").Scene} Scene */
/** @typedef {import("./charts.js").Sized} Sized */
/** @typedef {import("./explorer_types.js").Result} Result */
/** @typedef {{p10: number[], p50: number[], p90: number[]}} Path */

/** @type {Record<string, {size: number, digits: number, lowest?: boolean}>} */
const KINDS = {
  capacity: { size: 1, digits: 1, lowest: true },
  cumulative_cash_eur: { size: 1e6, digits: 1 },
  satisfaction: { size: 0.01, digits: 1, lowest: true },
  absence: { size: 0.01, digits: 1 },
  steerability: { size: 1, digits: 0, lowest: true },
  fte: { size: 1, digits: 0 },
};

/** The picture of each path, by the key of the path. */
export const PATHS = Object.keys(KINDS).map((path) => ({
  key: path,
  needs: (/** @type {Result} */ result) => result.paths[path],
  draw: (/** @type {Sized} */ scene) => drawPath(scene, path),
  alt: (/** @type {Scene} */ scene) => pathAlt(scene, path),
  table: (/** @type {Scene} */ scene) => pathTable(scene, path),
}));

/** @param {Sized} scene @param {string} path */
function drawPath({ options, nothing, quarters, say, width, height }, path) {
  const { size, digits } = KINDS[path];
  const lines = [...options].sort((one, other) => Number(one.selected) - Number(other.selected));
  const bases = nothing ? [nothing.paths[path].p50] : [];
  const selected = lines.find((one) => one.selected)?.result.paths[path];
  const all = [...bases, ...lines.map(({ result }) => result.paths[path].p50), ...(selected ? [selected.p10, selected.p90] : [])].flat();
  const marks = ticks(Math.min(...all) / size, Math.max(...all) / size, 3);
  const box = { left: 40, right: width - 20, top: 8, bottom: height - 19 };
  const x = scale(0, quarters, box.left, box.right);
  const y = scale(marks[0] * size, marks[marks.length - 1] * size, box.bottom, box.top);
  const points = (/** @type {number[]} */ values) => values.map((value, at) => `${x(at).toFixed(1)},${y(value).toFixed(1)}`);
  const svg = canvas(width, height);
  for (const mark of marks) {
    const level = y(mark * size);
    svg.append(shape("line", { class: "grid", x1: box.left, x2: box.right, y1: level, y2: level }));
    svg.append(shape("text", { class: "tick", x: box.left - 6, y: level + 4, "text-anchor": "end" }, say.number(mark, digitsOf(marks))));
  }
  for (let year = 0; 4 * year <= quarters; year += quarters > 24 ? 2 : 1)
    svg.append(shape("text", { class: "tick", x: x(4 * year), y: height - 4, "text-anchor": "middle" }, year ? say.text("year", { year }) : say.text("now")));
  if (selected) svg.append(shape("polygon", { class: `band slot-${lines[lines.length - 1].slot}`, points: [...points(selected.p90), ...points(selected.p10).reverse()].join(" ") }));
  for (const base of bases) svg.append(shape("polyline", { class: "nothing", points: points(base).join(" ") }));
  const labels = spread(lines.map(({ result }) => y(result.paths[path].p50[quarters])));
  lines.forEach(({ slot, selected: isSelected, result }, at) => {
    const { p50 } = result.paths[path];
    svg.append(shape("polyline", { class: `line slot-${slot}${isSelected ? " selected" : ""}`, points: points(p50).join(" ") }));
    svg.append(shape("text", { class: `end slot-${slot}`, x: box.right + 8, y: labels[at] + 4 }, slot));
  });
  if (selected) tellValue(svg, selected.p50, { x, y, box, quarters, say, slot: lines[lines.length - 1].slot, ...KINDS[path], digits });
  return svg;
}

// The value of the option in hand: at its lowest, or at the end.
/** @param {SVGElement} svg @param {number[]} p50 @param {any} about */
function tellValue(svg, p50, { x, y, box, quarters, say, slot, lowest, size, digits }) {
  const at = lowest ? p50.indexOf(Math.min(...p50)) : quarters;
  const level = y(p50[at]);
  const anchor = at > quarters * 0.8 ? "end" : at < quarters * 0.15 ? "start" : "middle";
  svg.append(
    marker(slot, x(at), level, true),
    shape("text", { class: "figure", x: x(at), y: level > box.bottom - 18 ? level - 9 : level + 18, "text-anchor": anchor },
      say.number(p50[at] / size, digits)),
  );
}

// Labels at the ends of lines, no two nearer than they are high.
/** @param {number[]} levels @param {number} [room] */
function spread(levels, room = 12) {
  const order = levels.map((_, at) => at).sort((one, other) => levels[one] - levels[other]);
  const found = [...levels];
  order.forEach((at, rank) => rank && (found[at] = Math.max(found[at], found[order[rank - 1]] + room)));
  return found;
}

/** @param {Scene} scene @param {string} path */
function pathAlt({ options, quarters, say }, path) {
  const { size, digits } = KINDS[path];
  const tell = (/** @type {number} */ value) => say.number(value / size, digits);
  return options.map(({ label, result }) => {
    const { p10, p50, p90 } = result.paths[path];
    const when = p50.indexOf(Math.min(...p50));
    const last = { middle: tell(p50[quarters]), low: tell(p10[quarters]), high: tell(p90[quarters]) };
    return say.text("path_alt", { option: label, what: say.text(`chart_${path}`), lowest: tell(p50[when]), when: say.month(when), end: say.month(quarters), ...last });
  }).join(" ");
}

/** @param {Scene} scene @param {string} path */
function pathTable({ options, nothing, quarters, say }, path) {
  const { size, digits } = KINDS[path];
  /** @type {number[]} */
  const moments = [];
  for (let at = 4; at <= quarters; at += quarters > 20 ? 8 : 4) moments.push(at);
  const end = (/** @type {number} */ value) => say.number(value / size, digits);
  const cell = (/** @type {Path} */ { p10, p50, p90 }, /** @type {number} */ at) => say.band({ p10: p10[at], p50: p50[at], p90: p90[at] }, end);
  return {
    heads: moments.map(say.month),
    rows: [nothing, ...options.map((one) => one.result)].filter(Boolean)
      .map((one) => [one.label, ...moments.map((at) => cell(one.paths[path], at))]),
  };
}
