// The page of a participant: come in, answer, change your mind, and find it all back after a break.
import { byId, chosen, element, listen, mark, question, read, send } from "./parts.js";

const words = read("words");
const about = read("about");
const language = document.documentElement.lang;
const [join, room, notice] = ["join", "room", "notice"].map(byId);
const RETRY = 1500; // milliseconds
let shown = ""; // the turn that is on the page

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
      room.replaceChildren(element("h1", { textContent: words.over }));
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

async function draw(state) {
  if (notice.textContent === words.lost) say("");
  const turn = `${state.nonce} ${state.phase}`;
  if (turn === shown) return;
  shown = turn;
  if (state.phase === "waiting") {
    room.replaceChildren(element("h1", { textContent: words.waiting }));
    return;
  }
  const title = element("h1", { textContent: state.ballot.title });
  const intro = element("p", { textContent: state.ballot.intro });
  if (state.phase === "revealed") {
    say("");
    room.replaceChildren(title, element("p", { textContent: words.revealed_hint }));
    return;
  }
  const before = (await mine()) ?? { table: "", values: {} };
  if (turn !== shown) return;
  const parts = [title];
  if (state.ballot.by === "table") {
    const text = `${words.my_table} ${before.table}. ${words.for_table}`;
    parts.push(element("p", { className: "small", textContent: text }));
  }
  room.replaceChildren(...parts, intro, sheet(state, before.values));
  say(Object.keys(before.values).length ? arrived(state) : "");
}

const arrived = (state) => (state.ballot.by === "table" ? words.sent_table : words.sent);

function sheet(state, values) {
  const form = element("form", { id: "sheet" });
  const has = Object.keys(values).length > 0;
  const button = element("button", { textContent: has ? words.send_again : words.send });
  form.append(...state.ballot.questions.map((one) => question(one, values[one.key], words)), button);
  form.addEventListener("submit", (event) => {
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
