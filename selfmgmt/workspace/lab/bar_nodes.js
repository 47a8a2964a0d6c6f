// Nodes of the case bar: buttons, fields, and what is written in them.

import { isEnter, make } from "../../views/widgets/page/nodes.js";

export const press = (words, onclick, attributes = {}) =>
  make("button", { type: "button", onclick, ...attributes }, words);

export function toggle(words, panel, isOpen) {
  const button = press(words, () => show(panel.hidden), { class: "toggle", "aria-controls": panel.id });
  const show = (open) => {
    panel.hidden = !open;
    button.setAttribute("aria-expanded", open);
  };
  show(isOpen);
  return button;
}

// A field with its name, its button and what to know about it.
export function field(id, label, input, button, note) {
  input.id = id;
  const parts = [make("label", { for: id }, label), make("div", { class: "row" }, input, button)];
  if (note) parts.push(make("p", { class: "help", id: `${id}-help` }, note));
  if (note) input.setAttribute("aria-describedby", `${id}-help`);
  return make("form", { novalidate: "" }, ...parts);
}

// Enter is heard here too: JupyterLab keeps a browser from sending a form with it.
export function submitting(form, act) {
  const sent = (event) => (event.preventDefault(), act());
    form.addEventListener("submit", sent);
  form.addEventListener("keydown", (event) => isEnter(event) && event.target.matches("input[type=text]") && sent(event));
  return form;
}

export const send = (words) => make("button", { type: "submit" }, words);

export function download(name, content) {
  const address = URL.createObjectURL(new Blob([content]));
  make("a", { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), 1000);
}
