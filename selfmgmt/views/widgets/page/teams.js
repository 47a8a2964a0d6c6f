// @ts-check
// The organisation drawn as teams, managers and support: today, and with the option in hand.

import { canvas, shape } from "./nodes.js";

/** @typedef {import("./speech.js").Say} Say */
/** @typedef {import("./charts.js").Scene} Scene */
/** @typedef {import("./charts.js").Sized} Sized */
/** @typedef {import("./charts.js").Seen} Seen */
/** @typedef {import("./explorer_types.js").Band} Band */
/** @typedef {import("./explorer_types.js").Result} Result */
/** @typedef {[number, number]} Spot */
/** @typedef {Record<string, Band>} Structure */

const LAYERS = [
  { key: "managers", most: 10, mark: square },
  { key: "teams", most: 30, mark: circle },
  { key: "support", most: 12, mark: diamond },
  { key: "coaches", most: 12, mark: triangle },
];
const COUNTED = ["teams", "managers", "support", "primary", "coaches", "team_size", "span"];
const GAP = 24; // px between the two
const WIDE = 400; // px in which both fit
const EDGE = 4; // px beside the last symbol
const ASIDE = 92; // px for the names of the layers
const SPACE = 17; // px from one symbol to the next, at least
const LETTER = 7; // px, about as wide as letters are

/** Today on the left, the option in hand on the right, with the same units. */
export const TEAMS = {
  key: "structure",
  needs: (/** @type {Result} */ result) => result.structure,
  draw: drawTeams,
  alt: (/** @type {Scene} */ { options, nothing, say }) => {
    const { label, result } = selectedOf(options);
    return `${structureAlt(say.text("today"), nothing, say)} ${structureAlt(label, result, say)}`;
  },
  table: (/** @type {Scene} */ { options, nothing, say }) => ({
    heads: COUNTED.map((key) => say.text(`${key}_count`)),
    rows: /** @type {[string, Result][]} */ ([[say.text("today"), nothing], ...options.map((one) => [one.label, one.result])])
      .map(([label, one]) => [label, ...COUNTED.map((key) => countWords(one.structure[key], say))]),
  }),
  note: (/** @type {Scene} */ { options, nothing, say }) => {
    const { result } = selectedOf(options);
    return legendWords(unitsOf([nothing.structure, result.structure]), result, say);
  },
};

/** @param {Seen[]} options */
const selectedOf = (options) => /** @type {Seen} */ (options.find((one) => one.selected));

/** @param {Sized} scene */
function drawTeams({ options, nothing, say, width, height }) {
  const { label, result } = selectedOf(options);
  const units = unitsOf([nothing.structure, result.structure]);
  const both = width >= WIDE; // on a narrow screen only how it becomes
  const half = both ? (width - GAP) / 2 - EDGE : width - EDGE;
  /** @type {[string, Result][]} */
  const pair = [[say.text("today"), nothing], [label, result]];
  const parts = pair.slice(both ? 0 : 1).map(([title, one]) => drawStructure(title, one, units, say, half));
  const svg = canvas(width, height);
  const room = Math.min(1, height / Math.max(...parts.map((one) => one.tall)));
  parts.forEach(({ group }, at) => {
    group.setAttribute("transform", `translate(${at * (half + GAP)} 0) scale(${room})`);
    svg.append(group);
  });
  return svg;
}

// How many each symbol stands for, the same in both pictures.
/** @param {Structure[]} structures */
function unitsOf(structures) {
  const unit = (/** @type {{key: string, most: number}} */ { key, most }) => {
    const largest = Math.max(...structures.map((one) => one[key].p50));
    const size = 10 ** Math.floor(Math.log10(Math.max(largest / most, 1)));
    return [key, [1, 2, 5, 10].map((one) => one * size).find((one) => largest / one <= most)];
  };
  return Object.fromEntries(LAYERS.map(unit));
}

/** @param {Record<string, number>} units @param {Result} option @param {Say} say */
function legendWords(units, option, say) {
  const count = Object.fromEntries(LAYERS.map(({ key }) => [key, say.number(units[key])]));
  const parts = [say.text("structure_legend", count)];
  if (option.structure.coaches.p50 > 0) parts.push(say.text("structure_coaches", count));
  if (option.new_way > 0) parts.push(say.text("structure_new_way"));
  return parts.join(" ");
}

/** @param {Band} about @param {Say} say @param {string} [form] */
function countWords({ p10, p50, p90 }, say, form = "middle") {
  const digits = p90 !== null && p90 > 0 && p90 < 20 ? 1 : 0;
  const tell = (/** @type {number | null} */ value) => (value === null ? "–" : say.number(value, digits));
  if (tell(p10) === tell(p90)) return tell(p50);
  return say.text(form, { middle: tell(p50), low: tell(p10), high: tell(p90) });
}

/** @param {string} title @param {Result} result @param {Record<string, number>} units @param {Say} say @param {number} width */
function drawStructure(title, { structure, new_way: scope }, units, say, width) {
  const group = shape("g", {});
  const links = group.appendChild(shape("g", { class: "links" }));
  const fits = Math.floor(width / LETTER);
  group.append(shape("text", { class: "name", x: 0, y: 11 }, title.length > fits ? `${title.slice(0, fits - 1)}…` : title));
  /** @type {any} */
  const spots = {};
  let top = 18;
  for (const { key, mark } of LAYERS) {
    const value = structure[key].p50;
    if (key === "coaches" && !value) continue;
    const count = value > 0 ? Math.max(Math.round(value / units[key]), 1) : 0;
    const most = Math.max(Math.floor((width - ASIDE) / SPACE), 4);
    spots[key] = positions(count, most, width - ASIDE, top + 10).map(([x, y]) => [x + ASIDE, y]);
    const modern = key === "teams" ? Math.round(count * scope) : 0;
    spots[key].forEach((/** @type {Spot} */ [x, y], /** @type {number} */ at) => group.append(...mark(x, y, at < modern)));
    if (key === "teams") linkTeams(links, spots, modern, width);
    group.append(
      shape("text", { class: "tick", x: 0, y: top + 8 }, say.text(`${key}_short`)),
      shape("text", { class: "figure small", x: 0, y: top + 20 }, say.number(value, value < 20 ? 1 : 0)),
    );
    top = Math.max(spots[key].at(-1)?.[1] ?? top, top + 10) + 18;
  }
  return { group, tall: top };
}

// Where the symbols of one layer stand: spread evenly, in rows that are about as long.
/** @param {number} count @param {number} most @param {number} width @param {number} top */
function positions(count, most, width, top) {
  const rows = Math.ceil(count / most);
  const long = Math.ceil(count / (rows || 1));
  return Array.from({ length: count }, (_, at) => {
    const inRow = Math.min(long, count - Math.floor(at / long) * long);
    return [((at % long) + 0.5) * (width / inRow), top + Math.floor(at / long) * 24];
  });
}

// Each manager leads the teams below, about as many each; teams in the new way work with their
// neighbours.
/** @param {Element} links @param {{managers: Spot[], teams: Spot[]}} about @param {number} modern @param {number} width */
function linkTeams(links, { managers, teams }, modern, width) {
  const line = (/** @type {string} */ look, /** @type {Spot} */ [x1, y1], /** @type {Spot} */ [x2, y2]) => links.append(shape("line", { class: look, x1, y1, x2, y2 }));
  teams.forEach((team, at) => {
    if (managers.length) line("lead", managers[Math.min(Math.floor(((team[0] - ASIDE) / (width - ASIDE)) * managers.length), managers.length - 1)], team);
    const next = teams[at + 1];
    if (at + 1 < modern && next[1] === team[1]) line("peer", team, next);
  });
}

/** @param {number} x @param {number} y */
function square(x, y) {
  return [shape("rect", { class: "symbol manager", x: x - 6, y: y - 6, width: 12, height: 12 })];
}

/** @param {number} x @param {number} y @param {boolean} modern */
function circle(x, y, modern) {
  const inside = modern ? [shape("circle", { class: "symbol core", cx: x, cy: y, r: 3 })] : [];
  return [shape("circle", { class: "symbol", cx: x, cy: y, r: 7 }), ...inside];
}

/** @param {number} x @param {number} y */
function diamond(x, y) {
  return [shape("path", { class: "symbol support", d: `M${x} ${y - 7}l7 7l-7 7l-7 -7z` })];
}

/** @param {number} x @param {number} y */
function triangle(x, y) {
  return [shape("path", { class: "symbol coach", d: `M${x} ${y - 6}l7 12h-14z` })];
}

/** @param {string} title @param {Result} result @param {Say} say */
function structureAlt(title, { structure, new_way: scope }, say) {
  const parts = LAYERS.map(({ key }) => `${say.text(`${key}_count`)} ${countWords(structure[key], say, "about")}`);
  return say.text("structure_alt", { option: title, figures: parts.join("; "), share: say.percent(scope) });
}
