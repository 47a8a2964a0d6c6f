// @ts-check
// What follows from a sheet: what stands out, what goes to the model, a picture, and files.

import { saver } from "./files.js";
import { h3, h4, paragraphs, still } from "./forms.js";
import { make, write } from "./nodes.js";

/** @typedef {import("./speech.js").Say} Say */
/** @typedef {import("./forms.js").Line} Line */
/** @typedef {import("./received.d.ts").PracticeOnPage} State */

const FIRST = 8; // findings that show at once

/** @param {Say} say */
export function findings(say) {
  const list = make("ol", {});
  const rest = make("ol", { start: String(FIRST + 1) });
  const summary = make("summary", {});
  const more = make("details", {}, summary, rest);
  const nothing = make("p", {}, say.text("nothing"));
  const cautions = make("div", { class: "cautions" });
  const node = make("div", { class: "found" }, h3({}, say.text("found")), nothing, list, more, h4({}, say.text("cautions")), cautions);
  const items = (/** @type {string[]} */ sentences) => sentences.map((words) => make("li", {}, words));
  const draw = (/** @type {string[]} */ sentences, /** @type {string[]} */ mind) => {
    nothing.hidden = sentences.length > 0;
    list.replaceChildren(...items(sentences.slice(0, FIRST)));
    rest.replaceChildren(...items(sentences.slice(FIRST)));
    more.hidden = sentences.length <= FIRST;
    write(summary, say.text("more", { count: sentences.length - FIRST }));
    paragraphs(cautions, mind);
  };
  return { node, draw };
}

// What goes to the model: levers of an option, or the chance that a function is uncovered.
/** @param {string} id @param {Say} say @param {Line} line */
export function modelSection(id, say, line) {
  const list = make("ul", {});
  const note = make("p", { class: "note" });
  const choose = make("select", { id: `${id}-option`, onchange: () => line.ask({ do: "option", key: choose.value }) });
  const use = make("button", { type: "button", onclick: () => line.ask({ do: "use" }) });
  const cover = make("button", { type: "button", onclick: () => line.ask({ do: "use_cover" }) }, say.text("use_cover"));
  const against = make("p", {}, make("label", { for: choose.id }, say.text("check")), " ", choose);
  const node = make("div", { class: "model" }, h3({}, say.text("model")), note, list, against, make("p", {}, use, cover));
  let drawn = "";
  const draw = (/** @type {string} */ kind, /** @type {State} */ { levers, cover: counted, options, option }) => {
    node.hidden = !kind;
    const isCover = kind === "cover";
    write(note, say.text(isCover ? "cover_note" : "model_note"));
    list.replaceChildren(...(isCover ? counted : levers).map((words) => make("li", {}, words)));
    against.hidden = isCover;
    cover.hidden = !isCover || counted.length < 2;
    const next = JSON.stringify(options);
    if (next !== drawn) {
      drawn = next;
      choose.replaceChildren(make("option", { value: "" }, say.text("no_option")),
        ...Object.entries(options).map(([key, words]) => make("option", { value: key }, words)));
    }
    choose.value = option;
    use.hidden = isCover || !option || !levers.length;
    write(use, say.text("use", { option: options[option] ?? "" }));
  };
  return { node, draw };
}

// The answers of now are kept under their date, and the sheet is filled in again.
/** @param {Say} say @param {Line} line */
export function againSection(say, line) {
  const kept = make("p", { class: "note", role: "status" });
  const button = make("button", { type: "button", onclick: () => line.ask({ do: "again" }) }, say.text("again"));
  const node = make("div", { class: "files" }, h3({}, say.text("again")), make("p", { class: "note" }, say.text("again_note")), button, kept);
  const draw = (/** @type {State} */ { earlier, cells }) => {
    node.hidden = !earlier.length && !Object.keys(cells).length;
    write(kept, earlier.length ? say.text("earlier", { dates: earlier.join(", ") }) : "");
  };
  return { node, draw };
}

// The picture is drawn when the reader asks for it: until then its libraries stay away.
/** @param {Say} say @param {Line} line */
export function pictureSection(say, line) {
  let wanted = false;
  const ask = make("button", { type: "button", onclick: () => ((wanted = true), line.ask({ do: "picture" })) }, say.text("show_picture"));
  const nothing = make("p", { class: "note", role: "status" });
  const inside = make("div", {});
  const node = make("div", { class: "picture" }, h3({}, say.text("picture")), ask, nothing, inside);
  let about = "";
  const draw = (/** @type {State} */ { figure, instrument, body, cells }) => {
    const now = JSON.stringify([instrument, body, cells]);
    if (figure) inside.replaceChildren(still(figure, say));
    else if (now !== about) inside.replaceChildren();
    write(nothing, wanted && !figure && now === about ? say.text("no_picture") : "");
    about = now;
    wanted = false;
  };
  return { node, draw };
}

/** @param {Say} say @param {Line} line @param {string[]} files */
export function filesSection(say, line, files) {
  const { nodes, draw } = saver(say, line, Object.fromEntries(files.map((form) => [form, say.text(form)])));
  return { node: make("div", { class: "files" }, h3({}, say.text("save")), ...nodes), draw };
}
