// @ts-check
// The page that makes answer codes, without any server.
import { make } from "../../views/widgets/page/nodes.js";
import { codec } from "./codes.js";
import { byId, chosen, question, read } from "./parts.js";

/** @typedef {{answers: string, version: number}} Sent */
/** @typedef {import("./received.d.ts").BallotOnPage & {bases: number[], tag: number[]}} Ballot */

const words = read("words");
const about = read("about");
const { encode } = codec(about.codec);
const ids = ["ballot", "number", "round", "sheet", "made", "answer", "copy", "notice"];
const [ballot, number, round, sheet, made, answer, copy, notice] = ids.map(byId);
const kept = remembered(`selfmgmt ${about.code}`);

// What was sent before, also after the page was closed where the browser allows that.
/** @param {string} name */
function remembered(name) {
  const last = new Map(); // ballot, number and round to the answers and version of the last code
  try {
    for (const [key, value] of JSON.parse(localStorage.getItem(name) ?? "[]")) last.set(key, value);
  } catch {
    return { get: (/** @type {string} */ key) => last.get(key), set: (/** @type {string} */ key, /** @type {Sent} */ value) => last.set(key, value) };
  }
  const set = (/** @type {string} */ key, /** @type {Sent} */ value) => {
    last.set(key, value);
    localStorage.setItem(name, JSON.stringify([...last]));
  };
  return { get: (/** @type {string} */ key) => last.get(key), set };
}

function draw() {
  const one = /** @type {Ballot} */ (about.ballots.find((/** @type {Ballot} */ { key }) => key === ballot.value));
  const questions = one.questions.map((asked) => question(asked, undefined, words));
  const intro = make("p", {}, one.intro);
  sheet.replaceChildren(intro, ...questions, make("button", {}, words.form_make));
  made.hidden = true;
  notice.textContent = "";
}

// A correction gets the next version, so that it takes the place of what was sent before.
/** @param {Record<string, number>} values */
function version(values) {
  const of = `${ballot.value} ${number.value} ${round.value}`;
  const answers = JSON.stringify(values);
  const before = kept.get(of);
  const found = before?.answers === answers ? before.version : (before?.version ?? 0) + 1;
  if (found <= about.versions) kept.set(of, { answers, version: found });
  return found;
}

sheet.addEventListener("submit", (event) => {
  event.preventDefault();
  const one = /** @type {Ballot} */ (about.ballots.find((/** @type {Ballot} */ { key }) => key === ballot.value));
  const values = chosen(/** @type {any} */ (sheet), one.questions);
  const now = version(values);
  if (now > about.versions) {
    notice.textContent = words.form_many;
    return;
  }
  const answers = one.questions.map(({ key, low }) => (key in values ? values[key] - low + 1 : 0));
  const digits = [Number(number.value) - 1, Number(round.value) - 1, now - 1, ...answers];
  answer.textContent = encode(digits, one.bases, one.tag);
  made.hidden = false;
  notice.textContent = "";
  made.scrollIntoView();
});

copy.addEventListener("click", async () => {
  getSelection()?.selectAllChildren(answer);
  const done = await navigator.clipboard?.writeText(answer.textContent).then(() => true, () => false);
  if (done || document.execCommand("copy")) notice.textContent = words.form_copied;
});

for (const one of [ballot, number, round]) one.addEventListener("change", draw);
draw();
