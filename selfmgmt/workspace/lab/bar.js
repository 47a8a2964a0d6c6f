// @ts-check
// The case bar. It asks Python for one thing at a time and shows the state that comes back. The
// address of a page can hold a case; only this side knows addresses, only Python knows cases.

import { conversation } from "../../views/widgets/page/conversation.js";
import { fill, make, newName, write } from "../../views/widgets/page/nodes.js";
import { arrival, leaving, pageLinks } from "./bar_address.js";
import { download, press, toggle } from "./bar_nodes.js";
import { keepPanel, openPanel } from "./bar_panels.js";
import { reportPart } from "./bar_report.js";

/** @typedef {import("./received.d.ts").BarPage} Page */
/** @typedef {import("./received.d.ts").BarState} State */
/** @typedef {{ask: (message: Record<string, unknown>, buffers?: ArrayBuffer[]) => void}} Line */

const SILENCE = 20000; // ms without an answer

/** @param {{model: any, el: HTMLElement}} facts */
export function render({ model, el }) {
  const page = model.get("page");
  const line = conversation(model, { patience: SILENCE, silent: () => bar.alarm(page.words.silence) });
  const bar = build(page, line);
  const onState = () => {
    line.received(model.get("state"));
    bar.draw(model.get("state"));
  };
  const onFile = (/** @type {any} */ message, /** @type {ArrayBuffer[]} */ buffers) => bar.receive(message, buffers[0]);
  model.on("change:state", onState);
  model.on("msg:custom", onFile);
  el.append(bar.root);
  bar.draw(model.get("state"));
  const word = arrival(page.page);
  if (word) line.ask({ do: "arrive", link: word });
  return () => {
    model.off("change:state", onState);
    model.off("msg:custom", onFile);
    line.close();
    bar.close();
  };
}

/** @param {Page} page @param {Line} line */
function build(page, line) {
  const { words } = page;
  const id = newName("bar");
  const pages = pageLinks(page, (sentence) => alarm(sentence));
  const name = make("strong");
  const kept = make("span", { class: "kept" });
  const opening = openPanel(id, page, line);
  const keeping = keepPanel(id, page, line);
  const report = reportPart(page, line);
  const leave = leaving();
  const note = make("p", { class: "news", role: "status" });
  const faults = make("div", { class: "faults", role: "alert", id: `${id}-faults` });
  const back = press("", () => line.ask({ do: "back" }));
  const toggles = [
    toggle(words.open, opening.node, false),
    toggle(words.keep, keeping.node, false),
  ];
  const title = make("p", { class: "title" }, name, " ", kept);
  const tools = make("div", { class: "tools" }, back, ...toggles, report.button);
  const root = make(
    "section",
    { class: "selfmgmt-bar", lang: page.language, "aria-label": words.bar },
    pages.node,
    make("div", { class: "case" }, title, tools),
    note,
    faults,
    report.node,
    opening.node,
    keeping.node,
  );
  const alarm = (/** @type {string[]} */ ...sentences) => {
    const lines = sentences.map((sentence) => make("p", {}, sentence));
    if (sentences.join() !== [...faults.children].map((one) => one.textContent).join())
      faults.replaceChildren(...lines);
  };
  const draw = (/** @type {State} */ state) => {
    write(name, fill(words.case, { name: state.name }));
    write(kept, state.kept);
    kept.classList.toggle("open", !state.is_kept);
    write(note, state.note);
    alarm(...state.faults);
    back.hidden = !state.back;
    write(back, fill(words.back, { name: state.back }));
    for (const part of [pages, opening, keeping, report, leave]) part.draw(state, faults.id);
  };
  const receive = (/** @type {any} */ message, /** @type {ArrayBuffer} */ content) =>
    message.kind === "report" ? report.take(message.name, content) : download(message.name, content);
  const close = () => (pages.close(), report.close(), leave.close());
  return { root, draw, alarm, receive, close };
}
