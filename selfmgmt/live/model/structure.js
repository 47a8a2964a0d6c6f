// @ts-check
// The organisation as teams, managers and support: how many there are once a plan is in place.

import { coaches } from "./maturity.js";
import { amountOf, sizedMix } from "./plan.js";
import { emptyPositions, fillPositions } from "./positions.js";
import { band } from "./quantiles.js";

/**
 * The teams and the FTE around them, as planned.
 * @param {import("./plan.js").Plan} plan @param {import("./draws.js").Draws} draws
 * @returns {Record<string, import("./quantiles.js").Band>} infinite where there is nothing to
 *   divide by
 */
export function structureOf(plan, draws) {
  const share = sizedMix(plan.mix, plan.factor);
  const into = emptyPositions();
  const names = ["teams", "managers", "support", "primary", "coaches", "team_size", "span"];
  const values = Object.fromEntries(names.map((name) => [name, new Float64Array(draws.size)]));
  for (let i = 0; i < draws.size; i++) {
    fillPositions(into, plan.way, share, draws, i);
    const teams = amountOf(plan.way.team_count, draws.of.team_count[i]);
    const [managers, support, primary] = [into.managers, into.support, into.primary].map(
      (one) => one.today - one.way - one.mix + one.added,
    );
    const others = support + primary;
    values.teams[i] = teams;
    values.managers[i] = managers;
    values.support[i] = support;
    values.primary[i] = primary;
    values.coaches[i] = coaches(plan.way, draws, i);
    values.team_size[i] = (managers + others) / teams;
    values.span[i] = managers > 0 ? others / managers : Infinity;
  }
  return Object.fromEntries(names.map((name) => [name, band(values[name])]));
}
