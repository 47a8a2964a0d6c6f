// @ts-check
// The screen of the facilitator: how many answered while it is open, how they answered afterwards.
import { make } from "../../views/widgets/page/nodes.js";
import { byId, listen, read, send } from "./parts.js";
import { result } from "./tally.js";

/** @typedef {import("./received.d.ts").RoomState} State */
/** @typedef {State & {ballot: import("./received.d.ts").BallotOnPage}} Open */

const words = read("words");
const language = document.documentElement.lang;
const [stage, notice, people, moves] = ["stage", "notice", "people", "moves"].map(byId);
/** @param {string} move */
const button = (move) => /** @type {HTMLButtonElement} */ (moves.querySelector(`[data-move="${move}"]`));
/** @type {Record<string, string>} */
const SURE = { again: words.again_sure, reset: words.reset_sure, case: words.to_case_sure, export: words.export_sure };

/** @param {string} text */
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
      stage.replaceChildren(make("h1", {}, words.over));
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

/** @param {State} state */
function draw(state) {
  if (notice.textContent === words.lost) say("");
  people.textContent = String(state.people);
  button("reveal").disabled = state.phase !== "open";
  button("again").disabled = state.phase === "waiting";
  const { ballot, result: found } = state;
  if (state.phase === "waiting" || !ballot) return stage.replaceChildren();
  const now = { ...state, ballot };
  stage.replaceChildren(heading(now), ...(found ? result({ ...now, result: found }) : hidden(now)));
}

/** @param {Open} state */
function heading(state) {
  const text = state.round > 1 ? `${state.ballot.title} (${words.round} ${state.round})` : state.ballot.title;
  return make("h1", {}, text);
}

/** @param {Open} state */
function hidden(state) {
  const tables = state.ballot.by === "table";
  const of = tables ? state.tables : state.people;
  const count = make("p", { class: "big" }, `${state.answered} / ${of} `);
  count.append(make("small", {}, tables ? words.tables_answered : words.answered));
  const intro = make("p", {}, state.ballot.intro);
  const blind = make("p", {}, tables ? words.blind_tables : words.blind);
  return [intro, count, blind];
}

start();
