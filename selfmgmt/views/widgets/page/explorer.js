// @ts-check
// The options explorer on one screen: levers, options, pictures and figures in view together.
//
// This module does not know who computes. `mountExplorer(el, page, host)` builds it in `el` and gives
// back `draw(state)`; whatever the reader does is asked of `host`, which answers by calling `draw`
// with the next whole state. The notebook asks Python (`widget.js`); the page in one file asks its
// own model. What a host leaves out, or a state has not got, is not offered: see `Host` and `Result`.

import { card } from "./cards.js";
import { sceneOf } from "./charts.js";
import { leverPanel } from "./levers.js";
import { make, newName } from "./nodes.js";
import { morePanel } from "./panel.js";
import { replayer } from "./replay.js";
import { slot } from "./slots.js";
import { speaker } from "./speech.js";
import { pressed, tabs, tools } from "./toolbar.js";

/** @typedef {import("./speech.js").Say} Say */
/** @typedef {import("./explorer_types.js").Host} Host */
/** @typedef {import("./explorer_types.js").Page} Page */
/** @typedef {import("./explorer_types.js").State} State */
/** @typedef {{fit: () => void, replay: () => void, large: () => void, turned: () => void}} Acts */

const NARROW = 800; // px of width below which one part is in view at a time
const MIDDLE = 1060; // px below which the levers get less room
const SCREEN = { width: 1240, height: 650 }; // px that all parts need; a larger room has larger letters

/**
 * Build the explorer in `el`.
 * @param {HTMLElement} el
 * @param {import("./explorer_types.js").Page} page
 * @param {import("./explorer_types.js").Host} host
 * @returns {{draw: (state: import("./explorer_types.js").State) => void, warn: (words: string) => void, close: () => void, root: HTMLElement}}
 */
export function mountExplorer(el, page, host) {
  const id = newName("explorer");
  const say = speaker(page);
  const curves = new Map();
  /** @type {State} */
  let state;
  let acts = 0;
  let act = "";
  const followedHost = followed(host, (name, detail) => (act = name === "move" ? detail : `${name}-${++acts}`));
  const parts = build(id, page, say, followedHost, { fit: () => followedHost.fit(!state.fitted), replay: () => replay.play(), large: () => large(), turned: () => measure() });
  const { root, levers, cards, slots, more, toolbar } = parts;

  const picture = (/** @type {State} */ one) => {
    const scene = sceneOf(one, page, say, curves);
    for (const part of slots) part.draw(scene);
    for (const part of cards) part.draw(one);
  };
  const replay = replayer((one, done) => {
    levers.replay(one.positions);
    picture(one);
    if (done) toolbar.replayed();
  });
  /** @param {import("./explorer_types.js").State} next */
  const draw = (next) => {
    state = next;
    replay.received(state, act);
    const busy = Boolean(host.busy?.());
    if (!busy) state.charts?.forEach((key, at) => slots[at].choose(key));
    levers.draw(state, busy);
    picture(state);
    more.draw(state, busy);
    toolbar.draw(state, replay.can());
  };
  let shape = "";
  const measure = () => {
    const now = [root.clientWidth, root.clientHeight, root.className, root.dataset.tab].join();
    if (now === shape || !root.clientWidth) return;
    shape = now;
    for (const part of slots) part.measure();
    if (state) picture(state);
  };
  const large = () => {
    const now = root.classList.toggle("large");
    toolbar.large(now);
    if (now) root.requestFullscreen?.().catch(() => {}); // a browser may forbid it; it fills the window then
    else if (document.fullscreenElement === root) document.exitFullscreen();
    room();
  };
  // As high as what is left of the window below where it begins; in a notebook as its style says.
  const room = () => {
    const isLarge = root.classList.contains("large");
    const larger = isLarge ? Math.max(1, Math.min(innerWidth / SCREEN.width, innerHeight / SCREEN.height)) : 1;
    root.style.setProperty("--larger", String(larger));
    const isPage = root.ownerDocument.querySelector("#jp-main-dock-panel") === null;
    const top = root.getBoundingClientRect().top + scrollY;
    if (isPage && !isLarge) root.style.setProperty("--above", `${Math.ceil(top)}px`);
    root.classList.toggle("page", isPage);
    root.classList.toggle("narrow", root.offsetWidth / larger < NARROW);
    root.classList.toggle("middle", root.offsetWidth / larger < MIDDLE);
    measure();
  };
  const left = () => {
    if (document.fullscreenElement || !root.classList.contains("large")) return;
    root.classList.remove("large");
    toolbar.large(false);
    room();
  };
  root.addEventListener("keydown", (/** @type {KeyboardEvent} */ event) => pressed(event, parts.keys));
  el.append(root);
  const resized = new ResizeObserver(room);
  resized.observe(root);
  if (document.body) resized.observe(document.body);
  addEventListener("resize", room);
  document.addEventListener("fullscreenchange", left);
  const close = () => {
    replay.stop();
    resized.disconnect();
    removeEventListener("resize", room);
    document.removeEventListener("fullscreenchange", left);
    root.remove();
  };
  return { draw, warn: toolbar.warn, close, root };
}

// The same host; `tell` knows of each thing before it is asked.
/** @param {Host} host @param {(name: string, detail: string) => void} tell */
function followed(host, tell) {
  const wrapped = Object.entries(host).map(([name, does]) => [name, (/** @type {any[]} */ ...given) => {
    tell(name, name === "move" ? `move-${given[0]}-${given[2]}` : "");
    return /** @type {(...given: any[]) => unknown} */ (does)(...given);
  }]);
  return Object.fromEntries(wrapped);
}

/** @param {string} id @param {Page} page @param {Say} say @param {Host} host @param {Acts} acts */
function build(id, page, say, host, acts) {
  const turn = (/** @type {string} */ key) => {
    root.dataset.tab = key;
    acts.turned();
  };
  const levers = leverPanel(id, page, say, host);
  const cards = [0, 1, 2].map((place) => card(id, place, say, host));
  const more = morePanel(id, page, say, host);
  const slots = page.charts.map((key, at) => slot(key, say, { open: more.openChart, picked: (chosen) => host.chart?.(at, chosen) }));
  const toolbar = tools(say, host, { ...acts, more: more.open });
  const options = make("section", { class: "cards", "aria-label": say.text("options") }, ...cards.map((one) => one.node));
  const charts = make("section", { class: "slots", "aria-label": say.text("charts") }, ...slots.map((one) => one.node));
  levers.node.classList.add("tab-levers");
  const root = make("section", { class: "selfmgmt-explorer", lang: page.language, "aria-label": say.text("explorer"), "data-tab": "options" },
    toolbar.node, tabs(say, turn), make("div", { class: "body" }, levers.node, options, charts), more.node);
  const keys = {
    z: host.undo, y: host.redo, r: acts.replay, d: acts.fit, g: acts.large, m: more.open,
    1: () => host.hold(0), 2: () => host.hold(1), 3: () => host.hold(2),
  };
  return { root, levers, cards, slots, more, toolbar, keys };
}
