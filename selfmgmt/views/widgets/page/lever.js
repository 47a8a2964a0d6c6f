// @ts-check
// One lever: its name, where it stands in words and as a figure, and its slider or its choices.

import { gesture, newGesture } from "./gestures.js";
import { isEnter, make, write } from "./nodes.js";

/**
 * @param {string} id @param {import("./explorer_types.js").Lever} facts
 * @param {import("./speech.js").Say} say @param {import("./explorer_types.js").Host} host
 */
export function lever(id, facts, say, host) {
  const isChoice = facts.choices.length > 0;
  let typing = false;
  let wrong = false;
  const set = (/** @type {string} */ value) => host.move(facts.path, value, gesture());
  const given = () => {
    if (!typing) return;
    typing = false;
    newGesture();
    set(field.value);
  };
  const title = make("label", { for: id }, facts.title);
  const level = make("span", { class: "level" });
  const words = make("span", { class: "words" });
  const help = make("p", { class: "help", id: `${id}-help`, hidden: "" }, facts.help);
  const alarm = make("p", { class: "fault", role: "alert", id: `${id}-fault` });
  const described = { "aria-describedby": `${id}-help ${id}-fault` };
  const moved = () => {
    field.value = say.plain(slider.valueAsNumber) + facts.suffix;
    write(level, levelOf(facts, slider.valueAsNumber));
    slider.setAttribute("aria-valuetext", `${field.value} ${level.textContent}`.trim());
    set(field.value);
  };
  const slider = make("input", { type: "range", id, min: facts.low, max: facts.high, step: facts.step, ...described, oninput: moved });
  const field = make("input", {
    type: "text",
    autocomplete: "off",
    "aria-label": say.text("field", { lever: facts.title }),
    ...described,
    oninput: () => (typing = true),
    onchange: given,
    onkeydown: (/** @type {KeyboardEvent} */ event) => isEnter(event) && given(),
  });
  const choice = make("select", { id, ...described, onchange: () => set(choice.value) });
  choice.append(...facts.choices.map(([value, label]) => make("option", { value }, label)));
  const ask = make("button", {
    type: "button",
    class: "why",
    "aria-label": say.text("about_lever", { lever: facts.title }),
    "aria-expanded": "false",
    "aria-controls": help.id,
    onclick: () => {
      help.hidden = !help.hidden;
      ask.setAttribute("aria-expanded", !help.hidden);
    },
  }, "?");
  const top = isChoice
    ? [make("div", { class: "name" }, title), ask, choice]
    : [make("div", { class: "name" }, title), field, ask, slider, make("div", { class: "stands" }, level, words)];
  const node = make("div", {
    class: isChoice ? "lever choice" : "lever",
    onpointerdown: newGesture,
    onfocusin: newGesture,
  }, ...top, help, alarm);
  const fault = (/** @type {string} */ text) => {
    write(alarm, text);
    wrong = text !== "";
    for (const one of [field, choice]) one.setAttribute("aria-invalid", wrong);
  };
  /** @param {import("./explorer_types.js").Position} position */
  const draw = (position) => {
    if (isChoice) return void (choice.value = position.text);
    const at = Number(position.at); // only a choice has none
    slider.value = at;
    write(level, levelOf(facts, at));
    write(words, position.words);
    slider.setAttribute("aria-valuetext", `${position.text} ${level.textContent} ${position.words}`.trim());
    if (!typing && !wrong) field.value = position.text;
  };
  return { path: facts.path, node, draw, fault, slider };
}

/**
 * The word for a place on the slider: the first that holds up to there.
 * @param {import("./explorer_types.js").Lever} facts @param {number} at
 */
function levelOf({ levels }, at) {
  return levels.find(([upTo]) => at <= upTo)?.[1] ?? "";
}
