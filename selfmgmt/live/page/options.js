// @ts-check
// The board: the options of the case, those that are only looked at, and the question. Every move
// gives a new board; the rules are those of `views/widgets/explorer_state.py` and
// `case/edit/combination.py`.

import { isWay, NONE, NOTHING, isAdapted, mixOf, named, wayOf } from "./option.js";

/** @typedef {import("../model/plan.js").Amount} Amount */
/** @typedef {import("../model/plan.js").Design} Design */
/** @typedef {import("./option.js").Option} Option */
/** @typedef {import("./option.js").Known} Known */

/**
 * @typedef {object} Question
 * @property {Amount} saving_target
 * @property {number} due_quarter @property {number} horizon
 * @property {"equal_money" | "described"} size
 * @property {"50%" | "80%"} certainty
 * @property {boolean} example
 */

/**
 * @typedef {object} Board
 * @property {Record<string, Option>} options the comparison
 * @property {Record<string, Option>} looks what is shown and not in the comparison
 * @property {string[]} shown @property {number} place
 * @property {string[]} charts the pictures on the page
 * @property {Question} question
 * @property {Record<string, import("./assumptions.js").Own>} assumptions figures that are the reader's own
 */

/** A refusal, for the reader: the key of a sentence and what is filled in there. */
export class Refusal extends Error {
  /** @param {string} key @param {Record<string, string>} [values]
   * @param {Record<string, Refusal>} [fields] of a form: what is wrong at each of its fields */
  constructor(key, values = {}, fields = {}) {
    super(key);
    this.values = values;
    this.fields = fields;
  }
}

const STEM = 30; // letters of a key

/** @param {Board} board @returns {Record<string, Option>} */
export const everything = (board) => ({ ...board.options, ...board.looks });

/** @param {Board} board the key of the option that the levers move */
export const inHand = (board) => board.shown[board.place];

/** @param {Board} board @param {Option} option what someone changes is in the comparison */
function withHand(board, option) {
  return withOption(board, inHand(board), option);
}

/** @param {Board} board @param {string} key @param {Option} option @returns {Board} */
function withOption(board, key, option) {
  const { [key]: _looked, ...looks } = board.looks;
  return { ...board, options: { ...board.options, [key]: option }, looks };
}

/** @param {Board} board @param {Known} known there is room for one more */
function refuseTooMany(board, known) {
  const most = known.most_options;
  if (Object.keys(board.options).length > most) throw new Refusal("too_many", { most: `${most}` });
}

/** @param {Board} board @param {string[]} shown @param {number} place @returns {Board} */
function withShown(board, shown, place) {
  const all = everything(board);
  const looks = Object.fromEntries(
    shown.filter((key) => key && !board.options[key]).map((key) => [key, all[key] ?? named(key)]),
  );
  return { ...board, shown, place, looks };
}

/** Move a lever, with a value that was checked.
 * @param {Board} board @param {string} lever @param {any} value @param {Known} known */
export function setLever(board, lever, value, known) {
  const [owner, name] = lever.includes(".") ? lever.split(".") : ["", lever];
  if (owner === "question") return answered(board, name, value);
  const option = everything(board)[inHand(board)];
  const changes = owner
    ? { ...option.changes, autonomy: { ...option.changes.autonomy, [name]: value } }
    : { ...option.changes, [name]: value };
  const moved = withHand(board, { ...option, changes });
  refuseTooMany(moved, known);
  return moved;
}

/** @param {Board} board @param {string} name @param {any} value @returns {Board} */
function answered(board, name, value) {
  const example = board.question.example && name !== "saving_target";
  const question = { ...board.question, [name]: value, example };
  const { horizon, due_quarter: due } = question;
  if (due > horizon) throw new Refusal("horizon", { horizon: `${horizon}`, due: `${due}` });
  return { ...board, question };
}

/** @param {Board} board @param {number} place @param {string} key another option in a column
 * @param {Known} known */
export function show(board, place, key, known) {
  refuseUnknown(key, { "": true, ...known.options, ...everything(board), [NOTHING]: false });
  const shown = [...board.shown];
  if (key && shown.includes(key)) shown[shown.indexOf(key)] = shown[place];
  shown[place] = key;
  if (!shown.some(Boolean)) throw new Refusal("keep_one");
  const order = [place, board.place, ...shown.keys()];
  return withShown(board, shown, Number(order.find((at) => shown[at])));
}

/** @param {Board} board @param {number} place @returns {Board} with the option of a column in hand */
export function hold(board, place) {
  if (!board.shown[place]) throw new Refusal("cannot", { given: `${place + 1}` });
  return { ...board, place };
}

/** @param {string} key @param {Record<string, any>} offered */
function refuseUnknown(key, offered) {
  if (!offered[key]) throw new Refusal("cannot", { given: key });
}

/** @param {Board} board @param {number} place @param {boolean} within into the comparison or out
 * @param {Known} known */
export function include(board, place, within, known) {
  const held = hold(board, place);
  const key = inHand(held);
  if (within) {
    const more = withHand(held, everything(held)[key]);
    refuseTooMany(more, known);
    return more;
  }
  if (!held.options[key]) return held;
  const { [key]: gone, ...options } = held.options;
  return { ...held, options, looks: { ...held.looks, [key]: gone } };
}

/** The options in view are the comparison; all others go out of it. @param {Board} board */
export function only(board) {
  const all = everything(board);
  const shown = [NOTHING, ...board.shown.filter((key) => key)].filter((key) => all[key]);
  return { ...board, options: Object.fromEntries(shown.map((key) => [key, all[key]])), looks: {} };
}

/**
 * Another way of working or another saving mix for the option in a column. An option that has both
 * is taken; else a mix goes into the option itself, and a way makes an option of its own.
 * @param {Board} board @param {number} place @param {{way?: string, mix?: string}} choice
 * @param {Known} known @param {(way: string, mix: string) => string} nameOf
 */
export function choose(board, place, choice, known, nameOf) {
  const held = hold(board, place);
  const key = inHand(held);
  const option = everything(held)[key];
  const now = { way: wayOf(key, option, known), mix: mixOf(option, known) };
  const way = choice.way || now.way;
  const mix = choice.mix || now.mix;
  if (way !== now.way) refuseUnknown(way, { ...known.options, ...everything(held), [NONE]: true });
  refuseUnknown(mix, known.mixes);
  if (way === now.way && mix === now.mix) return withHand(held, option);
  if (way === NONE && mix === NONE) throw new Refusal("nothing_left");
  if (way === now.way && way !== NONE) return withHand(held, withMix(option, mix, known));
  const found = withPair(held, way, mix, known);
  const chosen = found ?? freeKey(held, (way === NONE ? mix : way).slice(0, STEM), known);
  const made = found
    ? everything(held)[found] ?? named(found)
    : { ...named(way === NONE ? NOTHING : way), mix, label: nameOf(way, mix) };
  const put = !found && isPutTogether(option, key, known) ? without(held, key) : held;
  const next = withOption(put, chosen, made);
  refuseTooMany(next, known);
  return show(next, place, chosen, known);
}

/** @param {Board} board @param {string} key @returns {Board} */
function without(board, key) {
  const { [key]: _option, ...options } = board.options;
  const { [key]: _look, ...looks } = board.looks;
  return { ...board, options, looks };
}

/** @param {Option} option @param {string} mix left open when it would have that anyway
 * @param {Known} known */
function withMix(option, mix, known) {
  const bare = { ...option, mix: null };
  return mixOf(bare, known) === mix ? bare : { ...option, mix };
}

/** @param {Board} board @param {string} way @param {string} mix @param {Known} known an option as it is
 *   named or was put together here, with this way and this mix */
function withPair(board, way, mix, known) {
  const all = everything(board);
  const others = Object.keys(known.options).filter((key) => !all[key]);
  const offered = { ...all, ...Object.fromEntries(others.map((key) => [key, named(key)])) };
  return Object.keys(offered).find((key) => {
    const option = offered[key];
    if (key === NOTHING || isAdapted(option) || mixOf(option, known) !== mix) return false;
    return (isWay(option, known) ? option.based_on : NONE) === way;
  });
}

/** @param {Option} option @param {string} key @param {Known} known a pair that was made here */
function isPutTogether(option, key, known) {
  return !known.options[key] && !isAdapted(option);
}

/** @param {Board} board @param {string} stem @param {Known} known a key that no option has */
function freeKey(board, stem, known) {
  const taken = { ...known.options, ...everything(board) };
  let at = 2;
  while (taken[`${stem}_${at}`]) at++;
  return `${stem}_${at}`;
}

/** @param {Board} board the option in hand as it is named */
export function reset(board) {
  return withHand(board, { ...everything(board)[inHand(board)], changes: {} });
}

/** @param {Board} board @param {string} label @param {string[]} others names of all other options */
export function rename(board, label, others) {
  const name = label.trim();
  if (others.map(folded).includes(folded(name))) throw new Refusal("name_taken", { name });
  return withHand(board, { ...everything(board)[inHand(board)], label: name || null });
}

/** @param {Board} board @param {Known} known @param {(key: string) => string} nameOf of a copy */
export function copy(board, known, nameOf) {
  const key = inHand(board);
  const held = withHand(board, everything(board)[key]);
  const copied = freeKey(held, key.slice(0, STEM), known);
  const next = withOption(held, copied, { ...held.options[key], label: nameOf(key) });
  refuseTooMany(next, known);
  const free = next.shown.indexOf("");
  const place = free < 0 ? (next.place + 1) % next.shown.length : free;
  const shown = next.shown.map((one, at) => (at === place ? copied : one));
  return withShown(next, shown, place);
}

export const folded = (/** @type {string} */ name) => name.toLowerCase().split(/\s+/).filter(Boolean).join(" ");
