// @ts-check
// The team yardstick: all of it stays in this window.

import { saver } from "./files.js";
import { fold, h4 } from "./forms.js";
import { make, write } from "./nodes.js";

/** @typedef {import("./speech.js").Say} Say */
/** @typedef {import("./forms.js").Line} Line */
/** @typedef {{forms: Record<string, string>, yardstick: import("./received.d.ts").YardstickOnPage}} Page */
/** @typedef {{now: number[], before: number[]}} Sheets */

/** @param {string} id @param {Page} page @param {Say} say @param {Line} line */
export function teamSection(id, page, say, line) {
  const { purpose, steps: how, cautions, aspects } = page.yardstick;
  const saved = saver(say, line, { yardstick: page.forms.yardstick });
  /** @type {Sheets[]} */
  const chosen = aspects.map(() => ({ now: [], before: [] }));
  const talk = make("ol", {});
  const alike = make("p", {}, say.text("team_alike"));
  const outcome = make("div", { class: "outcome", role: "status" }, h4({}, say.text("team_talk")), talk, alike);
  const moved = make("ul", {});
  const same = make("p", {}, say.text("team_same"));
  const since = make("div", { class: "outcome", role: "status" }, h4({}, say.text("team_since")), moved, same);
  const summarise = () => {
    const apart = chosen.map(({ now }) => (now.length ? Math.max(...now) - Math.min(...now) : 0));
    const order = apart.map((_, at) => at).filter((at) => apart[at]).sort((a, b) => apart[b] - apart[a]);
    outcome.hidden = chosen.every(({ now }) => now.length < 2);
    alike.hidden = order.length > 0;
    talk.replaceChildren(...order.map((at) => make("li", {}, say.text("team_apart", { subject: aspects[at].label, steps: apart[at] }))));
    const changes = chosen.flatMap((one, at) => changed(aspects[at], one, say));
    since.hidden = !chosen.some(({ now, before }) => now.length && before.length);
    same.hidden = changes.length > 0;
    moved.replaceChildren(...changes.map((words) => make("li", {}, words)));
  };
  const rows = aspects.map((aspect, at) =>
    sheet(`${id}-team-${at}`, aspect, say, (when, stages) => ((chosen[at][when] = stages), summarise())),
  );
  const list = (/** @type {string} */ tag, /** @type {string[]} */ sentences) => make(tag, {}, ...sentences.map((words) => make("li", {}, words)));
  const inside = make(
    "details",
    { class: "numbers" },
    make("summary", {}, say.text("team_lay")),
    make("p", { class: "note" }, say.text("team_private")),
    make("p", { class: "note" }, say.text("team_lay_note")),
    ...rows,
    outcome,
    since,
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

// The sentences that were ticked most often; several when they were ticked as often.
/** @param {number[]} stages */
function most(stages) {
  const times = [1, 2, 3, 4].map((stage) => stages.filter((one) => one === stage).length);
  const top = Math.max(...times);
  return top ? times.flatMap((count, at) => (count === top ? [at] : [])) : [];
}

// What the same team ticked most last time and now, when that is another sentence.
/** @param {import("./received.d.ts").Aspect} about @param {Sheets} sheets @param {Say} say */
function changed({ label, stages }, { now, before }, say) {
  const [is, was] = [most(now), most(before)];
  if (!is.length || !was.length || String(is) === String(was)) return [];
  const words = (/** @type {number[]} */ found) => found.map((at) => `“${stages[at]}”`).join(", ");
  return [say.text("team_moved", { subject: label, before: words(was), now: words(is) })];
}

// Which sentence each member ticked on one subject, now and last time, and how often each was ticked.
/** @param {string} id @param {import("./received.d.ts").Aspect} about @param {Say} say @param {(when: "now" | "before", stages: number[]) => void} set */
function sheet(id, { label, stages }, say, set) {
  const counts = make("ul", { class: "counts" });
  const showCounts = (/** @type {number[]} */ found) => {
    const times = stages.map((_, at) => found.filter((stage) => stage === at + 1).length);
    counts.replaceChildren(
      ...stages.flatMap((sentence, at) => (times[at] ? [make("li", {}, say.text("team_count", { count: times[at], sentence }))] : [])),
    );
  };
  const now = ticks(id, say, (found) => (showCounts(found), set("now", found)));
  const before = ticks(`${id}-before`, say, (found) => set("before", found));
  const earlier = make("label", { for: `${id}-before`, class: "help" }, say.text("team_before", { subject: label }));
  return make("div", { class: "sheet" }, make("label", { for: id }, label), now, counts, earlier, before);
}

// A field with a figure for each member.
/** @param {string} id @param {Say} say @param {(stages: number[]) => void} set */
function ticks(id, say, set) {
  const alarm = make("p", { class: "fault", role: "alert", id: `${id}-fault` });
  const read = () => {
    const written = field.value.trim();
    const isGood = /^[1-4\s,;]*$/.test(written);
    write(alarm, isGood ? "" : say.text("team_fault"));
    field.setAttribute("aria-invalid", !isGood);
    set(isGood ? [...written].filter((sign) => /\d/.test(sign)).map(Number) : []);
  };
  const field = make("input", {
    type: "text", id, size: 16, autocomplete: "off", inputmode: "numeric", "aria-describedby": alarm.id, onchange: read,
  });
  return make("div", {}, field, alarm);
}
