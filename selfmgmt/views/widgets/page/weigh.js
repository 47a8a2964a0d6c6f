// @ts-check
// The page of weighing: who answers, and three steps of which one is in view at a time.

import { pageOf, steps } from "./forms.js";
import { make, write } from "./nodes.js";
import { askStep } from "./weigh_ask.js";
import { countStep } from "./weigh_count.js";
import { followStep } from "./weigh_follow.js";

/** @typedef {import("./speech.js").Say} Say */
/** @typedef {import("./forms.js").Line} Line */
/** @typedef {import("./received.d.ts").WeighState & import("./received.d.ts").FormState} State */
/** @typedef {{key: string, label: string, help: string}} Named */
/** @typedef {{roles: Named[], methods: Named[], criterion: import("./received.d.ts").CriterionField[]}} Page */
/** @typedef {{id: string, page: Page, say: Say, line: Line, label: (role: string) => string}} Tools */
/** @typedef {{node: HTMLElement, draw: (state: State, busy: boolean) => void, opened?: () => void}} Step */

/** @param {import("./forms.js").Tools} tools */
function build({ id, page, say, line }) {
  const alarm = make("p", { class: "fault", role: "alert" });
  const back = steps(say, line);
  const tools = { id, page, say, line, label: (/** @type {string} */ role) => /** @type {Named} */ (page.roles.find((/** @type {Named} */ one) => one.key === role)).label };
  const who = whoAnswers(tools);
  const parts = { count: countStep(tools), ask: askStep(tools), follow: followStep(tools) };
  const tabs = stepTabs(tools, parts);
  parts.count.foot.append(next(say, "to_ask", () => tabs.show("ask")));
  parts.ask.foot.append(next(say, "to_follow", () => tabs.show("follow")));
  const root = make(
    "section",
    { class: "selfmgmt-page selfmgmt-weigh", lang: page.language, "aria-label": say.text("tool") },
    make("div", { class: "head" }, who.node, back.node, alarm),
    tabs.node,
    ...Object.values(parts).map((one) => one.node),
  );
  const draw = (/** @type {State} */ state, /** @type {boolean} */ busy) => {
    write(alarm, state.alarm);
    back.draw(state);
    for (const one of [who, ...Object.values(parts)]) one.draw(state, busy);
  };
  return { root, draw, warn: (/** @type {string} */ words) => write(alarm, words) };
}

/** @param {Say} say @param {string} key @param {() => void} onclick */
const next = (say, key, onclick) => make("p", { class: "next" }, make("button", { type: "button", class: "main", onclick }, say.text(key)));

// One step in view; the arrows go from one to the other, as in any list of tabs.
/** @param {Tools} tools @param {Record<string, Step>} parts */
function stepTabs({ id, say }, parts) {
  const keys = Object.keys(parts);
  const tabs = keys.map((key, at) =>
    make("button", { type: "button", role: "tab", id: `${id}-tab-${key}`, "aria-controls": `${id}-step-${key}`, onclick: () => show(key) }, `${at + 1}. ${say.text(`step_${key}`)}`),
  );
  keys.forEach((key, at) => {
    const { node } = parts[key];
    for (const [name, value] of Object.entries({ id: `${id}-step-${key}`, role: "tabpanel", "aria-labelledby": tabs[at].id })) node.setAttribute(name, value);
  });
  const show = (/** @type {string} */ wanted) => {
    keys.forEach((key, at) => {
      parts[key].node.hidden = key !== wanted;
      tabs[at].setAttribute("aria-selected", key === wanted);
      tabs[at].tabIndex = key === wanted ? 0 : -1;
    });
    parts[wanted].opened?.();
    tabs[keys.indexOf(wanted)].focus({ preventScroll: true });
  };
  const node = make("div", { class: "steps", role: "tablist", "aria-label": say.text("steps"), onkeydown: (/** @type {KeyboardEvent} */ { key }) => {
    const by = /** @type {Record<string, number>} */ ({ ArrowRight: 1, ArrowLeft: -1 })[key];
    const now = tabs.findIndex((one) => one.tabIndex === 0);
    if (by) show(keys[(now + by + keys.length) % keys.length]);
  } }, ...tabs);
  keys.forEach((key, at) => {
    parts[key].node.hidden = at > 0;
    tabs[at].setAttribute("aria-selected", at === 0);
    tabs[at].tabIndex = at === 0 ? 0 : -1;
  });
  return { node, show };
}

/** @param {Tools} tools */
function whoAnswers({ id, page, say, line }) {
  const pick = (/** @type {string} */ key, /** @type {{key: string, label: string}[]} */ choices, /** @type {(value: string) => object} */ message) => {
    const node = make("select", { id: `${id}-${key}`, onchange: () => line.ask(message(node.value)) });
    node.append(...choices.map((one) => make("option", { value: one.key }, one.label)));
    return { node, label: make("label", { for: node.id }, say.text(key)) };
  };
  const role = pick("role", page.roles, (/** @type {string} */ value) => ({ do: "hold", role: value }));
  const person = pick("person", [], (/** @type {string} */ value) => ({ do: "person", letter: value }));
  const add = make("button", { type: "button", title: say.text("person_note"), onclick: () => line.ask({ do: "add" }) }, say.text("add"));
  const node = make("div", { class: "who" }, role.label, role.node, person.label, person.node, add);
  const draw = (/** @type {State} */ state) => {
    const letters = state.letters.map((letter) => make("option", { value: letter }, say.text("person_of", { letter })));
    if (state.letters.join() !== person.node.dataset.letters) person.node.replaceChildren(...letters);
    person.node.dataset.letters = state.letters.join();
    role.node.value = state.role;
    role.node.title = page.roles.find((one) => one.key === state.role)?.help ?? "";
    person.node.value = state.letter;
  };
  return { node, draw };
}

export const render = pageOf(build);
