// @ts-check
// The model in the browser: the second edition of `selfmgmt.simulation`, for one organisation. It
// follows the equations one future at a time, where Python takes all futures together.

import { blockDraws, toEven } from "./draws.js";
import { optionResult, pathBands } from "./compare.js";
import { growthOf } from "./growth.js";
import { netWhenDue, OUTCOMES, simulate } from "./outcomes.js";
import { PRICED } from "./price.js";
import { crossing, equalMoney, netOf } from "./sizing.js";
import { stress } from "./stress.js";
import { structureOf } from "./structure.js";
import { leverCurves } from "./turning.js";

export {
  blockDraws, crossing, equalMoney, growthOf, leverCurves, netOf, netWhenDue, optionResult, OUTCOMES,
  pathBands, PRICED, simulate, stress, structureOf, toEven,
};
