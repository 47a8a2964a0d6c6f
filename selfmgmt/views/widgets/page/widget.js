// @ts-check
// The explorer in a notebook: Python computes.

import { conversation } from "./conversation.js";
import { mountExplorer } from "./explorer.js";

const SILENCE = 15000; // ms without an answer
const LOCAL = ["localhost", "127.0.0.1", "[::1]"];

/**
 * What a notebook calls: the model on one side, an element on the other.
 * @param {{model: any, el: HTMLElement}} sides
 */
export function render({ model, el }) {
  let close = mounted(model, el);
  const again = () => {
    close();
    close = mounted(model, el);
  };
  model.on("change:page", again); // another start of the change has other months
  return () => {
    model.off("change:page", again);
    close();
  };
}

/** @param {any} model @param {HTMLElement} el */
function mounted(model, el) {
  const page = model.get("page");
  const line = conversation(model, {
    field: "lever",
    isCoarse: (/** @type {any} */ state) => !state.whole,
    patience: SILENCE,
    silent: () => explorer.warn(page.words.silence),
  });
  const explorer = mountExplorer(el, page, hostOf(line, page));
  const draw = () => explorer.draw({ ...model.get("state"), figures: model.get("figures"), answers: model.get("answers") });
  const received = () => {
    line.received(model.get("state"));
    draw();
  };
  /** @type {[string, () => void][]} */
  const changes = [["change:state", received], ["change:figures", draw], ["change:answers", draw]];
  for (const [event, does] of changes) model.on(event, does);
  draw();
  if (!model.get("state").whole) line.ask({ do: "look" });
  return () => {
    for (const [event, does] of changes) model.off(event, does);
    line.close();
    explorer.close();
  };
}

/**
 * @param {ReturnType<typeof conversation>} line @param {any} page
 * @returns {import("./explorer_types.js").Host}
 */
function hostOf(line, page) {
  const { ask } = line;
  return {
    move: (lever, value, gesture) => ask({ do: "set", lever, value, gesture }),
    choose: (place, choice) => ask({ do: "choose", place, ...choice }),
    show: (place, option) => ask({ do: "show", place, option }),
    chart: (slot, chart) => ask({ do: "chart", slot, chart }),
    hold: (place) => ask({ do: "hold", place }),
    include: (place, within) => ask({ do: "include", place, within }),
    undo: () => ask({ do: "undo" }),
    redo: () => ask({ do: "redo" }),
    fit: (fitted) => ask({ do: "fit", fitted }),
    copy: () => ask({ do: "copy" }),
    reset: () => ask({ do: "reset" }),
    only: () => ask({ do: "only" }),
    rename: (value) => ask({ do: "rename", lever: "label", value }),
    assume: (figure, value, reason) => ask({ do: "assume", figure, value, reason, lever: `figure.${figure}` }),
    restore: (figure) => ask({ do: "standard", figure, lever: `figure.${figure}` }),
    shares: () => ask({ do: "look", shares: true }),
    ask: (question) => ask({ do: "ask", question }),
    busy: line.isBusy,
    ...(isInLab() ? {} : { share: () => share(page.words) }),
  };
}

const isInLab = () => document.querySelector("#jp-main-dock-panel") !== null;

/**
 * The address of a served page holds the case; a link to this computer works on this computer only.
 * @param {Record<string, string>} words
 */
async function share(words) {
  if (LOCAL.includes(location.hostname)) return words.share_local;
  try {
    await navigator.clipboard.writeText(location.href);
    return words.share_copied;
  } catch {
    return words.share_yourself;
  }
}
