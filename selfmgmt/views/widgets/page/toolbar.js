// @ts-check
// The bar of tools above the explorer, the keys that do the same, and the parts on a narrow screen.

import { announcement } from "./cards.js";
import { make, write } from "./nodes.js";

/** @typedef {import("./speech.js").Say} Say */
/** @typedef {import("./explorer_types.js").Host} Host */
/** @typedef {import("./explorer_types.js").State} State */
/** @typedef {{fit: () => void, replay: () => void, large: () => void, more: () => void}} Acts */

const TABS = ["levers", "options", "charts"]; // on a narrow screen one at a time
/** @type {Record<string, string>} */
const SIGNS = { undo: "↶", redo: "↷" };
const TYPED = "input[type=text], input[type=search], select, textarea"; // where letters are text

// One letter or figure does something while the focus is here, unless it is being typed somewhere.
/** @param {KeyboardEvent} event @param {Record<string, (() => void) | undefined>} keys */
export function pressed(event, keys) {
  const { key, altKey, ctrlKey, metaKey, shiftKey } = event;
  const target = /** @type {Element} */ (event.target);
  if (altKey || target.closest("dialog") || (target.matches(TYPED) && !(ctrlKey && target.matches("select")))) return;
  const letter = key.toLowerCase();
  const steps = ctrlKey || metaKey;
  if (steps && !["z", "y"].includes(letter)) return;
  const does = steps && shiftKey && letter === "z" ? keys.y : keys[letter];
  if (!does) return;
  event.preventDefault();
  does();
}

// On a narrow screen: which part is in view.
/** @param {Say} say @param {(key: string) => void} turn */
export function tabs(say, turn) {
  const buttons = TABS.map((key) => make("button", { type: "button", "aria-pressed": key === "options", onclick: () => show(key) }, say.text(key)));
  const show = (/** @type {string} */ key) => {
    buttons.forEach((one, at) => one.setAttribute("aria-pressed", TABS[at] === key));
    turn(key);
  };
  return make("nav", { class: "tabs", "aria-label": say.text("parts") }, ...buttons);
}

/** @param {Say} say @param {Host} host @param {Acts} acts */
export function tools(say, host, acts) {
  const button = (/** @type {string} */ key, /** @type {(() => void) | undefined} */ does, label = key) => make("button", { type: "button", class: `tool-${key}`, title: say.text(`key_${label}`), onclick: does, "aria-label": key in SIGNS && say.text(key) }, SIGNS[key] ?? say.text(key));
  const undo = button("undo", host.undo, "z");
  const redo = button("redo", host.redo, "y");
  const replay = button("replay", acts.replay, "r");
  const fit = button("fit", acts.fit, "d");
  const large = button("large", acts.large, "g");
  const more = button("more", acts.more, "m");
  const shared = async () => write(note, await /** @type {() => Promise<string>} */ (host.share)());
  const share = host.share && make("button", { type: "button", onclick: shared }, say.text("share"));
  const question = make("p", { class: "question" });
  const note = make("p", { class: "done", role: "status" });
  const status = make("p", { class: "sr", role: "status" });
  const alarm = make("p", { class: "fault", role: "alert" });
  const node = make("div", { class: "toolbar" }, question, note, alarm, status,
    make("div", { class: "tools" }, undo, redo, replay, fit, ...(share ? [share] : []), large, more));
  const draw = (/** @type {State} */ state, /** @type {boolean} */ canReplay) => {
    const target = state.results.saving_target_eur.p50;
    const amount = say.money(target);
    write(question, target > 0 ? say.text("target", { amount, month: say.month(state.results.due_quarter) }) : say.text("no_target"));
    undo.disabled = !state.undo;
    redo.disabled = !state.redo;
    replay.disabled = !canReplay;
    fit.disabled = target <= 0;
    fit.setAttribute("aria-pressed", state.fitted);
    write(alarm, state.fault && !state.fault.lever ? state.fault.words : "");
    write(note, state.note ?? "");
    write(status, announcement(state, say));
  };
  const isLarge = (/** @type {boolean} */ now) => large.setAttribute("aria-pressed", now);
  isLarge(false);
  return { node, draw, large: isLarge, replayed: () => write(status, say.text("replayed")), warn: (/** @type {string} */ words) => write(alarm, words) };
}
