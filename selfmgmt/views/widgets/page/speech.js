// @ts-check
// Numbers and sentences as the reader writes them; the same words as those of reports.

import { fill } from "./nodes.js";

/** @typedef {ReturnType<typeof speaker>} Say */
/** @typedef {import("./explorer_types.js").Band} Band */
/** @typedef {(value: number) => string} Write */

/** @type {Record<string, number>} digits of a figure */
const SIGNS = { index: 1, points: 0 };

/**
 * @param {{language: string, words: Record<string, string>, kinds: Record<string, string>, months: string[]}} page
 */
export function speaker({ language, words, kinds, months }) {
  const forms = new Map();
  const number = (/** @type {number} */ value, digits = 0) => {
    if (!forms.has(digits)) {
      const fraction = { minimumFractionDigits: digits, maximumFractionDigits: digits };
      forms.set(digits, new Intl.NumberFormat(language, fraction));
    }
    const rounded = Number(value.toFixed(digits)) + 0;
    return forms.get(digits).format(rounded).replace("-", "−");
  };
  const money = (/** @type {number} */ value) => {
    const step = Math.abs(value) >= 1e5 ? 1e4 : 1e3;
    const rounded = step * Math.round(value / step);
    const size = Math.abs(rounded);
    const sign = rounded < 0 ? "−" : "";
    if (size < 999500) return `${sign}€\u00a0${number(size)}`;
    return `${sign}€\u00a0${number(size / 1e6, size < 9995000 ? 2 : 1)}\u00a0${words.million}`;
  };
  const percent = (/** @type {number} */ share, digits = 0) => `${number(100 * share, digits)}%`;
  const plain = (/** @type {number} */ value) => String(Number(value.toFixed(1))).replace(".", language === "nl" ? "," : ".");
  const text = (/** @type {string} */ key, /** @type {Record<string, any>} */ values = {}) => fill(words[key], values);
  // The unit of `whole` stands once, at the middle.
  const band = (/** @type {Band} */ one, /** @type {Write} */ write, whole = write) => {
    const [middle, low, high] = [whole(one.p50), write(one.p10), write(one.p90)];
    return low === high ? middle : text("middle", { middle, low, high });
  };
  // How the figures of an outcome are written.
  /** @type {(key: string) => Write} */
  const writer = (key) => {
    const kind = kinds[key];
    if (kind === "money") return money;
    if (kind === "share") return (value) => percent(value, 1);
    if (kind === "fte") return (value) => number(value, Math.abs(value) >= 10 ? 0 : 1);
    return (value) => number(value, SIGNS[kind] ?? 0);
  };
  // The same for a change: with its sign, and percentages without theirs.
  /** @type {(key: string) => Write} */
  const change = (key) => {
    const write = kinds[key] === "share" ? (/** @type {number} */ value) => number(100 * value, 1) : writer(key);
    return (value) => (value > 0 && /[1-9]/.test(write(value)) ? "+" : "") + write(value);
  };
  const outcome = (/** @type {string} */ key, /** @type {Band} */ one) => band(one, writer(key));
  const difference = (/** @type {string} */ key, /** @type {Band} */ one) => {
    const write = change(key);
    return band(one, write, kinds[key] === "share" ? (/** @type {number} */ value) => text("points", { value: write(value) }) : write);
  };
  const month = (/** @type {number} */ quarter) => months[quarter];
  const has = (/** @type {string} */ key) => key in words;
  return { number, money, percent, plain, text, month, has, band, outcome, difference };
}
