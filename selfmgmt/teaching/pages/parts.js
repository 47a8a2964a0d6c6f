// @ts-check
// What the pages of a room share: elements, questions, and talking to the room.
import { make } from "../../views/widgets/page/nodes.js";

/** @typedef {import("./received.d.ts").QuestionOnPage} Question */
/** @typedef {Record<string, string>} Words */

/**
 * The element with that id; a field where its value is asked. @returns {HTMLInputElement}
 * @param {string} id
 */
export function byId(id) {
  return /** @type {HTMLInputElement} */ (document.getElementById(id));
}

/** @param {string} id */
export function read(id) {
  return JSON.parse(document.getElementById(id)?.textContent ?? "");
}

// One question as a group of radio buttons; what was chosen is in the form by its key.
/** @param {Question} one @param {any} chosen @param {Words} words */
export function question(one, chosen, words) {
  const group = make("fieldset", {}, make("legend", {}, one.label));
  if (one.note) group.append(make("p", { class: "note" }, one.note));
  const choices = make("div", { class: one.steps.length ? "steps" : "scale" });
  for (let value = one.low; value <= one.high; value += 1) {
    const text = one.steps[value - one.low] ?? String(value);
    choices.append(choice(one.key, String(value), text, chosen === value));
  }
  choices.append(choice(one.key, "", words.open_left, chosen === undefined));
  group.append(choices);
  if (one.ends.length) {
    const [low, high] = one.ends;
    const ends = make("p", { class: "ends" });
    ends.append(
      make("span", {}, `${one.low}: ${low}`),
      make("span", {}, `${one.high}: ${high}`),
    );
    group.append(ends);
  }
  return group;
}

/** @param {string} name @param {string} value @param {string} text @param {boolean} checked */
function choice(name, value, text, checked) {
  const input = make("input", { type: "radio", name, value, checked });
  const label = make("label", {}, input, make("span", {}, text));
  if (!value) label.className = "open";
  return label;
}

/** @param {HTMLFormElement} form @param {Question[]} questions */
export function chosen(form, questions) {
  /** @type {Record<string, number>} */
  const values = {};
  const data = new FormData(form);
  for (const { key } of questions) {
    if (data.get(key)) values[key] = Number(data.get(key));
  }
  return values;
}

// Send something to the room. The answer is {ok, status, fault, remarks}; no connection throws.
/** @param {string} path @param {object} body */
export async function send(path, body) {
  const response = await fetch(path, {
    method: "POST",
    headers: { "Content-Type": "application/json", "X-Selfmgmt": "1" },
    body: JSON.stringify(body),
  });
  const told = await response.json();
  return { ok: response.ok, status: response.status, fault: told.fault ?? "", remarks: told.remarks ?? [] };
}

// Listen to the room; the browser opens the line again by itself when it breaks.
/** @param {string} language @param {{onState: (state: any) => void, onLost: () => void, onOver: () => void}} about */
export function listen(language, { onState, onLost, onOver }) {
  const line = new EventSource(`/api/events?language=${language}`);
  line.onmessage = (event) => onState(JSON.parse(event.data));
  line.onerror = () => {
    onLost();
    if (line.readyState === EventSource.CLOSED) {
      setTimeout(() => listen(language, { onState, onLost, onOver }), 2000);
    }
  };
  line.addEventListener("over", () => {
    line.close();
    onOver();
  });
}

export function mark() {
  const bytes = crypto.getRandomValues(new Uint8Array(12));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
