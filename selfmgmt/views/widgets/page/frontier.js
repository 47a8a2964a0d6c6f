// @ts-check
// What happens as the mix of each option grows: the gap that it closes, and the service that is left.

import { canvas, shape } from "./nodes.js";
import { digitsOf, marker, scale, ticks } from "./scales.js";

/** @typedef {import("./charts.js").Scene} Scene */
/** @typedef {import("./charts.js").Sized} Sized */
/** @typedef {import("./charts.js").Seen} Seen */

const FAR = 1.5; // times the target; what goes further answers another question

/** Gap closed against service. A curve that is not there while a hand moves stays as it was. */
export const FRONTIER = { key: "frontier", needs: () => true, empty, draw, alt, table };

/** @param {Scene} scene */
function empty({ results, say }) {
  return results.saving_target_eur.p50 > 0 ? "" : say.text("no_target");
}

/** @param {Seen} seen */
const curve = ({ result }) => (result.frontier ?? []).filter((point) => point.reach <= FAR);
/** @param {Seen} seen */
const spot = ({ result }) => ({ reach: Math.min(result.reach, FAR), service: result.capacity_low });

/** @param {Sized} scene */
function draw({ options, nothing, say, width, height }) {
  const svg = canvas(width, height);
  const box = { left: 40, right: width - 16, top: 8, bottom: height - 30 };
  const levels = options.flatMap((one) => [...curve(one).map((point) => point.capacity_low.p50), one.result.capacity_low.p10, one.result.capacity_low.p90]);
  const marks = ticks(Math.min(...levels), Math.max(...levels, nothing?.capacity_low.p50 ?? -Infinity), 3);
  const reaches = options.flatMap((one) => [...curve(one).map((point) => point.reach), one.result.reach]);
  const x = scale(Math.min(0, ...reaches), Math.max(1.1, Math.min(FAR, ...[Math.max(...reaches)])), box.left, box.right);
  const y = scale(marks[0], marks[marks.length - 1], box.bottom, box.top);
  for (const mark of marks) {
    svg.append(shape("line", { class: "grid", x1: box.left, x2: box.right, y1: y(mark), y2: y(mark) }));
    svg.append(shape("text", { class: "tick", x: box.left - 6, y: y(mark) + 4, "text-anchor": "end" }, say.number(mark, digitsOf(marks))));
  }
  for (const share of [0, 0.5, 1]) svg.append(shape("text", { class: "tick", x: x(share), y: box.bottom + 13, "text-anchor": "middle" }, say.percent(share)));
  svg.append(shape("text", { class: "tick", x: box.right, y: height - 3, "text-anchor": "end" }, `${say.text("reach_axis")} →`));
  svg.append(shape("line", { class: "goal", x1: x(1), x2: x(1), y1: box.top - 6, y2: box.bottom }));
  const inOrder = [...options].sort((one, other) => Number(one.selected) - Number(other.selected));
  for (const one of inOrder) {
    const points = curve(one).map((point) => `${x(point.reach).toFixed(1)},${y(point.capacity_low.p50).toFixed(1)}`);
    const kind = `slot-${one.slot}${one.selected ? " selected" : ""}`;
    svg.append(shape("polyline", { class: `line ${kind}${one.stale ? " stale" : ""}`, points: points.join(" ") }));
    const { reach, service } = spot(one);
    svg.append(shape("line", { class: `whisker ${kind}`, x1: x(reach), x2: x(reach), y1: y(service.p10), y2: y(service.p90) }));
    svg.append(marker(one.slot, x(reach), y(service.p50), one.selected));
  }
  return svg;
}

/** @param {Scene} scene */
function alt({ options, say }) {
  return options.map((one) => say.text("frontier_alt", {
    option: one.label, share: say.percent(one.result.reach), service: say.outcome("capacity_low", one.result.capacity_low),
  })).join(" ");
}

/** @param {Scene} scene */
function table({ options, say }) {
  return {
    heads: [say.text("reach_axis"), say.text("capacity_low")],
    rows: options.flatMap((one) => [
      [one.label, say.percent(one.result.reach), say.outcome("capacity_low", one.result.capacity_low)],
      ...curve(one).map((point) => [`${one.label}: ${say.number(point.m, 2)} ×`, say.percent(point.reach), say.outcome("capacity_low", point.capacity_low)]),
    ]),
  };
}
