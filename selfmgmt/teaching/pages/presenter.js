// The screen of the facilitator: how many answered while it is open, how they answered afterwards.
import { byId, element, filled, listen, read, send } from "./parts.js";

const words = read("words");
const language = document.documentElement.lang;
const [stage, notice, people, moves] = ["stage", "notice", "people", "moves"].map(byId);
const button = (move) => /** @type {HTMLButtonElement} */ (moves.querySelector(`[data-move="${move}"]`));
const SURE = { again: words.again_sure, reset: words.reset_sure, case: words.to_case_sure, export: words.export_sure };
const SVG = "http://www.w3.org/2000/svg";

const say = (text) => {
  notice.textContent = text;
};

async function start() {
  const key = decodeURIComponent(location.hash.slice(1));
  if (key) {
    const done = await send("/api/key", { key }).catch(() => null);
    if (done?.ok) history.replaceState(null, "", location.pathname + location.search);
    else say(done ? done.fault : words.lost);
  }
  const allowed = await fetch("/api/key").catch(() => null);
  if (allowed?.status === 403) {
    say(words.key_needed);
    moves.hidden = true;
    return;
  }
  listen(language, {
    onState: draw,
    onLost: () => say(words.lost),
    onOver: () => {
      stage.replaceChildren(element("h1", { textContent: words.over }));
      moves.hidden = true;
      say("");
    },
  });
}

moves.addEventListener("click", async (event) => {
  const { move } = /** @type {HTMLElement} */ (event.target).dataset;
  if (!move || (SURE[move] && !confirm(SURE[move]))) return;
  const ballot = move === "open" ? byId("ballot").value : "";
  const done = await send(`/api/move?language=${language}`, { move, ballot }).catch(() => null);
  say(done ? done.fault || done.remarks.join(" ") : words.lost);
});

function draw(state) {
  if (notice.textContent === words.lost) say("");
  people.textContent = state.people;
  button("reveal").disabled = state.phase !== "open";
  button("again").disabled = state.phase === "waiting";
  if (state.phase === "waiting") stage.replaceChildren();
  else stage.replaceChildren(heading(state), ...(state.result ? result(state) : hidden(state)));
}

function heading(state) {
  const text = state.round > 1 ? `${state.ballot.title} (${words.round} ${state.round})` : state.ballot.title;
  return element("h1", { textContent: text });
}

function hidden(state) {
  const tables = state.ballot.by === "table";
  const of = tables ? state.tables : state.people;
  const count = element("p", { className: "big", textContent: `${state.answered} / ${of} ` });
  count.append(element("small", { textContent: tables ? words.tables_answered : words.answered }));
  const intro = element("p", { textContent: state.ballot.intro });
  const blind = element("p", { textContent: tables ? words.blind_tables : words.blind });
  return [intro, count, blind];
}

function result(state) {
  if (state.result.experiment) return predictions(state);
  if (state.result.people === null) return [element("p", { className: "big", textContent: words.few })];
  const { people, counts, before } = state.result;
  const parts = [bars(`${words.all}: ${people} ${words.people}`, counts, state, before)];
  for (const [body, counts] of Object.entries(state.result.bodies)) {
    parts.push(bars(`${body}: ${Math.max(...counts.map(total))} ${words.people}`, counts, state));
  }
  if (state.result.hidden.length) {
    const labels = state.ballot.questions.filter(({ key }) => state.result.hidden.includes(key));
    const names = labels.map(({ label }) => label).join(", ");
    parts.push(element("p", { className: "small", textContent: `${words.hidden}: ${names}. ${words.few}` }));
  }
  return parts;
}

const total = (count) => count.counts.reduce((sum, one) => sum + one, 0);

// How the answers to each question fall; beside them those of the round before, when there is one.
function bars(caption, counts, state, before = []) {
  const table = element("table", { className: "bars" }, element("caption", { textContent: caption }));
  const earlier = new Map(before.map((count) => [count.question, count]));
  if (earlier.size) {
    table.classList.add("two");
    table.append(rounds(state.round));
  }
  const same = sharedEnds(state.ballot.questions, counts);
  for (const count of counts) {
    const asked = state.ballot.questions.find(({ key }) => key === count.question);
    const last = earlier.get(count.question);
    const row = element("tr", {}, element("th", { scope: "row", textContent: count.label }));
    const sides = same ? "" : scaleEnds(asked);
    if (sides) row.firstChild.append(element("span", { className: "sides", textContent: sides }));
    if (earlier.size) {
      row.append(last ? element("td", {}, histogram(last, asked)) : element("td", { textContent: "–" }));
    }
    row.append(
      element("td", {}, histogram(count, asked)),
      element("td", { className: "words", textContent: spread(count, last) }),
    );
    table.append(row);
  }
  return same ? element("div", {}, table, element("p", { className: "small", textContent: same })) : table;
}

// The middle of the answers and between which ones half lie; or how the middle moved.
function spread(count, last) {
  const shown = (quartiles) => quartiles.map((value) => value.toLocaleString(language));
  const [low, middle, high] = shown(count.quartiles);
  if (last) return `${words.middle} ${shown(last.quartiles)[1]} → ${middle}`;
  return `${words.middle} ${middle}; ${words.spread} ${low}–${high}`;
}

function rounds(round) {
  const heads = element("tr", {}, element("td"));
  for (const number of [round - 1, round]) {
    heads.append(element("th", { scope: "col", textContent: `${words.round} ${number}` }));
  }
  heads.append(element("td"));
  return heads;
}

// What the ends of the scale mean when they mean the same for every question; else nothing.
function sharedEnds(questions, counts) {
  const shown = counts.map(({ question }) => questions.find(({ key }) => key === question));
  const ends = new Set(shown.map(scaleEnds));
  return ends.size === 1 ? [...ends][0] : "";
}

// What the lowest and the highest step of a scale mean.
function scaleEnds(question) {
  const { steps, ends, low, high } = question;
  const [lowest, highest] = steps.length ? [steps[0], steps.at(-1)] : ends;
  return lowest ? `${low}: ${lowest}; ${high}: ${highest}` : "";
}

// Columns for the steps of a scale, each with how many chose it beneath.
function histogram(count, asked) {
  const [wide, high, gap] = [40, 30, 4];
  const most = Math.max(...count.counts, 1);
  const picture = document.createElementNS(SVG, "svg");
  const width = wide * count.counts.length;
  picture.setAttribute("viewBox", `0 0 ${width} ${high + 14}`);
  picture.setAttribute("preserveAspectRatio", "xMinYMax meet");
  picture.setAttribute("role", "img");
  const step = (at) => asked.steps[at] ?? count.low + at;
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

function shape(tag, attributes, text = "") {
  const made = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.textContent = text;
  return made;
}

function predictions(state) {
  const { model, tables, explain, unit } = state.result.experiment;
  const [direction, size] = state.ballot.questions;
  const step = (asked, value) => (value === undefined ? "–" : asked.steps[value - asked.low]);
  const grid = element("table", { className: "grid" });
  const heads = element("tr");
  heads.append(
    element("td"),
    element("th", { scope: "col", textContent: words.direction }),
    element("th", { scope: "col", textContent: words.size }),
  );
  grid.append(heads);
  for (const one of tables) {
    grid.append(row(`${words.table} ${one.table}`, step(direction, one.direction), step(size, one.size)));
  }
  grid.append(modelRow(model, direction, unit));
  const question = element("p", { textContent: state.ballot.intro });
  return [question, grid, element("p", { textContent: explain }), element("p", { className: "small", textContent: words.no_winner })];
}

function row(name, ...cells) {
  const made = element("tr", {}, element("th", { scope: "row", textContent: name }));
  made.append(...cells.map((textContent) => element("td", { textContent })));
  return made;
}

function modelRow(model, direction, unit) {
  const digits = { maximumFractionDigits: 1, minimumFractionDigits: 1 };
  const number = (value) => value.toLocaleString(language, digits).replace("-", "\u2212");
  const values = { middle: number(model.p50), low: number(model.p10), high: number(model.p90) };
  const way = `${direction.steps[model.direction - 1]}: ${model.lower} ${filled(words.model_lower, model)}`;
  const far = `${filled(words.middle_range, values)} ${words[`unit_${unit}`]}`;
  const made = row(words.model, way, far);
  made.className = "model";
  return made;
}

start();
