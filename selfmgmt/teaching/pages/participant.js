// @ts-check
// The page of a participant: come in, answer, change your mind, and find it all back after a break.
import { make } from "../../views/widgets/page/nodes.js";
import { byId, chosen, listen, mark, question, read, send } from "./parts.js";

/** @typedef {import("./received.d.ts").RoomState} State */
/** @typedef {State & {ballot: import("./received.d.ts").BallotOnPage}} Open */

const words = read("words");
const about = read("about");
const language = document.documentElement.lang;
const [join, room, notice] = ["join", "room", "notice"].map(byId);
const RETRY = 1500; // milliseconds
let shown = ""; // the turn that is on the page

/** @param {string} text */
const say = (text) => {
  notice.textContent = text;
};

async function mine() {
  const response = await fetch("/api/mine");
  return response.ok ? response.json() : null;
}

async function start() {
  if (await mine()) enter();
  else join.hidden = false;
}

function enter() {
  join.hidden = true;
  room.hidden = false;
  listen(language, {
    onState: draw,
    onLost: () => say(words.lost),
    onOver: () => {
      room.replaceChildren(make("h1", {}, words.over));
      say("");
    },
  });
}

join.addEventListener("submit", async (event) => {
  event.preventDefault();
  const code = byId("code").value;
  const table = Number(byId("table").value);
  const done = await send(`/api/join?language=${language}`, { code, table }).catch(() => null);
  if (done?.ok) {
    say("");
    enter();
  } else say(done ? done.fault : words.lost);
});

/** @param {State} now */
async function draw(now) {
  if (notice.textContent === words.lost) say("");
  const turn = `${now.nonce} ${now.phase}`;
  if (turn === shown) return;
  shown = turn;
  if (now.phase === "waiting" || !now.ballot) {
    room.replaceChildren(make("h1", {}, words.waiting));
    return;
  }
  const state = { ...now, ballot: now.ballot };
  const title = make("h1", {}, state.ballot.title);
  const intro = make("p", {}, state.ballot.intro);
  if (state.phase === "revealed") {
    say("");
    room.replaceChildren(title, make("p", {}, words.revealed_hint));
    return;
  }
  const before = (await mine()) ?? { table: "", values: {} };
  if (turn !== shown) return;
  const parts = [title];
  if (state.ballot.by === "table") {
    const text = `${words.my_table} ${before.table}. ${words.for_table}`;
    parts.push(make("p", { class: "small" }, text));
  }
  room.replaceChildren(...parts, intro, sheet(state, before.values));
  say(Object.keys(before.values).length ? arrived(state) : "");
}

/** @param {Open} state */
const arrived = (state) => (state.ballot.by === "table" ? words.sent_table : words.sent);

/** @param {Open} state @param {Record<string, number>} values */
function sheet(state, values) {
  const form = make("form", { id: "sheet" });
  const has = Object.keys(values).length > 0;
  const button = make("button", {}, has ? words.send_again : words.send);
  form.append(...state.ballot.questions.map((one) => question(one, values[one.key], words)), button);
  form.addEventListener("submit", (/** @type {Event} */ event) => {
    event.preventDefault();
    const body = {
      nonce: state.nonce,
      submission: mark(),
      values: chosen(form, state.ballot.questions),
    };
    deliver(body, state, button);
  });
  return form;
}

// Sends until the room has it; the same mark each time, so that it counts once.
/** @param {object} body @param {Open} state @param {HTMLButtonElement} button */
async function deliver(body, state, button) {
  button.disabled = true;
  const done = await send(`/api/answer?language=${language}`, body).catch(() => null);
  if (!done) {
    say(words.not_sent);
    setTimeout(() => deliver(body, state, button), RETRY);
    return;
  }
  button.disabled = false;
  if (done.ok) button.textContent = words.send_again;
  say(done.ok ? arrived(state) : done.fault);
}

if (about.code) byId("code").value = about.code;
start();
