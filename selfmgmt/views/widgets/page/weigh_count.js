// @ts-check
// Step 1: what counts, with the two ends of each scale; and what people judge themselves.

import { entry, fold } from "./forms.js";
import { gesture } from "./gestures.js";
import { make, write } from "./nodes.js";

/** @typedef {import("./speech.js").Say} Say */
/** @typedef {import("./forms.js").Line} Line */
/** @typedef {import("./weigh.js").State} State */
/** @typedef {import("./weigh.js").Tools} Tools */
/** @typedef {import("./received.d.ts").Judgement} Judgement */
/** @typedef {import("./received.d.ts").CriterionRow} CriterionRow */
/** @typedef {import("./received.d.ts").CriterionField} CriterionField */

/** @param {Tools} tools */
export function countStep(tools) {
  const counts = countsField(tools);
  const judged = judgementSection(tools);
  const question = make("p", { class: "note" });
  const foot = make("div", { class: "foot" }, judged.node);
  const node = make("section", { class: "count" }, question, counts.node, foot);
  const draw = (/** @type {State} */ state, /** @type {boolean} */ busy) => {
    write(question, state.question);
    counts.draw(state);
    judged.draw(state, busy);
  };
  return { node, foot, draw };
}

/** @param {Tools} tools */
function countsField({ id, say, line }) {
  const boxes = make("div", { class: "counts" });
  const alarm = make("p", { class: "fault", role: "alert", id: `${id}-counts-fault` });
  const node = make(
    "fieldset", { "aria-describedby": alarm.id },
    make("legend", {}, say.text("criteria")), make("p", { class: "note" }, say.text("criteria_note")), boxes, alarm,
  );
  let listed = "";
  /** @type {ReturnType<typeof countBox>[]} */
  let all = [];
  const draw = (/** @type {State} */ { criteria, faults }) => {
    const what = JSON.stringify(criteria.map(({ on: _on, ...rest }) => rest));
    if (what !== listed) {
      listed = what;
      const focus = document.activeElement?.id;
      all = criteria.map((one) => countBox(id, one, say, line));
      boxes.replaceChildren(...all.map((one) => one.node));
      if (focus) boxes.querySelector(`#${CSS.escape(focus)}`)?.focus();
    }
    criteria.forEach((one, at) => {
      all[at].box.checked = one.on;
      all[at].node.classList.toggle("off", !one.on);
    });
    write(alarm, criteria.map((one) => faults[one.key]).find(Boolean) ?? "");
  };
  return { node, draw };
}

/** @param {string} page @param {CriterionRow} facts @param {Say} say @param {Line} line */
function countBox(page, facts, say, line) {
  const id = `${page}-counts-${facts.key}`;
  const box = make("input", { type: "checkbox", id, "aria-describedby": `${id}-scale`, onchange: () => line.ask({ do: "count", field: facts.key }) });
  const mark = facts.counted ? [] : [" ", make("span", { class: "unjudged" }, say.text("unjudged"))];
  const scale = make("span", { class: "ends", id: `${id}-scale` },
    make("span", { class: "hidden" }, say.text("scale", facts)),
    make("span", { "aria-hidden": "true" }, facts.worst), make("span", { class: "scale", "aria-hidden": "true" }),
    make("span", { "aria-hidden": "true" }, facts.best), make("span", { class: "unit", "aria-hidden": "true" }, facts.unit));
  return { box, node: make("div", { class: "counted", title: facts.help }, make("label", {}, box, make("span", {}, facts.label, ...mark)), scale) };
}

/** @param {Tools} tools */
function judgementSection({ id, page, say, line }) {
  const rows = make("div", { class: "rows" });
  const form = criterionForm(`${id}-new`, page, say, line, "");
  const add = make("details", { class: "own-criterion" },
    make("summary", {}, say.text("own_criterion")), make("p", { class: "note" }, say.text("own_note")), form.node);
  const { top, node } = fold("judgements", "", make("p", { class: "note" }, say.text("judgements_note")), rows, add);
  let listed = "";
  /** @type {ReturnType<typeof judged>[]} */
  let all = [];
  const list = (/** @type {Judgement[]} */ judgements) => {
    const before = all;
    const focused = before.findIndex((one) => one.node.contains(document.activeElement));
    all = judgements.map((one) => judged(id, one, page, say, line));
    rows.replaceChildren(...all.map((one) => one.node));
    for (const one of all) one.node.open = before.find(({ key }) => key === one.key)?.node.open ?? false;
    if (!before.length) return;
    const added = all.find((one) => !before.some(({ key }) => key === one.key));
    if (form.wasSent() && added) {
      add.open = false;
      added.node.open = true;
      added.focus();
    } else if (focused >= 0) (all.find(({ key }) => key === before[focused].key) ?? { focus: () => add.firstChild.focus() }).focus();
  };
  const draw = (/** @type {State} */ state, /** @type {boolean} */ busy) => {
    const ready = state.judgements.filter((one) => one.all && one.count >= one.all).length;
    write(top, say.text("judgements_short", { ready, all: state.judgements.length }));
    const keys = JSON.stringify(state.judgements.map((one) => [one.key, one.label, one.own, one.options.map(({ key, label }) => [key, label])]));
    if (keys !== listed) list(state.judgements);
    listed = keys;
    state.judgements.forEach((one, at) => all[at].draw(one, state.faults, busy));
    form.draw(state.faults, busy);
  };
  return { node, draw };
}

/** @param {string} id @param {Judgement} facts @param {import("./weigh.js").Page} page @param {Say} say @param {Line} line */
function judged(id, facts, page, say, line) {
  const count = make("span", { class: "share" });
  const anchors = make("dl", { id: `${id}-${facts.key}-anchors` });
  for (const { points, words } of facts.anchors) anchors.append(make("dt", {}, points), make("dd", {}, words));
  const inputs = facts.options.map(({ key, label }) => {
    const field = `judgements.${facts.key}.${key}`;
    const at = `${id}-${facts.key}-${key}`;
    const one = entry({
      id: at, size: 12, labelled: `${at}-label ${id}-${facts.key}-name`, describedby: anchors.id,
      set: (value) => line.ask({ do: "set", field, value, gesture: gesture() }),
    });
    const node = make("div", { class: "judgement" },
      make("label", { for: at, id: `${at}-label` }, label), one.field, one.alarm);
    return { field, node, draw: one.draw };
  });
  const form = facts.own && criterionForm(`${id}-${facts.key}`, page, say, line, facts.key, facts.own);
  const own = form
    ? [make("details", { class: "own-criterion" }, make("summary", {}, say.text("own_words", { criterion: facts.label })), form.node)]
    : [];
  const name = make("span", { id: `${id}-${facts.key}-name` }, facts.label);
  const top = make("summary", {}, name, " ", count);
  const node = make("details", {}, top, anchors, ...inputs.map((one) => one.node), ...own);
  const draw = (/** @type {Judgement} */ state, /** @type {Record<string, string>} */ faults, /** @type {boolean} */ busy) => {
    write(count, say.text("judged", { count: state.count, all: state.all }));
    inputs.forEach((one, at) => {
      if (!busy || faults[one.field]) one.draw(state.options[at].text, faults[one.field]);
    });
    form?.draw(faults, busy);
  };
  return { key: facts.key, node, draw, focus: () => top.focus() };
}

// The fields of a criterion of one's own, given together; what is wrong stands at each of them.
/** @param {string} id @param {import("./weigh.js").Page} page @param {Say} say @param {Line} line @param {string} key @param {Record<string, string> | null} [own] */
function criterionForm(id, page, say, line, key, own) {
  const form = `criteria.${key || "new"}`;
  let sent = false;
  const given = () => Object.fromEntries(all.map((one) => [one.key, one.input.value]));
  const give = () => {
    sent = true;
    line.ask({ do: "criterion", key, given: given(), field: form });
  };
  const all = page.criterion.map((facts) => criterionField(`${id}-own-${facts.key}`, facts, own?.[facts.key] ?? "", give));
  const alarm = make("p", { class: "fault", role: "alert" });
  const tools = [make("button", { type: "button", onclick: give }, say.text(key ? "keep_words" : "add_criterion"))];
  if (key) tools.push(make("button", { type: "button", onclick: () => line.ask({ do: "no_criterion", key, field: form }) }, say.text("delete")));
  const node = make("div", { class: "fields" }, ...all.map((one) => one.node), make("div", { class: "tools" }, ...tools), alarm);
  const draw = (/** @type {Record<string, string>} */ faults, /** @type {boolean} */ busy) => {
    write(alarm, faults[form] ?? "");
    for (const one of all) one.warn(faults[`${form}.${one.key}`] ?? "");
    if (!sent || busy) return;
    sent = false;
    const wrong = all.find((one) => one.isWrong());
    if (wrong) wrong.input.focus();
    else if (!key) for (const one of all) one.clear();
  };
  return { node, draw, wasSent: () => sent };
}

/** @param {string} id @param {CriterionField} facts @param {string} value @param {() => void} give */
function criterionField(id, facts, value, give) {
  const help = make("p", { class: "help", id: `${id}-help` }, facts.help);
  const alarm = make("p", { class: "fault", role: "alert", id: `${id}-fault` });
  const described = { id, "aria-describedby": `${help.id} ${alarm.id}` };
  const input = facts.choices.length
    ? make("select", described, ...facts.choices.map(([choice, words]) => make("option", { value: choice }, words)))
    : make("input", { type: "text", autocomplete: "off", maxlength: "200", ...described,
        onkeydown: (/** @type {KeyboardEvent} */ { key, isComposing }) => key === "Enter" && !isComposing && give() });
  const first = input.value;
  if (value) input.value = value;
  const warn = (/** @type {string} */ words) => {
    write(alarm, words);
    input.setAttribute("aria-invalid", words !== "");
  };
  const node = make("div", {}, make("label", { for: id }, facts.title), input, help, alarm);
  return { key: facts.key, node, input, warn, isWrong: () => alarm.textContent !== "", clear: () => (input.value = first) };
}
