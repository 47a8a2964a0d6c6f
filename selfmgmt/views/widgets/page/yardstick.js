// @ts-check
// The team yardstick: all of it stays in this window.

import { saver } from "./files.js";
import { fold, h4 } from "./forms.js";
import { make, write } from "./nodes.js";

/** @typedef {import("./speech.js").Say} Say */
/** @typedef {import("./forms.js").Line} Line */
/** @typedef {{forms: Record<string, string>, yardstick: import("./received.d.ts").YardstickOnPage}} Page */

/** @param {string} id @param {Page} page @param {Say} say @param {Line} line */
export function teamSection(id, page, say, line) {
  const { purpose, steps: how, cautions, aspects } = page.yardstick;
  const saved = saver(say, line, { yardstick: page.forms.yardstick });
  /** @type {number[][]} */
  const chosen = aspects.map(() => []);
  const talk = make("ol", {});
  const alike = make("p", {}, say.text("team_alike"));
  const outcome = make("div", { class: "outcome", role: "status" }, h4({}, say.text("team_talk")), talk, alike);
  const summarise = () => {
    const apart = chosen.map((stages) => (stages.length ? Math.max(...stages) - Math.min(...stages) : 0));
    const order = apart.map((_, at) => at).filter((at) => apart[at]).sort((a, b) => apart[b] - apart[a]);
    outcome.hidden = chosen.every((stages) => stages.length < 2);
    alike.hidden = order.length > 0;
    talk.replaceChildren(...order.map((at) => make("li", {}, say.text("team_apart", { subject: aspects[at].label, steps: apart[at] }))));
  };
  const rows = aspects.map((aspect, at) => sheet(`${id}-team-${at}`, aspect, say, (stages) => ((chosen[at] = stages), summarise())));
  const list = (/** @type {string} */ tag, /** @type {string[]} */ sentences) => make(tag, {}, ...sentences.map((words) => make("li", {}, words)));
  const inside = make(
    "details",
    { class: "numbers" },
    make("summary", {}, say.text("team_lay")),
    make("p", { class: "note" }, say.text("team_private")),
    make("p", { class: "note" }, say.text("team_lay_note")),
    ...rows,
    outcome,
  );
  const { node } = fold(
    "team",
    say.text("team"),
    make("p", {}, purpose),
    list("ol", how),
    make("div", { class: "cautions" }, make("p", {}, say.text("team_first")), ...cautions.map((words) => make("p", {}, words))),
    make("div", { class: "forms" }, ...saved.nodes),
    inside,
  );
  summarise();
  return { node, draw: saved.draw };
}

// Which sentence each member ticked on one subject, and how often each was ticked.
/** @param {string} id @param {import("./received.d.ts").Aspect} about @param {Say} say @param {(stages: number[]) => void} set */
function sheet(id, { label, stages }, say, set) {
  const alarm = make("p", { class: "fault", role: "alert", id: `${id}-fault` });
  const counts = make("ul", { class: "counts" });
  const read = () => {
    const written = field.value.trim();
    const isGood = /^[1-4\s,;]*$/.test(written);
    write(alarm, isGood ? "" : say.text("team_fault"));
    field.setAttribute("aria-invalid", !isGood);
    const found = isGood ? [...written].filter((sign) => /\d/.test(sign)).map(Number) : [];
    const times = stages.map((_, at) => found.filter((stage) => stage === at + 1).length);
    counts.replaceChildren(
      ...stages.flatMap((sentence, at) => (times[at] ? [make("li", {}, say.text("team_count", { count: times[at], sentence }))] : [])),
    );
    set(found);
  };
  const field = make("input", {
    type: "text", id, size: 16, autocomplete: "off", inputmode: "numeric", "aria-describedby": alarm.id, onchange: read,
  });
  return make("div", { class: "sheet" }, make("label", { for: id }, label), make("div", {}, field, alarm), counts);
}

