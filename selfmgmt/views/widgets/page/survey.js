// @ts-check
// A survey among people: forms to take along, files to read, and what may be told of the answers.

import { saver } from "./files.js";
import { fold, h3, h4, still, wideTable } from "./forms.js";
import { make, write } from "./nodes.js";

/** @typedef {import("./speech.js").Say} Say */
/** @typedef {import("./forms.js").Line} Line */
/** @typedef {import("./received.d.ts").ReadinessOnPage & import("./received.d.ts").FormState} State */
/** @typedef {import("./received.d.ts").PictureOnPage} PictureOnPage */

const LARGEST = 7e6; // bytes of all files together
const FOLDED = ["quality", "agreement", "reading"]; // statistics, for who wants them

/** @param {string} id @param {{forms: Record<string, string>}} page @param {Say} say @param {Line} line */
export function surveySection(id, page, say, line) {
  const { yardstick: _yardstick, ...forms } = page.forms;
  const saved = saver(say, line, forms);
  const reader = readSection(id, say, line);
  const results = resultSection(say, line);
  const { node } = fold(
    "survey",
    say.text("ask"),
    make("p", { class: "note" }, say.text("ask_note")),
    make("div", { class: "forms" }, ...saved.nodes),
    h3({}, say.text("read")),
    make("p", { class: "note" }, say.text("read_note")),
    reader.node,
    results.node,
  );
  let had = false;
  const draw = (/** @type {State} */ state, /** @type {boolean} */ busy) => {
    if (state.survey && !had) node.open = true; // what people said must be seen
    had = Boolean(state.survey);
    [saved, reader, results].forEach((one) => one.draw(state, busy));
  };
  return { node, draw, takes: reader.takes };
}

// Three files and a number, sent together: none of them is kept on the other side.
/** @param {string} id @param {Say} say @param {Line} line */
function readSection(id, say, line) {
  const file = (/** @type {string} */ name) => make("input", { type: "file", id: `${id}-${name}`, accept: ".csv,.txt,.tsv,.xlsx,.xlsm,.ods" });
  const [answers, people, earlier] = ["answers", "people", "earlier"].map(file);
  const invited = make("input", { type: "text", id: `${id}-invited`, size: 8, autocomplete: "off", inputmode: "numeric" });
  const alarm = make("p", { class: "fault", role: "alert", id: `${id}-read-fault` });
  const busyNote = make("p", { class: "note", role: "status" });
  let waits = false;
  const warn = (/** @type {string} */ words) => write(alarm, words);
  const ask = (/** @type {Record<string, unknown>} */ message) => {
    waits = true;
    warn("");
    write(busyNote, say.text("reading"));
    line.ask(message);
  };
  const read = async () => {
    const chosen = { answers: answers.files[0], people: people.files[0], earlier: earlier.files[0] };
    const given = Object.entries(chosen).filter(([, one]) => one);
    if (!chosen.answers) return warn(say.text("no_file"));
    if (given.reduce((sum, [, one]) => sum + one.size, 0) > LARGEST) return warn(say.text("too_large"));
    const files = await Promise.all(given.map(async ([part, one]) => [part, { name: one.name, content: await base64(one) }]));
    ask({ do: "read", invited: invited.value, files: Object.fromEntries(files) });
  };
  const labelled = (/** @type {HTMLElement} */ input, /** @type {string} */ key, /** @type {string | undefined} */ help = undefined) => {
    const about = help && make("p", { class: "help", id: `${input.id}-help` }, say.text(help));
    input.setAttribute("aria-describedby", [about?.id, alarm.id].filter(Boolean).join(" "));
    return make("div", { class: "file" }, make("label", { for: input.id }, say.text(key)), input, ...(about ? [about] : []));
  };
  const node = make(
    "div",
    { class: "read" },
    labelled(answers, "answers"),
    labelled(invited, "invited", "invited_help"),
    labelled(people, "people", "people_help"),
    labelled(earlier, "earlier"),
    make(
      "div",
      { class: "tools" },
      make("button", { type: "button", onclick: read }, say.text("show")),
      make("button", { type: "button", onclick: () => ask({ do: "example" }) }, say.text("example")),
    ),
    busyNote,
    alarm,
  );
  const draw = (/** @type {State} */ state, /** @type {boolean} */ busy) => {
    if (!waits || busy) return;
    waits = false;
    write(busyNote, "");
    warn(state.alarm);
  };
  return { node, draw, takes: (/** @type {State} */ state, /** @type {boolean} */ busy) => (waits && !busy) || alarm.textContent === state.alarm };
}

/** @param {File} file */
const base64 = (file) =>
  new Promise((done, failed) => {
    const reader = new FileReader();
    reader.onload = () => done(String(reader.result).split(",")[1] ?? "");
    reader.onerror = failed;
    reader.readAsDataURL(file);
  });

/** @param {Say} say @param {Line} line */
function resultSection(say, line) {
  const heading = h3({ tabindex: "-1" }, say.text("results"));
  const madeUp = make("p", { class: "made-up" }, say.text("made_up_note"));
  const keep = make("button", { type: "button", onclick: () => line.ask({ do: "keep" }) }, say.text("keep"));
  const kept = make("p", { class: "note", role: "status" });
  const close = make("button", { type: "button", onclick: () => line.ask({ do: "close" }) }, say.text("close"));
  const parts = make("div", {});
  const node = make("div", { class: "results" }, heading, madeUp, make("div", { class: "tools" }, keep, close), kept, parts);
  const watch = new IntersectionObserver((seen) => seen.some((one) => one.isIntersecting) && fetch());
  let drawn = "";
  let pictures = new Map();
  const fetch = () => (watch.disconnect(), line.ask({ do: "picture" }));
  const arrange = (/** @type {import("./received.d.ts").SurveyOnPage} */ { parts: found, made_up }) => {
    pictures = new Map();
    parts.replaceChildren(
      ...found.map((one) => {
        const figures = make("div", { class: "figures" });
        if (["profile", "roles"].includes(one.key)) {
          figures.append(make("p", { class: "note" }, say.text("drawing")));
          pictures.set(one.key, figures);
        }
        return part(one, figures, made_up, say);
      }),
    );
    for (const node of pictures.values()) watch.observe(node);
  };
  const draw = (/** @type {State} */ { survey, figures }) => {
    node.hidden = !survey;
    const next = survey ? JSON.stringify(survey.parts) : "";
    if (next !== drawn) {
      watch.disconnect();
      if (survey) arrange(survey);
      else parts.replaceChildren();
      drawn = next;
    }
    if (!survey) return;
    madeUp.hidden = !survey.made_up;
    keep.hidden = survey.made_up || survey.kept;
    write(kept, survey.kept ? say.text("kept") : "");
    if (!figures) return;
    for (const [key, node] of pictures)
      node.replaceChildren(...figures[key].map((one) => still(marked(one, survey.made_up, say), say)));
  };
  return { node, draw };
}

/** @param {PictureOnPage} one @param {boolean} madeUp @param {Say} say */
const marked = (one, madeUp, say) =>
  madeUp ? { ...one, title: `${say.text("made_up")}: ${one.title}`, alt: `${say.text("made_up")}. ${one.alt}` } : one;

/** @param {import("./received.d.ts").Part} about @param {Node} figures @param {boolean} madeUp @param {Say} say */
function part({ key, title, sentences, tables }, figures, madeUp, say) {
  const tag = madeUp ? [make("span", { class: "tag" }, say.text("made_up")), " "] : [];
  const inner = [
    ...tables.map(wideTable),
    make("div", { class: "sentences" }, ...sentences.map((words) => make("p", {}, words))),
    figures,
  ];
  if (!FOLDED.includes(key)) return make("div", { class: "part" }, h4({}, ...tag, title), ...inner);
  return make("details", { class: "part numbers" }, make("summary", {}, ...tag, title), ...inner);
}
