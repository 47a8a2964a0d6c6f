// @ts-check
// The library of pictures. Each has what it needs of a result, a drawing, words for those who do not
// see it, and a table; a picture of which the results have nothing is not offered.

import { FRONTIER } from "./frontier.js";
import { PATHS } from "./paths.js";
import { CONDITIONS_CHART, FELT_CHART, PRICE, SAVINGS } from "./ranges.js";
import { TEAMS } from "./teams.js";

/**
 * Picture by its key, in the order in which they are offered; `empty` tells why it shows nothing.
 * @type {Map<string, {key: string, needs: any, draw: any, alt: any, table: any, empty?: (scene: any) => string}>}
 */
export const CHARTS = new Map(
  [PRICE, FRONTIER, ...PATHS, SAVINGS, FELT_CHART, CONDITIONS_CHART, TEAMS].map((chart) => [chart.key, chart]),
);

/**
 * What a picture is drawn of.
 * @param {import("./explorer.js").State} state
 * @param {import("./explorer.js").Page} page
 * @param {import("./speech.js").Say} say
 * @param {Map<string, object[]>} curves The last frontier of each option.
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
