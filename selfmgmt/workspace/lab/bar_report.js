// @ts-check
// The report of the case: asked for, followed while it is made, shown.

import { make, write } from "../../views/widgets/page/nodes.js";
import { press } from "./bar_nodes.js";

/** @typedef {import("./received.d.ts").BarState} State */

const POLL = 500; // ms between two questions about a report in the making

/** @param {import("./received.d.ts").BarPage} page @param {import("./bar.js").Line} line */
export function reportPart(page, line) {
  const { words } = page;
  const button = press(words.make, () => line.ask({ do: "report" }), { class: "main" });
  const progress = make("progress", { max: 1, "aria-label": words.progress });
  const far = make("span");
  const status = make("span", { role: "status" });
  const stop = press(words.stop, () => line.ask({ do: "stop" }));
  const show = make("a", { target: "_blank", rel: "noopener" }, words.show);
  const take = make("a", {}, words.take);
  const word = press(words.word, () => line.ask({ do: "word" }));
  const node = make("div", { class: "report" }, progress, far, status, stop, show, take, word);
  let address = "";
  let phase = "none";
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let poll;
  const forget = () => {
    URL.revokeObjectURL(address);
    address = "";
  };
  const draw = (/** @type {State} */ { report }) => {
    const busy = report.phase === "busy";
    if (busy && phase !== "busy") forget();
    if (report.phase === "ready" && phase !== "ready") line.ask({ do: "fetch" });
    phase = report.phase;
    node.hidden = phase === "none";
    button.disabled = busy;
    for (const part of [progress, far, stop]) part.hidden = !busy;
    for (const part of [show, take]) part.hidden = !address;
    word.hidden = !report.has_word;
    progress.value = report.done;
    write(far, busy ? report.words : "");
    write(status, busy ? "" : report.words);
    status.className = phase;
    clearTimeout(poll);
    if (busy) poll = setTimeout(() => line.ask({ do: "status" }), POLL);
  };
  const taken = (/** @type {string} */ name, /** @type {BlobPart} */ content) => {
    forget();
    address = URL.createObjectURL(new Blob([content], { type: "text/html;charset=utf-8" }));
    show.href = take.href = address;
    take.download = name;
    show.hidden = take.hidden = false;
  };
  const close = () => (clearTimeout(poll), forget());
  return { node, button, draw, take: taken, close };
}
