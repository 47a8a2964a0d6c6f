// @ts-check
// Own assumptions: a range of the reader's own in place of a figure of the model, with the reason; as
// `case/edit/assumptions.py` and `case/ranges.py`.

import { exactNumber, exactPercentage, parseMeasure } from "./numbers.js";
import { Refusal } from "./options.js";

/**
 * What Python hands over of a figure.
 * @typedef {object} FigureFacts
 * @property {number} low @property {number} high what is allowed
 * @property {boolean} share a number that people write as a percentage
 * @property {string} unit that may stand beside it: "%", "EUR", "quarters" and so on; "" for none
 * @property {"number" | "percent" | "points" | "euro"} show how it is written
 * @property {"higher" | "lower" | null} better which end of an effect is the good one
 */

/** What someone uses instead of a figure, and why.
 * @typedef {{low: number, central: number, high: number, reason: string}} Own */
/** @typedef {import("./options.js").Board} Board */
/** @typedef {Omit<Own, "reason">} Range */

/** @typedef {{numbers: import("./numbers.js").NumberWords, language: string, allowed: string, unit: string}} Reading */

const TO = /\s*(?:\btot\b|\bto\b|\u2013|(?<=[\d%])\s*-)\s*/i;
const MIDDLE = /\s*[,;]?\s*\b(?:midden|middle)\b\s*/i;
const UNIT = /\s*[a-z%€][a-z%€ ]*\.?$/i;
const UNPRINTABLE = // marks that turn text round among them; as `selfmgmt/values.py`
  /[^\t\n\x20-\x7e\xa0-\u200d\u2010-\u2027\u202f-\u2065\u206a-\ud7ff\ue000-\ufefe\uff00-\ufffd\u{10000}-\u{10ffff}]/u;
const LONGEST = 200; // characters of a reason
const DIGITS = 12; // of a middle: more are of the computer, not of the writer

/** Read what was filled in at a figure: both fields, and every fault at its field.
 * @param {string} value @param {string} reason @param {FigureFacts} facts @param {Reading} reading
 * @returns {Own} */
export function readOwn(value, reason, facts, reading) {
  /** @type {Record<string, Refusal>} */
  const faults = {};
  const tried = (/** @type {string} */ field, /** @type {() => any} */ read) => {
    try {
      return read();
    } catch (refusal) {
      if (!(refusal instanceof Refusal)) throw refusal;
      faults[field] = refusal;
    }
  };
  const range = tried("value", () => checked(readRange(value, facts, reading), facts, reading));
  const why = tried("reason", () => readReason(reason));
  const [first] = Object.values(faults);
  if (first) throw new Refusal(first.message, first.values, faults);
  return { ...range, reason: why };
}

/** @param {string} written @param {FigureFacts} facts @param {Reading} reading @returns {Range} */
function readRange(written, facts, reading) {
  if (!written.trim()) throw new Refusal("missing");
  const [bounds, middle] = parted(written.trim(), MIDDLE);
  const [low, high] = parted(bounds, TO);
  const unit = (high !== undefined && UNIT.exec(high)?.[0]) || "";
  const read = (/** @type {string} */ part) =>
    readFigure(UNIT.test(part) ? part : part + unit, facts, reading);
  const first = read(low);
  const last = high === undefined ? first : read(high);
  const central = middle === undefined ? halfway(first, last) : read(middle);
  return { low: first, central, high: last };
}

/** @param {string} text @param {RegExp} mark @returns {string[]} what stands before and after it */
function parted(text, mark) {
  const found = mark.exec(text);
  return found ? [text.slice(0, found.index), text.slice(found.index + found[0].length)] : [text];
}

/** @param {number} low @param {number} high */
const halfway = (low, high) => (low === high ? low : Number(((low + high) / 2).toPrecision(DIGITS)));

/** @param {string} written @param {FigureFacts} facts @param {Reading} reading */
function readFigure(written, facts, { numbers, language, unit: words }) {
  const given = `'${written.trim()}'`;
  const measure = parseMeasure(written, numbers);
  if (!measure) throw new Refusal("number", { given });
  const { value, unit } = measure;
  if (unit === "%" && !facts.share) {
    const [whole, part] = [100 * value, value].map((one) => exactNumber(one, language));
    throw new Refusal("percent_here", { given, unit: words, whole, part });
  }
  if (unit && unit !== facts.unit) throw new Refusal("other_unit", { given, unit: words });
  if (!facts.share || unit) return value;
  if (value === 1) throw new Refusal("readings", { given });
  return value > 1 ? Number((value / 100).toPrecision(15)) : value;
}

/** @param {Range} range @param {FigureFacts} facts @param {Reading} reading @returns {Range} */
function checked(range, facts, { language, allowed }) {
  const number = (/** @type {number} */ one) => exactNumber(one, language);
  const { low, central, high } = range;
  if (!isRising(range))
    throw new Refusal("order", { low: number(low), central: number(central), high: number(high) });
  const wrong = [low, high].find((one) => one < facts.low || one > facts.high);
  if (wrong === undefined) return range;
  const given = facts.share ? exactPercentage(wrong, language) : number(wrong);
  throw new Refusal("outside", { given, allowed });
}

/** @param {Range} range */
const isRising = ({ low, central, high }) => low <= central && central <= high;

/** @param {string} written @returns {string} on one line */
function readReason(written) {
  if (!written.trim()) throw new Refusal("missing");
  if ([...written].length > LONGEST) throw new Refusal("too_long");
  const text = written.replace(/\r\n?/g, "\n").trim();
  if (UNPRINTABLE.test(text)) throw new Refusal("unprintable", { given: `'${text}'` });
  return text.split(/\s+/).join(" ");
}

/** A range of the reader's own in place of a figure.
 * @param {Board} board @param {string} key @param {Own} own
 * @returns {Board} */
export function assumed(board, key, own) {
  return { ...board, assumptions: { ...board.assumptions, [key]: own } };
}

/** @param {Board} board @param {string} key @returns {Board} the figure of the ledger holds again */
export function restored(board, key) {
  const { [key]: _own, ...assumptions } = board.assumptions;
  return { ...board, assumptions };
}

/** Whether what a link holds can be used here.
 * @param {Record<string, Own>} own @param {Record<string, FigureFacts>} figures */
export function areKnown(own, figures) {
  return Object.entries(own).every(([key, one]) => {
    const facts = figures[key];
    const ends = [one.low, one.central, one.high];
    return facts && ends.every(Number.isFinite) && isRising(one) && typeof one.reason === "string" &&
      one.low >= facts.low && one.high <= facts.high;
  });
}

/** The range as it is read back; as `text_of_range`.
 * @param {Range} range @param {FigureFacts} facts @param {string} language
 * @param {(key: string, values: Record<string, string>) => string} tell */
export function rangeText({ low, central, high }, facts, language, tell) {
  const write = (/** @type {number} */ one) =>
    facts.share ? exactPercentage(one, language) : exactNumber(one, language);
  if (low === high) return write(central);
  const ends = { low: write(low), high: write(high) };
  if (central === halfway(low, high)) return tell("range", ends);
  return tell("range_middle", { ...ends, middle: write(central) });
}
