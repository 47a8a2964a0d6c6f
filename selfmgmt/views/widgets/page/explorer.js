// The options explorer on one screen: levers, options, pictures and figures in view together.
//
// This module does not know who computes. `mountExplorer(el, page, host)` builds it in `el` and gives
// back `draw(state)`; whatever the reader does is asked of `host`, which answers by calling `draw`
// with the next whole state. The notebook asks Python (`widget.js`); the page in one file asks its
// own model. What a host leaves out, or a state has not got, is not offered: see `Host` and `Result`.

import { card, announcement } from "./cards.js";
import { sceneOf } from "./charts.js";
import { leverPanel } from "./levers.js";
import { make, newName, write } from "./nodes.js";
import { morePanel } from "./panel.js";
import { replayer } from "./replay.js";
import { slot } from "./slots.js";
import { speaker } from "./speech.js";

/**
 * A range of an outcome: 8 in 10 possible futures lie between its ends.
 * @typedef {{p10: number, p50: number, p90: number}} Band
 *
 * What never changes while the explorer is on the page.
 * @typedef {object} Page
 * @property {string} language "nl" or "en".
 * @property {Record<string, string>} words Every word by its key; `{name}` is filled in here.
 * @property {{title: string, levers: Lever[]}[]} groups The levers, in groups.
 * @property {string[]} charts The pictures to start with, four keys of `CHARTS` in `charts.js`.
 * @property {{key: string, title: string, about: string}[]} [questions] Further questions.
 * @property {Record<string, string>} kinds Outcome to how its figures are written: "money", "index",
 *   "points", "share" or "fte".
 * @property {string[]} months The month of each quarter in words, the start first.
 * @property {string[]} less Outcomes of which less is better.
 *
 * One lever. A choice has `choices`; all others are sliders from `low` to `high`.
 * @typedef {object} Lever
 * @property {string} path Its name; with "question." or "autonomy." before it.
 * @property {string} title
 * @property {string} help What it means, what is allowed, and what it rests on.
 * @property {[string, string][]} choices Value and words.
 * @property {number} low
 * @property {number} high
 * @property {number} step
 * @property {string} suffix "%" when the slider counts in per cents.
 * @property {[number, string][]} levels Word levels: up to which value of the slider a word holds.
 *
 * All that can be drawn at a moment.
 * @typedef {object} State
 * @property {string[]} shown Keys of the options in the three columns; empty where there is none.
 * @property {number} place The column that the levers move, 0 to 2.
 * @property {string[]} [charts] The pictures that are chosen, keys of `CHARTS`.
 * @property {{key: string, label: string, adapted: boolean, within: boolean}[]} options All that can
 *   be shown; `within` those of the comparison, the others are only looked at.
 * @property {string} label Name of the option in hand, for the field.
 * @property {{key: string, label: string}[]} ways Ways of working to choose from.
 * @property {{key: string, label: string}[]} mixes Saving mixes to choose from.
 * @property {Record<string, Position>} positions Lever to where it stands, for the option in hand.
 * @property {Results} results
 * @property {boolean} whole Whether this is computed with all draws; false while a hand moves.
 * @property {boolean} fitted Whether options are sized to the target.
 * @property {boolean} undo Whether a step can be taken back; `redo` likewise.
 * @property {boolean} redo
 * @property {string} [note] What was done, in a sentence.
 * @property {{lever: string, words: string, fields?: Record<string, string>} | null} fault What is
 *   wrong, at which lever ("" for none); the rest of the state is then the last good one.
 * @property {object[]} [figures] Every figure of the calculation, see `figures.js`.
 * @property {Record<string, string>} [answers] Question to what was found, as HTML of our own.
 *
 * Where a lever stands: the text in its field, the place on its slider, what it comes to.
 * @typedef {{text: string, at: number | null, words: string}} Position
 *
 * The document of `compare --json`, of the options shown and `do_nothing`.
 * @typedef {object} Results
 * @property {number} horizon_quarters
 * @property {number} due_quarter
 * @property {Band} saving_target_eur
 * @property {{low: number, central: number, high: number}} readiness
 * @property {Record<string, Result>} options
 *
 * What one option gives: besides these each outcome by its key, as a `Band`.
 * @typedef {object} Result
 * @property {string} label
 * @property {string} way Key of its way of working; "none" for today's.
 * @property {string} mix Key of its saving mix; "none" without one.
 * @property {Band} gap_eur EUR per year that is left of the target when it is due.
 * @property {number} m How many times the mix.
 * @property {number} reach Share of the target that it gets to.
 * @property {number} target_met_probability
 * @property {number} falls_back
 * @property {Record<string, {p10: number[], p50: number[], p90: number[]}>} paths
 * @property {{together: Record<string, Band>} | null} price_of_way
 * @property {{m: number, reach: number, capacity_low: Band}[]} [frontier] What happens as its mix grows; may be
 *   left out while a hand moves.
 * @property {Record<string, Band>} [structure] Teams and FTE around them.
 * @property {Record<string, number>} [conditions]
 * @property {Record<string, number | null>} [assumption_share]
 * @property {string[]} [size_lines] Sentences about its size; `beside` and `changed` likewise.
 *
 * Who computes. Each ends in `draw(state)`, at once or later; those with `?` may be left out.
 * @typedef {object} Host
 * @property {(lever: string, value: string, gesture: number) => void} move Move a lever of the option
 *   in hand; moves of one `gesture` are one step to undo.
 * @property {(place: number, choice: {way?: string, mix?: string}) => void} choose
 * @property {(place: number, option: string) => void} show Another option in a column; "" for none.
 * @property {(slot: number, chart: string) => void} [chart] Another picture in a place.
 * @property {(place: number) => void} hold Take the option of a column in hand.
 * @property {(place: number, within: boolean) => void} include Into the comparison, or out of it.
 * @property {() => void} undo
 * @property {() => void} redo
 * @property {(fitted: boolean) => void} fit Size the options to the target, or as described.
 * @property {() => void} [copy] Copy the option in hand.
 * @property {() => void} [only] Compare the options in view, and no others.
 * @property {() => void} [reset] Take back what was changed of it.
 * @property {(name: string) => void} [rename]
 * @property {(figure: string, value: string, reason: string) => void} [assume]
 * @property {(figure: string) => void} [restore]
 * @property {() => void} [shares] Find `assumption_share` of the options shown.
 * @property {(question: string) => void} [ask]
 * @property {() => Promise<string>} [share] Share what is on the page; says in words what was done.
 * @property {() => boolean} [busy] Whether an answer is still to come.
 */

const TABS = ["levers", "options", "charts"]; // on a narrow screen one at a time
const NARROW = 800; // px of width below which one part is in view at a time
const MIDDLE = 1060; // px below which the levers get less room
const SIGNS = { undo: "↶", redo: "↷" };
const SCREEN = { width: 1240, height: 650 }; // px that all parts need; a larger room has larger letters
const TYPED = "input[type=text], input[type=search], select, textarea"; // where letters are text

/**
 * Build the explorer in `el`.
 * @param {HTMLElement} el
 * @param {Page} page
 * @param {Host} host
 * @returns {{draw: (state: State) => void, warn: (words: string) => void, close: () => void, root: HTMLElement}}
 */
export function mountExplorer(el, page, host) {
  const id = newName("explorer");
  const say = speaker(page);
  const curves = new Map();
  let state;
  let acts = 0;
  let act = "";
  const followedHost = followed(host, (name, detail) => (act = name === "move" ? detail : `${name}-${++acts}`));
  const parts = build(id, page, say, followedHost, { fit: () => followedHost.fit(!state.fitted), replay: () => replay.play(), large: () => large(), turned: () => measure() });
  const { root, levers, cards, slots, more, toolbar } = parts;

  const picture = (one) => {
    const scene = sceneOf(one, page, say, curves);
    for (const part of slots) part.draw(scene);
    for (const part of cards) part.draw(one);
  };
  const replay = replayer((one, done) => {
    levers.replay(one.positions);
    picture(one);
    if (done) toolbar.replayed();
  });
  /** @param {State} next */
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
  root.addEventListener("keydown", (event) => pressed(event, parts.keys));
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
function followed(host, tell) {
  const wrapped = Object.entries(host).map(([name, does]) => [name, (...given) => {
    tell(name, name === "move" ? `move-${given[0]}-${given[2]}` : "");
    return does(...given);
  }]);
  return Object.fromEntries(wrapped);
}

function build(id, page, say, host, acts) {
  const turn = (key) => {
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

// One letter or figure does something while the focus is here, unless it is being typed somewhere.
function pressed(event, keys) {
  const { key, target, altKey, ctrlKey, metaKey, shiftKey } = event;
  if (altKey || target.closest("dialog") || (target.matches(TYPED) && !(ctrlKey && target.matches("select")))) return;
  const letter = key.toLowerCase();
  const steps = ctrlKey || metaKey;
  if (steps && !["z", "y"].includes(letter)) return;
  const does = steps && shiftKey && letter === "z" ? keys.y : keys[letter];
  if (!does) return;
  event.preventDefault();
  does();
}

// On a narrow screen: which part is in view.
function tabs(say, turn) {
  const buttons = TABS.map((key) => make("button", { type: "button", "aria-pressed": key === "options", onclick: () => show(key) }, say.text(key)));
  const show = (key) => {
    buttons.forEach((one, at) => one.setAttribute("aria-pressed", TABS[at] === key));
    turn(key);
  };
  return make("nav", { class: "tabs", "aria-label": say.text("parts") }, ...buttons);
}

function tools(say, host, acts) {
  const button = (key, does, label = key) => make("button", { type: "button", class: `tool-${key}`, title: say.text(`key_${label}`), onclick: does, "aria-label": key in SIGNS && say.text(key) }, SIGNS[key] ?? say.text(key));
  const undo = button("undo", host.undo, "z");
  const redo = button("redo", host.redo, "y");
  const replay = button("replay", acts.replay, "r");
  const fit = button("fit", acts.fit, "d");
  const large = button("large", acts.large, "g");
  const more = button("more", acts.more, "m");
  const shared = async () => write(note, await host.share());
  const share = host.share && make("button", { type: "button", onclick: shared }, say.text("share"));
  const question = make("p", { class: "question" });
  const note = make("p", { class: "done", role: "status" });
  const status = make("p", { class: "sr", role: "status" });
  const alarm = make("p", { class: "fault", role: "alert" });
  const node = make("div", { class: "toolbar" }, question, note, alarm, status,
    make("div", { class: "tools" }, undo, redo, replay, fit, ...(share ? [share] : []), large, more));
  const draw = (state, canReplay) => {
    const target = state.results.saving_target_eur.p50;
    const amount = say.money(target);
    write(question, target > 0 ? say.text("target", { amount, month: say.month(state.results.due_quarter) }) : say.text("no_target"));
    undo.disabled = !state.undo;
    redo.disabled = !state.redo;
    replay.disabled = !canReplay;
    fit.disabled = target <= 0;
    fit.setAttribute("aria-pressed", state.fitted);
    write(alarm, state.fault && !state.fault.lever ? state.fault.words : "");
    write(note, state.note ?? "");
    write(status, announcement(state, say));
  };
  const isLarge = (now) => large.setAttribute("aria-pressed", now);
  isLarge(false);
  return { node, draw, large: isLarge, replayed: () => write(status, say.text("replayed")), warn: (words) => write(alarm, words) };
}
