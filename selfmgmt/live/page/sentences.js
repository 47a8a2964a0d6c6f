// @ts-check
// What is said of an option: its size, what goes beside it, its price, and what it changes.

import { NONE } from "./option.js";
import { shareOf } from "./levers.js";

/**
 * @typedef {object} Telling
 * @property {any} say the explorer's `speaker`
 * @property {(key: string, values?: Record<string, string>) => string} tell our own sentences
 * @property {Record<string, string>} mixes key to name
 * @property {Record<string, any>} levers path to facts
 * @property {(path: string) => any} described path to `Lever` of the explorer
 * @property {string[]} priced outcomes that the price names
 */

/** @param {string} words with a small first letter, unless it is a name of capitals */
export const small = (words) =>
  /^\p{Lu}\p{Ll}/u.test(words) ? words[0].toLowerCase() + words.slice(1) : words;

/** @param {Telling} telling @param {any} result @param {boolean} equal @returns {string[]} */
export function sizeLines({ say, tell, mixes }, result, equal) {
  const mixed = result.mix !== NONE && result.m > 0;
  const key = `${equal ? "sized" : "described"}_${mixed ? "mixed" : "alone"}`;
  const values = { mix: small(mixes[result.mix]), times: say.number(result.m, 2) };
  const reach = Number.isFinite(result.reach) ? [tell("reach", { share: say.percent(result.reach) })] : [];
  return [tell(key, values), ...reach, ...(result.deeper_than_measured ? [tell("deep")] : [])];
}

/** @param {Telling} telling @param {any} result @param {boolean} equal */
export function besideSentence(telling, result, equal) {
  const { say, tell } = telling;
  const parts = [goneSentence(telling, result)];
  const shown = Math.round(100 * result.reach);
  if (equal && shown !== 100)
    parts.push(tell(shown < 100 ? "falls_short" : "passes", { share: say.percent(result.reach) }));
  if (result.deeper_than_measured) parts.push(tell("deep"));
  if (result.way !== NONE) parts.push(tell("price", { changes: priceWords(telling, result) }));
  return parts.join(" ");
}

/** @param {Telling} telling @param {any} result */
function goneSentence({ say, tell }, { gone, way }) {
  const groups = Object.entries(gone);
  if (!groups.length) return tell("gone_nothing");
  const shares = groups.map(([group, share]) => `${tell(`group_${group}`)} ${say.percent(share)}`);
  return tell(way === NONE ? "gone" : "gone_beside", { shares: shares.join(", ") });
}

/** @param {Telling} telling @param {any} result */
function priceWords({ say, priced }, { price_of_way: { working } }) {
  return priced
    .map((key) => `${small(say.text(key))} ${say.difference(key, working[key])}`)
    .join("; ");
}

/**
 * Only what the option changes, lever by lever.
 * @param {Telling} telling @param {Record<string, any>} design @param {Record<string, any>} today
 */
export function changesSentence(telling, design, today) {
  const { tell, levers, described } = telling;
  const paths = Object.keys(levers).filter((path) => !path.startsWith("question."));
  const at = (/** @type {Record<string, any>} */ one, /** @type {string} */ path) =>
    path.startsWith("autonomy.") ? one.autonomy[path.slice("autonomy.".length)] : one[path];
  const changed = paths.filter(
    (path) => JSON.stringify(at(design, path)) !== JSON.stringify(at(today, path)),
  );
  if (!changed.length) return tell("changes_nothing");
  const words = changed.map(
    (path) => `${small(described(path).title)}: ${valueWords(telling, path, at(design, path))}`,
  );
  return tell("changes", { changes: words.join("; ") });
}

/** @param {Telling} telling @param {string} path @param {any} value */
export function valueWords({ say, tell, levers, described }, path, value) {
  const facts = levers[path];
  if (facts.kind === "choice" || facts.kind === "yes_no") {
    const { choices } = described(path);
    const index = typeof value === "boolean" ? (value ? 0 : 1) : -1;
    return (choices[index] ?? choices.find((/** @type {string[]} */ one) => one[0] === value))[1];
  }
  if (facts.kind === "level") return tell("level", { level: value });
  if (facts.kind === "amount") return amountWords({ say, tell }, path, facts, value);
  if (path === "training") return tell("per_fte", { amount: `€\u00a0${say.number(value)}` });
  return facts.share ? say.percent(value) : tell("quarters", { count: say.number(value) });
}

/** @param {Pick<Telling, "say" | "tell">} telling @param {string} path @param {any} facts
 * @param {import("../model/plan.js").Amount} amount */
function amountWords({ say, tell }, path, facts, { value, relative }) {
  const of = { coaches: "of_need", primary_fte_change: "of_primary", hire_change: "of_hire" };
  const key = of[/** @type {keyof typeof of} */ (path)] ?? "of_today";
  if (relative) return tell(key, { share: say.percent(value) });
  if (facts.unit === "EUR") return tell("per_year", { amount: say.money(value) });
  return `${say.number(value, Number.isInteger(value) ? 0 : 1)} ${tell(`unit_${facts.unit}`)}`;
}

/**
 * What a value comes to, beside the figure that was filled in.
 * @param {Telling} telling @param {string} path @param {any} value
 * @param {number} whole of what it can be a part
 */
export function besideLever(telling, path, value, whole) {
  const { say, tell, levers } = telling;
  const facts = levers[path];
  if (facts.kind === "choice" || facts.kind === "yes_no") return "";
  if (facts.kind === "level") return tell("level", { level: value });
  if (facts.kind !== "amount") return facts.share ? "" : valueWords(telling, path, value);
  if (!value.relative)
    return value.value ? say.percent(shareOf(value, whole)) : tell(`unit_${facts.unit}`);
  if (path.startsWith("question.")) return tell("of_staff_cost");
  const size = value.value * whole;
  if (path === "team_count") return tell("about_teams", { count: say.number(size) });
  if (path === "hire_change") return tell("about", { amount: say.money(size) });
  const digits = Math.abs(size) > 0 && Math.abs(size) < 10 ? 1 : 0;
  return tell("about_fte", { count: say.number(size, digits) });
}
