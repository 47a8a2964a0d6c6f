// @ts-check
// A session: the board with the steps that can be taken back, and what the explorer shows of it.
// It is the `Host` of `views/widgets/page/explorer.js`, with the model in the browser behind it.

import { assumed, readOwn, restored } from "./assumptions.js";
import { furtherQuestions } from "./further.js";
import { leverPlace, leverText, readLever } from "./levers.js";
import { exactPercentage } from "./numbers.js";
import { designOf, isAdapted, mixOf, NONE, NOTHING, wayOf } from "./option.js";
import {
  choose, copy, everything, folded, hold, include, inHand, only,
  Refusal, rename, reset, setLever, show,
} from "./options.js";
import { basesOf, ownSentence } from "./own_figures.js";
import { besideLever, besideSentence, changesSentence, sizeLines } from "./sentences.js";
import { after, redone, undone } from "./steps.js";
import { textsOf } from "./texts.js";

/** @typedef {import("./options.js").Board} Board */

const FIRST = 128; // draws of the first picture, so that it is there at once
const COARSE = 256; // draws while a hand moves
const NAMED = 3; // options in a note
const PAUSE = 250; // ms of rest before all draws are made

/**
 * @param {any} payload what Python hands over; see `selfmgmt/live/payload.py`
 * @param {string} language
 * @param {Board} board
 */
export function sessionOf(payload, language, board) {
  const { known, levers } = payload;
  /** @type {import("./steps.js").Steps<Board>} */
  let steps = { now: board, past: [], future: [], gesture: null };
  let coarse = FIRST;
  let note = "";
  /** @type {{lever: string, words: string, fields?: Record<string, string>} | null} */
  let fault = null;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  const texts = textsOf(payload, language);
  const baseOf = basesOf(payload, texts);
  const base = () => baseOf(steps.now.assumptions);
  /** @type {((state: any) => void) | null} nothing is computed before somebody looks */
  let draw = null;
  /** @type {(board: Board) => void} */
  let settled = () => {};
  const further = furtherQuestions(texts, () => draw?.(state()));

  const nameOf = (/** @type {string} */ key, /** @type {any} */ option) =>
    option.label ??
    (key === option.based_on ? texts.options[key] : key.replaceAll("_", " "));
  const labels = () => {
    const named = Object.fromEntries(Object.keys(known.options).map((key) => [key, texts.options[key]]));
    const own = Object.entries(everything(steps.now)).map(([key, option]) => [key, nameOf(key, option)]);
    return { ...named, ...Object.fromEntries(own) };
  };
  const freeName = (/** @type {string} */ name, first = 1) => {
    const taken = Object.values(labels()).map(folded);
    for (let at = first; ; at++) {
      const one = at === 1 ? name : texts.tell("numbered", { option: name, number: `${at}` });
      if (!taken.includes(folded(one))) return one;
    }
  };

  // Showing.

  const isWhole = (/** @type {Board} */ { question }) => {
    const { engine } = base();
    return shownKeys().every(([key, option]) =>
      engine.has(key, option, question, engine.draws) &&
      (key === NOTHING || engine.hasGrowth(key, option, question)));
  };
  /** @returns {[string, any][]} */
  const shownKeys = () => {
    const all = everything(steps.now);
    const keys = steps.now.shown.filter(Boolean);
    return [[NOTHING, all[NOTHING]], ...keys.map((key) => /** @type {[string, any]} */ ([key, all[key]]))];
  };
  const resultOf = (/** @type {string} */ key, /** @type {any} */ option) => {
    const { question } = steps.now;
    const { engine } = base();
    const size = engine.has(key, option, question, engine.draws) ? engine.draws : coarse;
    const { outcomes, plan, ...result } = engine.compute(key, option, question, size);
    const equal = question.size === "equal_money" && question.saving_target.value > 0;
    const told = {
      ...result, label: nameOf(key, option),
      way: wayOf(key, option, known), mix: mixOf(option, known),
    };
    const growth = key !== NOTHING && engine.hasGrowth(key, option, question);
    return {
      ...outcomes,
      ...told,
      conditions: Object.fromEntries(payload.conditions.map((/** @type {string} */ name) => [name, plan.way[name]])),
      new_way: plan.way.scope,
      size_lines: key === NOTHING ? [] : sizeLines(texts, told, equal),
      beside: key === NOTHING ? "" : besideSentence(texts, told, equal),
      changed: changesSentence(texts, plan.way, known.today),
      ...(growth ? { frontier: engine.growth(key, option, question) } : {}),
    };
  };
  const state = () => {
    const { now, past, future } = steps;
    const all = everything(now);
    const key = inHand(now);
    const target = base().engine.targetOf(now.question);
    const { low, central, high } = payload.readiness;
    return {
      shown: now.shown,
      place: now.place,
      charts: now.charts,
      options: offered(),
      label: nameOf(key, all[key]),
      ways: ways(),
      mixes: Object.entries(texts.mixes).map(([mix, label]) => ({ key: mix, label })),
      positions: positionsOf(designOf(all[key], known), now.question),
      results: {
        horizon_quarters: now.question.horizon,
        due_quarter: now.question.due_quarter,
        saving_target_eur: { p10: target, p50: target, p90: target },
        readiness: { low, central, high },
        options: Object.fromEntries(shownKeys().map(([one, option]) => [one, resultOf(one, option)])),
      },
      figures: base().rows,
      whole: isWhole(now),
      fitted: now.question.size === "equal_money" && now.question.saving_target.value > 0,
      undo: past.length > 0,
      redo: future.length > 0,
      note,
      fault,
      answers: further.answers(),
    };
  };
  const offered = () => {
    const { now } = steps;
    const all = everything(now);
    const entry = (/** @type {string} */ key) => ({
      key, label: labels()[key], adapted: Boolean(all[key] && isAdapted(all[key])),
      within: Boolean(now.options[key]),
    });
    const keys = new Set([...Object.keys(all), ...Object.keys(known.options)]);
    return [...keys].filter((key) => key !== NOTHING).map(entry);
  };
  const ways = () => {
    const named = Object.keys(known.options).filter((key) => known.options[key].is_way);
    const all = everything(steps.now);
    const own = Object.keys(all).filter((key) => ![NONE, ...named].includes(wayOf(key, all[key], known)));
    const names = labels();
    return [{ key: NONE, label: texts.tell("as_now") }, ...[...named, ...own].map((key) => ({ key, label: names[key] }))];
  };
  const positionsOf = (/** @type {any} */ design, /** @type {any} */ question) => {
    const wholes = { ...base().wholes, coaches: coachesNeeded(design) };
    const place = (/** @type {string} */ path) => {
      const [owner, name] = path.includes(".") ? path.split(".") : ["", path];
      const value = (owner === "question" ? question : owner ? design.autonomy : design)[name];
      const facts = levers[path];
      const whole = wholes[path] ?? 0;
      return {
        text: leverText(facts, value, language, texts.described(path).choices),
        at: leverPlace(facts, value, whole),
        words: besideLever(texts, path, value, whole),
      };
    };
    return Object.fromEntries(Object.keys(levers).map((path) => [path, place(path)]));
  };
  const coachesNeeded = (/** @type {any} */ { team_count: { value, relative }, scope }) => {
    const teams = relative ? value * base().wholes.team_count : value;
    return (teams * scope) / base().inputs.ranges.teams_per_coach[1];
  };

  // Moving.

  const rest = () => {
    clearTimeout(timer);
    timer = setTimeout(refine, PAUSE);
  };
  // All draws, one option at a time, so that the page goes on listening.
  const refine = () => {
    const { question } = steps.now;
    const { engine } = base();
    for (const [key, option] of shownKeys()) {
      if (!engine.has(key, option, question, engine.draws)) engine.compute(key, option, question, engine.draws);
      else if (key !== NOTHING && !engine.hasGrowth(key, option, question)) engine.growth(key, option, question);
      else continue;
      timer = setTimeout(refine);
      return;
    }
    draw?.(state());
  };
  const redraw = () => {
    further.moved(steps.now);
    if (!draw) return;
    const now = state();
    draw(now);
    if (!now.whole) rest();
  };
  const go = (/** @type {() => Board} */ move, lever = "", gesture = /** @type {string | null} */ (null)) => {
    clearTimeout(timer);
    const before = steps.now;
    try {
      steps = after(steps, move(), gesture);
      note = noteOf(before, steps.now);
      fault = null;
    } catch (refusal) {
      if (!(refusal instanceof Refusal)) throw refusal;
      const told = (/** @type {Refusal} */ one) => texts.tell(one.message, one.values);
      const fields = Object.entries(refusal.fields).map(([name, one]) => [name, told(one)]);
      fault = { lever, words: told(refusal), fields: Object.fromEntries(fields) };
    }
    redraw();
    settled(steps.now);
  };
  const stepped = (/** @type {typeof undone} */ step) => {
    steps = /** @type {any} */ (step(steps));
    [note, fault] = ["", null];
    redraw();
    settled(steps.now);
  };
  const noteOf = (/** @type {Board} */ old, /** @type {Board} */ now) => {
    const names = labels();
    const came = Object.keys(now.options).filter((key) => !old.options[key]);
    const went = Object.keys(old.options).filter((key) => !now.options[key]);
    const told = came.length ? came : went;
    if (!told.length) return "";
    const few = told.slice(0, NAMED).map((key) => names[key]);
    if (told.length > NAMED) few.push(texts.tell("own_more", { count: `${told.length - NAMED}` }));
    return texts.tell(came.length ? "came" : "went", { options: few.join(", ") });
  };
  const read = (/** @type {string} */ path, /** @type {string} */ written) => {
    const { choices } = texts.described(path);
    const found = readLever(levers[path], written, {
      numbers: payload.numbers, choices, whole: base().wholes[path], asked_back: payload.asked_back,
    });
    if ("value" in found) return found.value;
    const given = Number.parseFloat(written.replace(",", ".")) || 0;
    const { unit } = levers[path];
    throw new Refusal(found.fault, {
      given: `"${written}"`, allowed: texts.allowed[path],
      share: exactPercentage(given / 100, language),
      amount: leverText(levers[path], unit ? { value: given, relative: false } : given, language, choices),
    });
  };
  const readFigure = (/** @type {string} */ key, /** @type {string} */ value, /** @type {string} */ reason) => {
    const { unit, allowed } = texts.figures.find((/** @type {any} */ row) => row.key === key) ?? {};
    if (!allowed) throw new Refusal("cannot", { given: key });
    const { numbers, figures } = payload;
    return readOwn(value, reason, figures[key], { numbers, language, unit, allowed });
  };
  const pairName = (/** @type {string} */ way, /** @type {string} */ mix) =>
    freeName(way === NONE ? texts.mixes[mix] : texts.tell("pair", { way: texts.options[way] ?? labels()[way], mix: texts.mixes[mix].toLowerCase() }));

  const host = {
    move: (/** @type {string} */ lever, /** @type {string} */ value, /** @type {number} */ gesture) =>
      go(() => setLever(steps.now, lever, read(lever, value), known), lever, `${lever} ${gesture}`),
    choose: (/** @type {number} */ place, /** @type {any} */ choice) =>
      go(() => choose(steps.now, place, choice, known, pairName)),
    show: (/** @type {number} */ place, /** @type {string} */ key) => go(() => show(steps.now, place, key, known)),
    hold: (/** @type {number} */ place) => go(() => hold(steps.now, place)),
    chart: (/** @type {number} */ slot, /** @type {string} */ key) =>
      go(() => ({ ...steps.now, charts: steps.now.charts.map((one, at) => (at === slot ? key : one)) })),
    include: (/** @type {number} */ place, /** @type {boolean} */ within) =>
      go(() => include(steps.now, place, within, known)),
    undo: () => stepped(/** @type {any} */ (undone)),
    redo: () => stepped(/** @type {any} */ (redone)),
    fit: (/** @type {boolean} */ fitted) =>
      go(() => setLever(steps.now, "question.size", fitted ? "equal_money" : "described", known)),
    assume: (/** @type {string} */ key, /** @type {string} */ value, /** @type {string} */ reason) =>
      go(() => assumed(steps.now, key, readFigure(key, value, reason)), `figure.${key}`),
    restore: (/** @type {string} */ key) => go(() => restored(steps.now, key), `figure.${key}`),
    ask: (/** @type {string} */ key) => further.ask(key, { board: steps.now, engine: base().engine, nameOf }),
    copy: () => go(() => copy(steps.now, known, (key) => freeName(labels()[key], 2))),
    reset: () => go(() => reset(steps.now)),
    only: () => go(() => only(steps.now)),
    rename: (/** @type {string} */ name) => {
      const { [inHand(steps.now)]: _own, ...others } = labels();
      go(() => rename(steps.now, name, Object.values(others)), "label");
    },
  };
  return {
    host,
    start: (/** @type {(state: any) => void} */ drawn, /** @type {(board: Board) => void} */ whenSettled) => {
      [draw, settled] = [drawn, whenSettled];
      drawn(state());
      coarse = COARSE;
      requestAnimationFrame(() => (timer = setTimeout(refine))); // it is painted first
    },
    stop: () => (clearTimeout(timer), further.stop()),
    put: (/** @type {Board} */ next) => go(() => next),
    warn: (/** @type {string} */ words) => ((fault = { lever: "", words }), redraw()),
    board: () => steps.now,
    fault: () => fault,
    ownWords: () => ownSentence(base().rows, texts.tell),
    positions: () => positionsOf(designOf(everything(steps.now)[inHand(steps.now)], known), steps.now.question),
    state,
    texts,
  };
}

/** @typedef {ReturnType<typeof sessionOf>} Session */
