// @ts-check
// The page of readiness: own scores, a survey with what may be told of it, and the team yardstick.

import { entry, fold, h3, pageOf, paragraphs, steps, wideTable } from "./forms.js";
import { gesture, newGesture } from "./gestures.js";
import { make, write } from "./nodes.js";
import { surveySection } from "./survey.js";
import { teamSection } from "./yardstick.js";

/** @typedef {import("./speech.js").Say} Say */
/** @typedef {import("./forms.js").Line} Line */
/** @typedef {import("./received.d.ts").ReadinessOnPage & import("./received.d.ts").FormState} State */
/** @typedef {{key: string, title: string, help: string}} Subject */
/** @typedef {{fields: Subject[]}} Page */

/** @param {import("./forms.js").Tools} tools */
function build({ id, page, say, line }) {
  const alarm = make("p", { class: "fault", role: "alert" });
  const standing = standingSection(say);
  const own = ownSection(id, page, say, line);
  const gain = gainSection(say);
  const survey = surveySection(id, page, say, line);
  const team = teamSection(id, page, say, line);
  const root = make(
    "section",
    { class: "selfmgmt-page selfmgmt-readiness", lang: page.language, "aria-label": say.text("tool") },
    alarm,
    own.node,
    standing.node,
    gain.node,
    survey.node,
    team.node,
  );
  const draw = (/** @type {State} */ state, /** @type {boolean} */ busy) => {
    write(alarm, survey.takes(state, busy) ? "" : state.alarm);
    [standing, own, gain, survey, team].forEach((part) => part.draw(state, busy));
  };
  return { root, draw, warn: (/** @type {string} */ words) => write(alarm, words) };
}

// What is known and what is weakest, in full; the one sentence that counts stands under the scores.
/** @param {Say} say */
function standingSection(say) {
  const known = make("div", { class: "sentences" });
  const weakest = make("div", { class: "sentences" });
  const { node } = fold("standing", say.text("standing"), known, weakest);
  const draw = (/** @type {State} */ state) => {
    paragraphs(known, state.known);
    paragraphs(weakest, state.weakest);
  };
  return { node, draw };
}

/** @param {string} id @param {Page} page @param {Say} say @param {Line} line */
function ownSection(id, page, say, line) {
  const back = steps(say, line);
  const bySurvey = make("p", { class: "remark" }, say.text("survey_scores"));
  const holds = make("p", { class: "holds", role: "status" });
  const scores = page.fields.map((facts) => score(id, facts, say, line));
  const node = make(
    "div",
    { class: "form" },
    make("div", { class: "bar" }, h3({}, say.text("own")), back.node),
    make("p", { class: "note" }, say.text("own_note")),
    bySurvey,
    make("div", { class: "scores" }, ...scores.map((one) => one.node)),
    holds,
  );
  const draw = (/** @type {State} */ state, /** @type {boolean} */ busy) => {
    back.draw(state);
    bySurvey.hidden = !state.by_survey;
    write(holds, state.holds);
    page.fields.forEach(({ key }, at) => scores[at].draw(state.fields[key], state.faults[key], busy));
  };
  return { node, draw };
}

/** @param {string} page @param {Subject} facts @param {Say} say @param {Line} line */
function score(page, facts, say, line) {
  const id = `${page}-${facts.key}`;
  const { field, alarm, draw: drawEntry } = entry({
    id,
    size: 6,
    describedby: `${id}-help ${id}-used`,
    set: (value) => line.ask({ do: "set", field: facts.key, value, gesture: gesture() }),
  });
  const used = make("p", { class: "used", id: `${id}-used` });
  const set = (/** @type {string} */ value) => (newGesture(), line.ask({ do: "set", field: facts.key, value, gesture: gesture() }));
  const scale = [1, 2, 3, 4, 5].map((step) => {
    const end = { 1: say.text("low_end"), 5: say.text("high_end") }[step];
    const name = [`${facts.title}: ${step}`, end].filter(Boolean).join(", ");
    return make("button", { type: "button", title: end ?? "", "aria-label": name, onclick: () => set(String(step)) }, String(step));
  });
  const node = make(
    "div",
    { class: "score" },
    make("label", { for: id }, facts.title),
    make("div", { class: "scale" }, ...scale, field),
    make("p", { class: "help", id: `${id}-help` }, facts.help),
    used,
    alarm,
  );
  const draw = (/** @type {import("./received.d.ts").ScoreOnPage} */ state, /** @type {string | undefined} */ fault, /** @type {boolean} */ busy) => {
    if (!busy || fault) drawEntry(state.text, fault);
    write(used, state.used);
    scale.forEach((one, at) => one.setAttribute("aria-pressed", Boolean(state.own && state.own[0] <= at + 1 && at + 1 <= state.own[2])));
  };
  return { node, draw };
}

/** @param {Say} say */
function gainSection(say) {
  const busy = make("p", { class: "note" }, say.text("busy"));
  const sentences = make("div", { class: "sentences" });
  const tables = make("div", {});
  const { node } = fold("gain", say.text("effect"), busy, sentences, tables);
  let drawn = "";
  const draw = (/** @type {State} */ { effect }) => {
    busy.hidden = Boolean(drawn || effect);
    node.classList.toggle("stale", Boolean(drawn) && !effect);
    if (!effect || JSON.stringify(effect) === drawn) return;
    drawn = JSON.stringify(effect);
    paragraphs(sentences, effect.sentences);
    tables.replaceChildren(...effect.tables.map(wideTable));
  };
  return { node, draw };
}

export const render = pageOf(build);
