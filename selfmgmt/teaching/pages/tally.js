// @ts-check
// How the room answered: for each question how the answers fall, or what the tables predicted.
import { fill, make, shape } from "../../views/widgets/page/nodes.js";
import { read } from "./parts.js";

/** @typedef {import("./received.d.ts").RoomState} State */
/** @typedef {State & {ballot: import("./received.d.ts").BallotOnPage}} Open */
/** @typedef {Open & {result: import("./received.d.ts").ResultOnPage}} Revealed */
/** @typedef {import("./received.d.ts").CountOnPage} Count */
/** @typedef {import("./received.d.ts").QuestionOnPage} Question */

const words = read("words");
const language = document.documentElement.lang;

/** What everybody may see once it is revealed. @param {Revealed} state */
export function result(state) {
  if (state.result.experiment) return predictions(state, state.result.experiment);
  if (state.result.people === null) return [make("p", { class: "big" }, words.few)];
  const { people, counts, before } = state.result;
  const parts = [bars(`${words.all}: ${people} ${words.people}`, counts, state, before)];
  for (const [body, counts] of Object.entries(state.result.bodies)) {
    parts.push(bars(`${body}: ${Math.max(...counts.map(total))} ${words.people}`, counts, state));
  }
  if (state.result.hidden.length) {
    const labels = state.ballot.questions.filter(({ key }) => state.result.hidden.includes(key));
    const names = labels.map(({ label }) => label).join(", ");
    parts.push(make("p", { class: "small" }, `${words.hidden}: ${names}. ${words.few}`));
  }
  return parts;
}

/** @param {Count} count */
const total = (count) => count.counts.reduce((sum, one) => sum + one, 0);

/** @param {Count} count @param {Question[]} questions */
const questionOf = (count, questions) => /** @type {Question} */ (questions.find(({ key }) => key === count.question));

// How the answers to each question fall; beside them those of the round before, when there is one.
/** @param {string} caption @param {Count[]} counts @param {Revealed} state @param {Count[]} [before] */
function bars(caption, counts, state, before = []) {
  const table = make("table", { class: "bars" }, make("caption", {}, caption));
  const earlier = new Map(before.map((count) => [count.question, count]));
  if (earlier.size) {
    table.classList.add("two");
    table.append(rounds(state.round));
  }
  const same = sharedEnds(state.ballot.questions, counts);
  for (const count of counts) {
    const asked = questionOf(count, state.ballot.questions);
    const last = earlier.get(count.question);
    const row = make("tr", {}, make("th", { scope: "row" }, count.label));
    const sides = same ? "" : scaleEnds(asked);
    if (sides) row.firstChild.append(make("span", { class: "sides" }, sides));
    if (earlier.size) {
      row.append(cell(`${words.round} ${state.round - 1}`, last ? histogram(last, asked) : "–"));
    }
    row.append(
      cell(earlier.size ? `${words.round} ${state.round}` : "", histogram(count, asked)),
      make("td", { class: "words", "data-head": last ? words.middle : "" }, spread(count, last)),
    );
    table.append(row);
  }
  return same ? make("div", {}, table, make("p", { class: "small" }, same)) : table;
}

// A cell that has its head with it where a screen is too narrow for a row of heads.
/** @param {string} head @param {Node | string} content */
const cell = (head, content) => make("td", { "data-head": head }, content);

// The middle of the answers and between which ones half lie; or how the middle moved.
/** @param {Count} count @param {Count} [last] */
function spread(count, last) {
  const shown = (/** @type {number[]} */ quartiles) => quartiles.map((value) => value.toLocaleString(language));
  const [low, middle, high] = shown(count.quartiles);
  if (last) return `${shown(last.quartiles)[1]} → ${middle}`;
  const half = fill(low === high ? words.spread_none : words.spread, { low, high });
  return `${words.middle} ${middle}; ${half}`;
}

/** @param {number} round */
function rounds(round) {
  const heads = make("tr", {}, make("td"));
  for (const number of [round - 1, round]) {
    heads.append(make("th", { scope: "col" }, `${words.round} ${number}`));
  }
  heads.append(make("th", { scope: "col", class: "words" }, words.middle));
  return heads;
}

// What the ends of the scale mean when they mean the same for every question; else nothing.
/** @param {Question[]} questions @param {Count[]} counts */
function sharedEnds(questions, counts) {
  const shown = counts.map((count) => questionOf(count, questions));
  const ends = new Set(shown.map(scaleEnds));
  return ends.size === 1 ? [...ends][0] : "";
}

// What the lowest and the highest step of a scale mean.
/** @param {Question} question */
function scaleEnds(question) {
  const { steps, ends, low, high } = question;
  const [lowest, highest] = steps.length ? [steps[0], steps.at(-1)] : ends;
  return lowest ? `${low}: ${lowest}; ${high}: ${highest}` : "";
}

// Columns for the steps of a scale, each with how many chose it beneath.
/** @param {Count} count @param {Question} asked */
function histogram(count, asked) {
  const [wide, high, gap] = [40, 30, 4];
  const most = Math.max(...count.counts, 1);
  const viewBox = `0 0 ${wide * count.counts.length} ${high + 14}`;
  const picture = shape("svg", { viewBox, preserveAspectRatio: "xMinYMax meet", role: "img" });
  const step = (/** @type {number} */ at) => asked.steps[at] ?? count.low + at;
  const told = count.counts.map((one, at) => `${step(at)}: ${one}`).join(", ");
  picture.setAttribute("aria-label", told);
  count.counts.forEach((one, at) => {
    const tall = (one / most) * high;
    picture.append(
      shape("rect", { x: at * wide + gap, y: high - tall, width: wide - 2 * gap, height: Math.max(tall, 1), fill: one ? "#14607a" : "#c3ced6" }),
      shape("text", { x: (at + 0.5) * wide, y: high + 12, "text-anchor": "middle", "font-size": 11, fill: "#51606c" }, `${count.low + at}`),
    );
    if (one) picture.append(shape("text", { x: (at + 0.5) * wide, y: high - tall + (tall > 14 ? 12 : -2), "text-anchor": "middle", "font-size": 11, fill: tall > 14 ? "#fff" : "#1d2b36" }, `${one}`));
  });
  return picture;
}

/** @param {Revealed} state @param {import("./received.d.ts").ExperimentOnPage} experiment */
function predictions(state, experiment) {
  const { model, tables, explain, unit } = experiment;
  const [direction, size] = state.ballot.questions;
  const step = (/** @type {Question} */ asked, /** @type {number | undefined} */ value) => (value === undefined ? "–" : asked.steps[value - asked.low]);
  const grid = make("table", { class: "grid" });
  const heads = make("tr");
  heads.append(
    make("td"),
    make("th", { scope: "col" }, words.direction),
    make("th", { scope: "col" }, words.size),
  );
  grid.append(heads);
  for (const one of tables) {
    grid.append(row(`${words.table} ${one.table}`, step(direction, one.direction), step(size, one.size)));
  }
  grid.append(modelRow(model, direction, unit));
  const question = make("p", {}, state.ballot.intro);
  return [question, grid, make("p", {}, explain), make("p", { class: "small" }, words.no_winner)];
}

/** @param {string} name @param {...string} cells */
function row(name, ...cells) {
  const made = make("tr", {}, make("th", { scope: "row" }, name));
  made.append(...cells.map((textContent) => make("td", {}, textContent)));
  return made;
}

/** @param {any} model @param {Question} direction @param {string} unit */
function modelRow(model, direction, unit) {
  const digits = { maximumFractionDigits: 1, minimumFractionDigits: 1 };
  const number = (/** @type {number} */ value) => value.toLocaleString(language, digits).replace("-", "\u2212");
  const values = { middle: number(model.p50), low: number(model.p10), high: number(model.p90) };
  const way = `${direction.steps[model.direction - 1]} (${fill(words.model_ways, model)})`;
  const far = `${fill(words.middle_range, values)} ${words[`unit_${unit}`]}`;
  const made = row(words.model, way, far);
  made.className = "model";
  return made;
}
