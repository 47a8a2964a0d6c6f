// @ts-check
// The page of an instrument of practice: a table per body, what stands out, and what follows.

import { entry, h3, pageOf, paragraphs, steps } from "./forms.js";
import { make, write } from "./nodes.js";
import { againSection, filesSection, findings, modelSection, pictureSection } from "./practice_found.js";
import { sheetOf } from "./sheet.js";

/** @typedef {import("./speech.js").Say} Say */
/** @typedef {import("./forms.js").Line} Line */
/** @typedef {import("./received.d.ts").InstrumentOnPage} Instrument */
/** @typedef {import("./received.d.ts").PracticeOnPage & import("./received.d.ts").FormState} State */

/** @param {import("./forms.js").Tools} tools */
function build({ id, page, say, line }) {
  const alarm = make("p", { class: "fault", role: "alert" });
  const back = steps(say, line);
  const tabs = choiceOf(`${id}-instruments`, say.text("instruments"), (key) => line.ask({ do: "instrument", key }));
  const bodies = choiceOf(`${id}-bodies`, say.text("bodies"), (key) => line.ask({ do: "body", key }));
  const about = make("div", { class: "sentences" });
  const apart = make("p", { class: "note" }, say.text("only_here"));
  const answered = make("p", { class: "note", role: "status" });
  const sheet = make("div", { class: "sheets" });
  const newBody = adding(id, "body", say, line);
  const adders = [adding(id, "row", say, line), adding(id, "column", say, line)];
  const first = make("p", { class: "note" }, say.text("first_body"));
  const alike = make("button", { type: "button", onclick: () => line.ask({ do: "take_over" }) });
  const found = findings(say);
  const model = modelSection(id, say, line);
  const picture = pictureSection(say, line);
  const files = filesSection(say, line, page.files);
  const later = againSection(say, line);
  const root = make(
    "section",
    { class: "selfmgmt-page selfmgmt-practice", lang: page.language, "aria-label": say.text("tool") },
    tabs.node, about, bodies.node, first, newBody.node,
    apart,
    make("div", { class: "bar" }, answered, alike, back.node),
    alarm, sheet, make("div", { class: "adders" }, ...adders.map((one) => one.node)),
    make("div", { class: "results" }, found.node, model.node),
    picture.node, files.node, later.node,
  );
  const titles = Object.fromEntries(Object.entries(page.instruments).map(([key, one]) => [key, one.title]));
  let drawn = "";
  let cells = new Map();
  const draw = (/** @type {State} */ state, /** @type {boolean} */ busy) => {
    const facts = page.instruments[state.instrument];
    tabs.draw(titles, state.instrument);
    tabs.node.hidden = Object.keys(titles).length < 2;
    bodies.draw(state.bodies, state.body);
    const several = Object.keys(state.bodies).length > 1;
    bodies.node.hidden = !several && !facts.adds.includes("body");
    apart.hidden = !several;
    first.hidden = state.body !== "";
    newBody.draw(facts, state);
    alike.hidden = !state.alike;
    write(alike, say.text("take_over", { count: state.alike }));
    paragraphs(about, [facts.purpose, facts.who]);
    write(answered, state.answered.join(" "));
    write(alarm, state.alarm);
    back.draw(state);
    const layout = JSON.stringify([state.instrument, state.body, state.rows, state.columns, state.options]);
    if (layout !== drawn) {
      drawn = layout;
      cells = new Map();
      sheet.replaceChildren(...sheetOf({ id, facts, state, say, line, cells, wide: (root.clientWidth || innerWidth) > 700 }));
    }
    for (const [key, cell] of cells) cell.draw(state.cells[key] ?? "", state.faults[key], state.differ.includes(key), busy);
    for (const one of adders) one.draw(facts, state);
    found.draw(state.found, facts.cautions);
    model.draw(facts.model, state);
    root.querySelector(".results").classList.toggle("alone", !facts.model);
    later.draw(state);
    picture.draw(state);
    files.draw(state);
  };
  return { root, draw, warn: (/** @type {string} */ words) => write(alarm, words) };
}

// A few choices of which one holds: buttons that a keyboard walks by Tab.
/** @param {string} id @param {string} label @param {(key: string) => void} choose */
function choiceOf(id, label, choose) {
  const list = make("div", { class: "choices", role: "group", "aria-labelledby": id });
  const node = make("div", { class: "choice" }, h3({ id }, label), list);
  let drawn = "";
  const draw = (/** @type {Record<string, string>} */ labels, /** @type {string} */ now) => {
    const next = JSON.stringify(labels);
    if (next !== drawn) {
      drawn = next;
      list.replaceChildren(
        ...Object.entries(labels).map(([key, words]) =>
          make("button", { type: "button", "data-key": key, onclick: () => choose(key) }, words),
        ),
      );
    }
    for (const button of list.children) button.setAttribute("aria-pressed", button.dataset.key === now);
  };
  return { node, draw };
}

// A field with which users add a row, a column or a body of their own.
/** @param {string} id @param {"row" | "column" | "body"} what @param {Say} say @param {Line} line */
function adding(id, what, say, line) {
  const key = `${id}-add-${what}`;
  const add = () => {
    if (!field.value.trim()) return;
    line.ask({ do: "add", field: what, value: field.value });
    field.value = "";
  };
  const { field, alarm, draw: entered } = entry({ id: key, size: 18, set: () => {} });
  field.addEventListener("keydown", (/** @type {KeyboardEvent} */ { key: pressed, isComposing }) => pressed === "Enter" && !isComposing && add());
  const label = make("label", { for: key });
  const button = make("button", { type: "button", onclick: add }, say.text("add"));
  const node = make("div", { class: "add" }, label, field, button, alarm);
  const draw = (/** @type {Instrument} */ facts, /** @type {State} */ state) => {
    node.hidden = !facts.adds.includes(what) || (what !== "body" && !state.body);
    write(label, facts[`add_${what}`]);
    entered("", state.faults[what] ?? "");
  };
  return { node, draw };
}

export const render = pageOf(build);
