// @ts-check
// The library of pictures. Each has what it needs of a result, a drawing, words for those who do not
// see it, and a table; a picture of which the results have nothing is not offered.

import { FRONTIER } from "./frontier.js";
import { PATHS } from "./paths.js";
import { CONDITIONS_CHART, FELT_CHART, PRICE, SAVINGS } from "./ranges.js";
import { TEAMS } from "./teams.js";

/**
 * An option in view: its column, and whether the levers move it.
 * @typedef {{key: string, slot: number, selected: boolean, label: string, stale: boolean, result: import("./explorer_types.js").Result}} Seen
 *
 * What a picture is drawn of; `mark` is another when any of it is.
 * @typedef {object} Scene
 * @property {Seen[]} options
 * @property {import("./explorer_types.js").Results} results
 * @property {import("./explorer_types.js").Result} nothing Doing nothing.
 * @property {string} mark
 * @property {number} quarters
 * @property {string[]} less Outcomes of which less is better.
 * @property {import("./speech.js").Say} say
 *
 * @typedef {Scene & {width: number, height: number}} Sized
 *
 * @typedef {object} Chart
 * @property {string} key
 * @property {(result: import("./explorer_types.js").Result) => unknown} needs What it needs of a result.
 * @property {(scene: Sized) => SVGElement} draw
 * @property {(scene: Scene) => string} alt
 * @property {(scene: Scene) => {heads: string[], rows: string[][]}} table
 * @property {(scene: Scene) => string} [empty] Why it shows nothing.
 * @property {(scene: Scene) => string} [note]
 */

/**
 * Picture by its key, in the order in which they are offered.
 * @type {Map<string, Chart>}
 */
export const CHARTS = new Map(
  [PRICE, FRONTIER, ...PATHS, SAVINGS, FELT_CHART, CONDITIONS_CHART, TEAMS].map((chart) => [chart.key, chart]),
);

/**
 * What a picture is drawn of.
 * @param {import("./explorer_types.js").State} state
 * @param {import("./explorer_types.js").Page} page
 * @param {import("./speech.js").Say} say
 * @param {Map<string, any[]>} curves The last frontier of each option.
 * @returns {Scene}
 */
export function sceneOf(state, page, say, curves) {
  const { results, shown, place } = state;
  const options = shown.flatMap((key, at) => {
    const result = results.options[key];
    if (!result) return [];
    if (result.frontier) curves.set(key, result.frontier);
    const frontier = result.frontier ?? curves.get(key);
    return [{ key, slot: at + 1, selected: at === place, label: result.label, stale: !result.frontier, result: { ...result, frontier } }];
  });
  const { do_nothing: nothing } = results.options;
  const mark = JSON.stringify([options, nothing, results.saving_target_eur, results.readiness]);
  return { options, results, nothing, mark, quarters: results.horizon_quarters, less: page.less, say };
}
