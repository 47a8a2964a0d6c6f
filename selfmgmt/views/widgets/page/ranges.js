// @ts-check
// Ranges in rows: for each row a dot and a range for each option, in the column's own marker.

import { canvas, shape } from "./nodes.js";
import { marker, scale } from "./scales.js";

/** @typedef {import("./charts.js").Scene} Scene */
/** @typedef {import("./charts.js").Sized} Sized */
/** @typedef {import("./charts.js").Seen} Seen */
/** @typedef {import("./explorer_types.js").Band} Band */
/** @typedef {import("./explorer_types.js").Result} Result */
/** @typedef {{key: string, write: (band: Band) => string, of: (result: Result) => Band, zero?: number, goal?: number, flip?: boolean, shared?: boolean, bounds?: [number, number]}} Row */
/** @typedef {Row & {items: (Seen & {range: Band})[]}} Filled */

const CONDITIONS = ["work_redesign", "interdependence", "frames"];
const SAVED = ["gross_saving_eur", "realised_saving_eur", "leaked_eur", "running_cost_eur", "net_saving_eur"];
/** Outcomes in the picture of what a way of working costs. */
export const PRICED = ["posts_removed_fte", "transition_cost_eur", "capacity_low", "satisfaction_mean", "steerability_low"];
const FELT = ["capacity_low", "satisfaction_worst", "absence_worst", "turnover_worst", "vulnerability_end"];

/** What a way of working costs and brings, beside the same money found without it. */
export const PRICE = rowsChart("price", {
  needs: (/** @type {Result} */ result) => result.price_of_way,
  rows: (/** @type {Scene} */ scene) => PRICED.map((key) => ({
    key,
    flip: scene.less.includes(key),
    zero: 0,
    write: (/** @type {Band} */ one) => scene.say.difference(key, one),
    of: (/** @type {Result} */ result) => /** @type {{together: Record<string, Band>}} */ (result.price_of_way).together[key],
  })),
  top: (/** @type {import("./speech.js").Say} */ say) => [say.text("worse"), say.text("better")],
  skip: (result) => result.way === "none",
});

/** What is left of the planned saving. */
export const SAVINGS = rowsChart("savings", {
  needs: (/** @type {Result} */ result) => result.net_saving_eur,
  rows: (/** @type {Scene} */ { say, results }) => SAVED.map((key) => ({
    key, zero: 0, shared: true, goal: key === "net_saving_eur" ? results.saving_target_eur.p50 : undefined,
    write: (/** @type {Band} */ one) => say.outcome(key, one), of: (/** @type {Result} */ result) => result[key],
  })),
});

/** What people notice of it, beside doing nothing. */
export const FELT_CHART = rowsChart("felt", {
  needs: (/** @type {Result} */ result) => result.capacity_low,
  rows: (/** @type {Scene} */ { less, nothing, say }) => FELT.map((key) => ({
    key, flip: less.includes(key), zero: nothing?.[key].p50, write: (/** @type {Band} */ one) => say.outcome(key, one), of: (/** @type {Result} */ result) => result[key],
  })),
  top: (/** @type {import("./speech.js").Say} */ say) => [say.text("worse"), say.text("better")],
});

/** What must be in place for a new way of working. */
export const CONDITIONS_CHART = rowsChart("conditions", {
  needs: (/** @type {Result} */ result) => result.conditions,
  rows: (/** @type {Scene} */ { results, say }) => {
    const { low, central, high } = results.readiness;
    const known = { p10: low, p50: central, p90: high };
    const share = (/** @type {Band} */ one) => say.band(one, say.percent);
    /** @type {Pick<Row, "bounds" | "write">} */
    const row = { bounds: [0, 1], write: share };
    return [
      ...CONDITIONS.map((key) => ({ ...row, key, of: (/** @type {any} */ { conditions }) => ({ p10: conditions[key], p50: conditions[key], p90: conditions[key] }) })),
      { ...row, key: "readiness", of: () => known },
    ];
  },
});

/** @param {string} key @param {{needs: (result: Result) => unknown, rows: (scene: Scene) => Row[], top?: (say: import("./speech.js").Say) => string[], skip?: (result: Result) => boolean}} facts */
function rowsChart(key, { needs, rows, top, skip = () => false }) {
  const found = (/** @type {Scene} */ scene) => ({ rows: rows(scene), options: scene.options.filter(({ result }) => !skip(result)) });
  const parts = (/** @type {Scene} */ scene) => {
    const { rows: all, options } = found(scene);
    return all.map((row) => ({ ...row, items: options.map((one) => ({ ...one, range: row.of(one.result) })) }));
  };
  return {
    key,
    needs,
    empty: (/** @type {Scene} */ scene) => (found(scene).options.length ? "" : scene.say.text(`${key}_empty`)),
    draw: (/** @type {Sized} */ scene) => drawRows(parts(scene), scene, top?.(scene.say)),
    alt: (/** @type {Scene} */ { say, ...scene }) => found({ say, ...scene }).options.map(({ label, result }) =>
      say.text("ranges_alt", { option: label, figures: rows({ say, ...scene }).map((row) => `${say.text(row.key)} ${row.write(row.of(result))}`).join("; ") })).join(" "),
    table: (/** @type {Scene} */ scene) => {
      const { rows: all, options } = found(scene);
      return { heads: all.map((row) => scene.say.text(row.key)), rows: options.map(({ label, result }) => [label, ...all.map((row) => row.write(row.of(result)))]) };
    },
  };
}

const ROOMY = { tall: 30, wide: 430 }; // px of a row in which its figures fit below its name

/** @param {Filled[]} rows @param {Sized} scene @param {string[] | undefined} top */
function drawRows(rows, { say, width, height }, top) {
  const svg = canvas(width, height);
  const head = top ? 15 : 2;
  const tall = (height - head) / rows.length;
  const roomy = tall >= ROOMY.tall && width >= ROOMY.wide;
  const box = { left: Math.round(roomy ? Math.min(width * 0.5, 240) : Math.min(width * 0.37, 175)), right: width - (roomy ? 8 : 84) };
  const common = bounds(rows.filter((row) => row.shared));
  if (top) {
    svg.append(shape("text", { class: "tick", x: box.left, y: 10 }, `← ${top[0]}`));
    svg.append(shape("text", { class: "tick", x: box.right, y: 10, "text-anchor": "end" }, `${top[1]} →`));
  }
  rows.forEach((row, number) => {
    const middle = head + tall * (number + 0.5);
    const [low, high] = row.bounds ?? (row.shared ? common : bounds([row]));
    const x = row.flip ? scale(high, low, box.left, box.right) : scale(low, high, box.left, box.right);
    svg.append(shape("line", { class: "track", x1: box.left, x2: box.right, y1: middle, y2: middle }));
    for (const [look, value] of /** @type {[string, number | undefined][]} */ ([["zero", row.zero], ["goal", row.goal]]))
      if (value !== undefined) svg.append(shape("line", { class: look, x1: x(value), x2: x(value), y1: middle - tall / 2 + 2, y2: middle + tall / 2 - 2 }));
    const selected = row.items.find((one) => one.selected) ?? row.items[0];
    svg.append(shape("text", { class: "name", x: 0, y: selected && roomy ? middle - 2 : middle + 4 }, say.text(`${row.key}_short`)));
    if (selected) tellRange(svg, row, selected, { middle, width, roomy });
    row.items.forEach(({ slot, selected: isSelected, range }, at) => {
      const y = middle + (at - (row.items.length - 1) / 2) * Math.min(9, tall / 3.2);
      svg.append(shape("line", { class: `whisker slot-${slot}${isSelected ? " selected" : ""}`, x1: x(range.p10), x2: x(range.p90), y1: y, y2: y }));
      svg.append(marker(slot, x(range.p50), y, isSelected));
    });
  });
  return svg;
}

// The figures of the option in hand: below the name where there is room, else its middle at the right.
/** @param {SVGElement} svg @param {Row} row @param {Seen & {range: Band}} about @param {{middle: number, width: number, roomy: boolean}} about */
function tellRange(svg, row, { slot, range }, { middle, width, roomy }) {
  const at = roomy ? { x: 0, y: middle + 11 } : { x: width - 2, y: middle + 4, "text-anchor": "end" };
  const only = { p10: range.p50, p50: range.p50, p90: range.p50 };
  svg.append(shape("text", { class: `figure small slot-${slot}`, ...at }, row.write(roomy ? range : only)));
}

// The ends of an axis: all ranges on it with its lines, and a little room.
/** @param {Filled[]} rows */
function bounds(rows) {
  const values = rows.flatMap((row) => [
    ...row.items.flatMap(({ range }) => [range.p10, range.p90]),
    ...[row.zero, row.goal].filter((one) => one !== undefined),
  ]);
  const [low, high] = values.length ? [Math.min(...values), Math.max(...values)] : [0, 1];
  const room = (high - low || Math.abs(high) || 1) * 0.06;
  return [low - room, high + room];
}
