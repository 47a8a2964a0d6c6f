// @ts-check
// What a cut does to the people who stay: its dose, its condition and how it fades (E8).

import { cutCondition } from "./conditions.js";
import { drawnEffect } from "./draws.js";
import { canGo } from "./removals.js";

/** @typedef {import("./run.js").Run} Run */

/** @param {number} some @param {number} whole */
const share = (some, whole) => (whole > 0 ? some / whole : 0);

/** @param {Run} run before the quarters of a draw */
export function startCut(run) {
  const { plan, positions, state, draws, i } = run;
  const { of } = draws;
  const { managers, support, primary, hired } = positions;
  const beta = of.hired_primary_share[i];
  state.managersShare = share(managers.way, managers.today);
  const { scope } = plan.way;
  const reach = state.managersShare > scope ? scope / state.managersShare : 1;
  state.relief = run.progress.strength[i] * reach;
  const byWay = managers.way + support.way + primary.way + beta * hired.way;
  const byMix = managers.mix + support.mix + primary.mix + beta * hired.mix;
  state.wayPart = share(byWay, byWay + byMix);
  const imposed = state.wayPart * plan.way.imposed + (1 - state.wayPart) * plan.mix.imposed;
  state.cutCondition = cutCondition(imposed, of.cut_imposed_in_evidence[i]);
  const all = canGo(run, managers);
  state.plannedManagers = all * share(managers.way, managers.way + managers.mix);
  state.plannedOthers =
    all - state.plannedManagers + canGo(run, support) + canGo(run, primary);
}

/** @param {Run} run @param {string} key an effect of the cut where it is there in full */
export function cutEffect({ draws, state, i }, key) {
  return drawnEffect(draws.effects[key], draws.luck[key][i], state.cutCondition);
}

/** @param {Run} run @param {number} t the quarter */
export function stepCut(run, t) {
  const { positions, state, draws, i } = run;
  const { of } = draws;
  const { managers, hired, fte } = positions;
  const beta = of.hired_primary_share[i];
  state.uneased = 1 - state.relief * state.kept;
  const missed = state.uneased * state.stillGone;
  const planned = (state.plannedOthers + missed * state.plannedManagers) / fte;
  const gone =
    state.support + state.primary + state.mixManagers +
    state.wayManagers * state.uneased + state.hired * beta;
  const real = gone / (fte + beta * hired.today);
  const faded = together(run.mixFaded[t], run.wayFaded[t], state.wayPart);
  state.left = 1 - (1 - of.cut_effect_stays[i]) * faded;
  state.recent = together(run.mixRecent[t], run.wayRecent[t], state.wayPart);
  state.attitudeDose = Math.min(planned / of.cut_full_share_attitudes[i], 1);
  state.workDose = Math.min(real / of.deep_cut_full_share[i], 1) * state.left;
  state.leaderless = missed * state.managersShare + share(managers.mix, managers.today);
  state.leaderlessNow = share(state.awayWay * state.uneased + state.awayMix, managers.today);
}

/** @param {number} mix @param {number} way @param {number} part of what goes, by the way */
function together(mix, way, part) {
  return mix + (way - mix) * part;
}
