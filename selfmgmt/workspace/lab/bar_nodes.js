// @ts-check
// Nodes of the case bar: buttons, fields, and what is written in them.

import { isEnter, make } from "../../views/widgets/page/nodes.js";

/** @param {string} words @param {() => void} onclick @param {Record<string, any>} attributes */
export const press = (words, onclick, attributes = {}) =>
  make("button", { type: "button", onclick, ...attributes }, words);

/** @param {string} words @param {HTMLElement} panel @param {boolean} isOpen */
export function toggle(words, panel, isOpen) {
  const button = press(words, () => show(Boolean(panel.hidden)), { class: "toggle", "aria-controls": panel.id });
  const show = (/** @type {boolean} */ open) => {
    panel.hidden = !open;
    button.setAttribute("aria-expanded", open);
  };
  show(isOpen);
  return button;
}

/**
 * A field with its name, its button and what to know about it.
 * @param {string} id @param {string} label @param {HTMLElement} input @param {HTMLElement | string} button
 * @param {string} [note]
 */
export function field(id, label, input, button, note) {
  input.id = id;
  const parts = [make("label", { for: id }, label), make("div", { class: "row" }, input, button)];
  if (note) parts.push(make("p", { class: "help", id: `${id}-help` }, note));
  if (note) input.setAttribute("aria-describedby", `${id}-help`);
  return make("form", { novalidate: "" }, ...parts);
}

/**
 * Enter is heard here too: JupyterLab keeps a browser from sending a form with it.
 * @param {HTMLFormElement} form @param {() => void} act
 */
export function submitting(form, act) {
  const sent = (/** @type {Event} */ event) => (event.preventDefault(), act());
  form.addEventListener("submit", sent);
  const isText = (/** @type {any} */ target) => target.matches("input[type=text]");
  form.addEventListener("keydown", (event) => isEnter(event) && isText(event.target) && sent(event));
  return form;
}

/** @param {string} words */
export const send = (words) => make("button", { type: "submit" }, words);

/** @param {string} name @param {BlobPart} content */
export function download(name, content) {
  const address = URL.createObjectURL(new Blob([content]));
  make("a", { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), 1000);
}
