// Nodes of the case bar: buttons, fields, and what is written in them.

// JupyterLab takes keys such as d from whatever has the focus, unless it is asked not to.
const KEYS = { a: true, button: true, input: true };

function make(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  if (KEYS[tag]) node.setAttribute("data-lm-suppress-shortcuts", "true");
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
    else if (value !== false && value !== undefined) node.setAttribute(name, value);
  }
  node.append(...children);
  return node;
}

const fill = (words, values) => words.replace(/\{(\w+)\}/g, (_all, name) => values[name] ?? "");
const write = (node, words) => node.textContent !== words && (node.textContent = words);
const press = (words, onclick, attributes = {}) =>
  make("button", { type: "button", onclick, ...attributes }, words);

function toggle(words, panel, isOpen) {
  const button = press(words, () => show(panel.hidden), { class: "toggle", "aria-controls": panel.id });
  const show = (open) => {
    panel.hidden = !open;
    button.setAttribute("aria-expanded", open);
  };
  show(isOpen);
  return button;
}

// A field with its name, its button and what to know about it.
function field(id, label, input, button, note) {
  input.id = id;
  const parts = [make("label", { for: id }, label), make("div", { class: "row" }, input, button)];
  if (note) parts.push(make("p", { class: "help", id: `${id}-help` }, note));
  if (note) input.setAttribute("aria-describedby", `${id}-help`);
  return make("form", { novalidate: "" }, ...parts);
}

// Enter is heard here too: JupyterLab keeps a browser from sending a form with it.
function submitting(form, act) {
  const sent = (event) => (event.preventDefault(), act());
  const isEnter = ({ key, target }) => key === "Enter" && target.matches("input[type=text]");
  form.addEventListener("submit", sent);
  form.addEventListener("keydown", (event) => isEnter(event) && !event.isComposing && sent(event));
  return form;
}

const send = (words) => make("button", { type: "submit" }, words);

function download(name, content) {
  const address = URL.createObjectURL(new Blob([content]));
  make("a", { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), 1000);
}
