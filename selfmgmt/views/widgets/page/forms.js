// @ts-check
// What all pages with a form have in common: asking Python, fields with what is wrong at them, undo and
// static pictures.

import { conversation } from "./conversation.js";
import { newGesture } from "./gestures.js";
import { isEnter, make, newName, write } from "./nodes.js";
import { speaker } from "./speech.js";
import { tableOf } from "./tables.js";

/** @typedef {import("./speech.js").Say} Say */
/** @typedef {ReturnType<typeof conversation>} Line */
/** @typedef {import("./received.d.ts").FormState} FormState */
/** @typedef {import("./received.d.ts").TableOnPage} TableOnPage */
/** @typedef {Record<string, any>} Attributes */
/** @typedef {{root: HTMLElement, draw: (state: any, busy: boolean) => void, warn: (words: string) => void}} Built */
/** @typedef {{id: string, page: any, say: Say, line: Line}} Tools */

const SILENCE = 20000; // ms without an answer

/**
 * The page of one module: `build` makes it once and gives back how to draw a state.
 * @param {(tools: Tools) => Built} build
 */
export function pageOf(build) {
  return (/** @type {{model: any, el: HTMLElement}} */ { model, el }) => {
    const page = model.get("page");
    const say = speaker(page);
    const line = conversation(model, {
      field: "field",
      isCoarse: (state) => state.draws < page.draws,
      patience: SILENCE,
      silent: () => parts.warn(page.words.silence),
    });
    const parts = build({ id: newName("form"), page, say, line });
    const draw = () => parts.draw(model.get("state"), line.isBusy());
    const received = () => {
      line.received(model.get("state"));
      draw();
    };
    model.on("change:state", received);
    el.append(parts.root);
    draw();
    let width = parts.root.clientWidth;
    const resized = new ResizeObserver(() => {
      if (parts.root.clientWidth === width) return;
      width = parts.root.clientWidth;
      draw();
    });
    resized.observe(parts.root);
    line.received(model.get("state"));
    return () => {
      model.off("change:state", received);
      resized.disconnect();
      line.close();
    };
  };
}

/**
 * The heading of a part: only the title of the page stands above it.
 * @param {Attributes} attributes @param {...(Node | string)} children
 */
export function h3(attributes, ...children) {
  return make("h3", { ...attributes, "aria-level": 2 }, ...children);
}

/**
 * The heading of a part of a part.
 * @param {Attributes} attributes @param {...(Node | string)} children
 */
export function h4(attributes, ...children) {
  return make("h4", { ...attributes, "aria-level": 3 }, ...children);
}

/**
 * Sentences, each a paragraph; they change only when they must.
 * @param {HTMLElement} node @param {string[]} sentences
 */
export function paragraphs(node, sentences) {
  const written = sentences.join("\n");
  if (node.dataset.written === written) return;
  node.dataset.written = written;
  node.replaceChildren(...sentences.map((words) => make("p", {}, words)));
}

/**
 * What is read on request: closed until then.
 * @param {string} kind @param {string} title @param {...(Node | string)} children
 */
export function fold(kind, title, ...children) {
  const top = make("summary", {}, title);
  return { top, node: make("details", { class: `fold ${kind}`.trim() }, top, ...children) };
}

/**
 * A table that may be wider than the page scrolls by itself, by keyboard too.
 * @param {Attributes} attributes @param {...(Node | string)} children
 */
export function scrolling(attributes, ...children) {
  return make("div", { class: "table", tabindex: "0", role: "group", ...attributes }, ...children);
}

/**
 * The numbers of a picture, to be unfolded; filled anew by `fill`.
 * @param {Say} say
 */
export function numbers(say) {
  const inside = scrolling({});
  const node = make("details", { class: "numbers" }, make("summary", {}, say.text("numbers")), inside);
  const fill = (/** @type {any} */ table) => {
    inside.setAttribute("aria-label", table.caption.textContent);
    inside.replaceChildren(table);
  };
  return { node, fill };
}

/**
 * A static picture with its words and its numbers.
 * @param {import("./received.d.ts").PictureOnPage} about @param {Say} say
 */
export function still({ source, title, alt, table: data }, say) {
  const inner = numbers(say);
  inner.fill(tableOf(data.caption, data.heads, data.rows));
  return make("figure", {}, make("figcaption", {}, title), make("img", { src: source, alt }), inner.node);
}

/**
 * A text field with what is wrong with it.
 * @param {{id: string, label?: string, labelled?: string, describedby?: string, size: number, set: (text: string) => void}} facts
 */
export function entry({ id, label, labelled, describedby = "", size, set }) {
  let typing = false;
  let wrong = false;
  const alarm = make("p", { class: "fault", role: "alert", id: `${id}-fault` });
  const given = () => {
    if (!typing) return;
    typing = false;
    newGesture();
    set(field.value);
  };
  const field = make("input", {
    type: "text",
    id,
    size,
    autocomplete: "off",
    spellcheck: "false",
    "aria-label": label,
    "aria-labelledby": labelled,
    "aria-describedby": `${describedby} ${alarm.id}`.trim(),
    oninput: () => (typing = true),
    onchange: given,
    onkeydown: (/** @type {KeyboardEvent} */ event) => isEnter(event) && given(),
  });
  const draw = (/** @type {string} */ text, /** @type {string | undefined} */ fault) => {
    write(alarm, fault ?? "");
    wrong = Boolean(fault);
    field.setAttribute("aria-invalid", wrong);
    if (!typing && !wrong) field.value = text;
  };
  return { field, alarm, draw };
}

/**
 * Undo and redo, in the order in which people look for them.
 * @param {Say} say @param {Line} line
 */
export function steps(say, line) {
  const button = (/** @type {string} */ key) =>
    make("button", { type: "button", onclick: () => line.ask({ do: key }) }, say.text(key));
  const [undo, redo] = [button("undo"), button("redo")];
  const draw = (/** @type {FormState} */ state) => {
    undo.disabled = !state.undo;
    redo.disabled = !state.redo;
  };
  return { node: make("div", { class: "tools" }, undo, redo), draw };
}

/**
 * A table as Python gives it, by itself when it is wider than the page.
 * @param {TableOnPage} facts
 */
export function wideTable({ caption, heads, rows }) {
  return scrolling({ "aria-label": caption }, tableOf(caption, heads, rows));
}
