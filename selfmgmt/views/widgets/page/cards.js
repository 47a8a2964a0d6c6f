// @ts-check
// The options beside each other: which ones, their way and their mix, and their key figures.

import { make, write } from "./nodes.js";

/** @typedef {import("./speech.js").Say} Say */
/** @typedef {import("./explorer_types.js").Host} Host */
/** @typedef {import("./explorer_types.js").State} State */
/** @typedef {import("./explorer_types.js").Result} Result */

const KEY_FIGURES = ["capacity_low", "satisfaction_mean", "steerability_low", "posts_removed_fte"];
const SURE = 0.8; // share of the futures in which a cut is found before it is said to be found
const NOTHING_EUR = 1000; // a gap this small is written as nothing

/**
 * The gap in words, no firmer than the chance allows.
 * @param {Result} result @param {Say} say
 */
export function gapWords(result, say) {
  const chance = say.number(100 * result.target_met_probability);
  const { p50, p10, p90 } = result.gap_eur;
  if (result.target_met_probability >= SURE) return say.text("met", { chance });
  if (p50 < NOTHING_EUR) return say.text("met_on_average", { chance });
  const amounts = { amount: say.money(p50), low: say.money(Math.max(p10, 0)), high: say.money(Math.max(p90, 0)) };
  return say.text("gap", { ...amounts, chance });
}

/**
 * For those who listen: what the option in hand comes to, once all draws are made.
 * @param {State} state @param {Say} say
 */
export function announcement(state, say) {
  const result = state.results.options[state.shown[state.place]];
  if (!state.whole) return "";
  const figures = KEY_FIGURES.slice(0, 2).map((key) => `${say.text(`${key}_short`)}: ${say.outcome(key, result[key])}`);
  const gap = state.results.saving_target_eur.p50 > 0 ? [gapWords(result, say)] : [];
  return `${[state.note, result.label, ...gap, ...figures].filter(Boolean).join(". ")}.`;
}

/** @param {string} id @param {number} place @param {Say} say @param {Host} host */
export function card(id, place, say, host) {
  const pick = select(`${id}-place-${place}`, () => host.show(place, pick.value));
  const way = select(`${id}-way-${place}`, () => host.choose(place, { way: way.value }));
  const mix = select(`${id}-mix-${place}`, () => host.choose(place, { mix: mix.value }));
  const within = make("input", { type: "checkbox", id: `${id}-within-${place}`, onchange: () => host.include(place, within.checked) });
  const hold = make("button", { type: "button", onclick: () => host.hold(place) }, say.text("hold"));
  const gap = make("p", { class: "gap" });
  const size = make("span", { class: "size" });
  const figures = make("dl", { class: "key-figures" });
  const mark = make("span", { class: "mark", "aria-hidden": "true" }, String(place + 1));
  const top = make("div", { class: "top" }, mark, make("label", { for: pick.id, class: "sr" }, say.text("place", { number: place + 1 })), pick);
  const member = make("div", { class: "member" }, within, make("label", { for: within.id }, say.text("within")), hold);
  const parts = make("div", { class: "parts" },
    make("label", { for: way.id }, say.text("way")), way,
    make("label", { for: mix.id }, say.text("mix")), mix, size);
  const inside = make("div", { class: "inside" }, member, parts, gap, figures);
  const node = make("section", { class: `card slot-${place + 1}`, "aria-label": say.text("place", { number: place + 1 }) }, top, inside);
  let listed = "";

  /** @param {import("./explorer_types.js").State} state */
  const draw = (state) => {
    const list = JSON.stringify([state.options, state.ways, state.mixes]);
    if (list !== listed) fill(state);
    listed = list;
    const key = state.shown[place];
    const result = state.results.options[key];
    pick.value = key;
    inside.hidden = !result;
    node.classList.toggle("selected", place === state.place);
    if (!result) return;
    const facts = /** @type {State["options"][0]} */ (state.options.find((one) => one.key === key));
    node.classList.toggle("looked", !facts.within);
    hold.setAttribute("aria-label", say.text("hold_this", { option: facts.label }));
    hold.setAttribute("aria-pressed", place === state.place);
    within.checked = facts.within;
    way.value = state.ways.some((one) => one.key === result.way) ? result.way : "";
    mix.value = result.mix;
    const hasTarget = state.results.saving_target_eur.p50 > 0;
    gap.classList.toggle("open", hasTarget && result.gap_eur.p50 >= NOTHING_EUR);
    write(gap, hasTarget ? gapWords(result, say) : "");
    write(size, result.mix === "none" ? "" : `${say.number(result.m, 2)} ×`);
    size.title = result.size_lines?.join(" ") ?? "";
    figure(figures, result, say);
  };
  const fill = (/** @type {State} */ state) => {
    const entry = (/** @type {{key: string, label: string, adapted?: boolean}} */ one) => make("option", { value: one.key }, one.adapted ? say.text("adapted", { option: one.label }) : one.label);
    const group = (/** @type {string} */ words, /** @type {boolean} */ inIt) => {
      const found = state.options.filter((one) => one.within === inIt).map(entry);
      return found.length ? [make("optgroup", { label: say.text(words) }, ...found)] : [];
    };
    pick.replaceChildren(make("option", { value: "" }, say.text("none")), ...group("in_comparison", true), ...group("only_look", false));
    way.replaceChildren(...state.ways.map(entry));
    mix.replaceChildren(...state.mixes.map(entry));
  };
  return { node, draw };
}

/** @param {string} id @param {() => void} onchange */
function select(id, onchange) {
  return make("select", { id, onchange });
}

// The key figures; of falling back only where there is something to fall back from.
/** @param {HTMLElement} list @param {Result} result @param {Say} say */
function figure(list, result, say) {
  const rows = KEY_FIGURES.map((key) => [say.text(`${key}_short`), say.outcome(key, result[key])]);
  if (result.way !== "none") rows.splice(3, 0, [say.text("falls_back_short"), say.percent(result.falls_back)]);
  const now = JSON.stringify(rows);
  if (list.dataset.drawn === now) return;
  list.dataset.drawn = now;
  list.replaceChildren(...rows.map(([name, words]) => make("div", {}, make("dt", {}, name), make("dd", {}, words))));
}
