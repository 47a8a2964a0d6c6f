// What the pages of a room share: elements, questions, and talking to the room.

export function element(tag, properties = {}, ...children) {
  const made = Object.assign(document.createElement(tag), properties);
  made.append(...children);
  return made;
}

/** The element with that id; a field where its value is asked. @returns {HTMLInputElement} */
export function byId(id) {
  return /** @type {HTMLInputElement} */ (document.getElementById(id));
}

export function read(id) {
  return JSON.parse(document.getElementById(id).textContent);
}

export function filled(words, values) {
  return words.replace(/\{(\w+)\}/g, (_all, name) => values[name]);
}

// One question as a group of radio buttons; what was chosen is in the form by its key.
export function question(one, chosen, words) {
  const group = element("fieldset", {}, element("legend", { textContent: one.label }));
  if (one.note) group.append(element("p", { className: "note", textContent: one.note }));
  const choices = element("div", { className: one.steps.length ? "steps" : "scale" });
  for (let value = one.low; value <= one.high; value += 1) {
    const text = one.steps[value - one.low] ?? String(value);
    choices.append(choice(one.key, String(value), text, chosen === value));
  }
  choices.append(choice(one.key, "", words.open_left, chosen === undefined));
  group.append(choices);
  if (one.ends.length) {
    const [low, high] = one.ends;
    const ends = element("p", { className: "ends" });
    ends.append(
      element("span", { textContent: `${one.low}: ${low}` }),
      element("span", { textContent: `${one.high}: ${high}` }),
    );
    group.append(ends);
  }
  return group;
}

function choice(name, value, text, checked) {
  const input = element("input", { type: "radio", name, value, checked, defaultChecked: checked });
  const label = element("label", {}, input, element("span", { textContent: text }));
  if (!value) label.className = "open";
  return label;
}

export function chosen(form, questions) {
  const values = {};
  const data = new FormData(form);
  for (const { key } of questions) {
    if (data.get(key)) values[key] = Number(data.get(key));
  }
  return values;
}

// Send something to the room. The answer is {ok, status, fault, remarks}; no connection throws.
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
