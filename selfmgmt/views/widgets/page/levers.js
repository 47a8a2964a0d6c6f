// @ts-check
// The levers of the option in hand, one group at a time; its name, and what can be done with it.

import { newGesture } from "./gestures.js";
import { lever } from "./lever.js";
import { isEnter, make, write } from "./nodes.js";

/** @typedef {import("./speech.js").Say} Say */
/** @typedef {import("./explorer_types.js").Host} Host */
/** @typedef {import("./explorer_types.js").Position} Position */

/**
 * @param {string} id @param {import("./explorer_types.js").Page} page @param {Say} say @param {Host} host
 */
export function leverPanel(id, page, say, host) {
  /** @type {ReturnType<typeof lever>[]} */
  const all = [];
  const folds = page.groups.map((group, at) => {
    const inside = group.levers.map((facts) => {
      const one = lever(`${id}-${facts.path.replace(".", "-")}`, facts, say, host);
      all.push(one);
      return one.node;
    });
    return make("details", { name: `${id}-group`, ...(at ? {} : { open: "" }) },
      make("summary", {}, group.title), make("div", { class: "group" }, ...inside));
  });
  const button = (/** @type {"copy" | "reset" | "only"} */ key) => host[key] && make("button", { type: "button", onclick: host[key] }, say.text(key));
  const [copy, reset, only] = [button("copy"), button("reset"), button("only")];
  const holding = make("p", { class: "holding", role: "heading", "aria-level": "2" });
  const name = host.rename && nameField(id, say, host);
  const tools = make("div", { class: "tools" }, ...[copy, reset, only].filter(Boolean));
  const own = make("details", { class: "own-name" }, make("summary", {}, say.text("this_option")), ...(name ? [name.node] : []), tools);
  const node = make("section", { class: "levers", "aria-label": say.text("levers") }, holding, ...folds, own);

  /** @param {import("./explorer_types.js").State} state */
  const draw = (state, /** @type {boolean} */ busy) => {
    const key = state.shown[state.place];
    const facts = /** @type {import("./explorer_types.js").State["options"][0]} */ (state.options.find((one) => one.key === key));
    write(holding, say.text("holding", { option: facts.label }));
    holding.dataset.slot = state.place + 1;
    if (reset) reset.disabled = !facts.adapted;
    const faultOf = (/** @type {string} */ path) => (state.fault && state.fault.lever === path ? state.fault.words : "");
    name?.draw(state.label, faultOf("label"));
    for (const one of all) {
      one.fault(faultOf(one.path));
      if (!busy) one.draw(state.positions[one.path]);
    }
  };
  // Put all levers where they stood, to show how it went; the values are places on sliders.
  const replay = (/** @type {Record<string, Position>} */ positions) => all.forEach((one) => one.draw(positions[one.path]));
  return { node, draw, replay };
}

// What people call the option in hand.
/** @param {string} id @param {Say} say @param {Host} host */
function nameField(id, say, host) {
  let typing = false;
  const alarm = make("p", { class: "fault", role: "alert", id: `${id}-name-fault` });
  const given = () => {
    if (!typing) return;
    typing = false;
    newGesture();
    host.rename?.(field.value);
  };
  const field = make("input", {
    type: "text",
    id: `${id}-name`,
    autocomplete: "off",
    maxlength: "200",
    "aria-describedby": alarm.id,
    oninput: () => (typing = true),
    onchange: given,
    onkeydown: (/** @type {KeyboardEvent} */ event) => isEnter(event) && given(),
  });
  const node = make("div", { class: "naming" }, make("label", { for: field.id }, say.text("name")), field, alarm);
  const draw = (/** @type {string} */ label, /** @type {string} */ fault) => {
    write(alarm, fault);
    field.setAttribute("aria-invalid", fault !== "");
    if (!typing && !fault) field.value = label;
  };
  return { node, draw };
}
