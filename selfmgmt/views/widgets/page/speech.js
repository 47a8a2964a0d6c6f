// Numbers and sentences as the reader writes them; the same words as those of reports.

import { fill } from "./nodes.js";

const SIGNS = { money: "money", index: 1, points: 0, share: 1 };

/**
 * @param {{language: string, words: Record<string, string>, kinds: Record<string, string>, months: string[]}} page
 */
export function speaker({ language, words, kinds, months }) {
  const forms = new Map();
  const number = (value, digits = 0) => {
    if (!forms.has(digits)) {
      const fraction = { minimumFractionDigits: digits, maximumFractionDigits: digits };
      forms.set(digits, new Intl.NumberFormat(language, fraction));
    }
    const rounded = Number(value.toFixed(digits)) + 0;
    return forms.get(digits).format(rounded).replace("-", "−");
  };
  const money = (value) => {
    const step = Math.abs(value) >= 1e5 ? 1e4 : 1e3;
    const rounded = step * Math.round(value / step);
    const size = Math.abs(rounded);
    const sign = rounded < 0 ? "−" : "";
    if (size < 999500) return `${sign}€\u00a0${number(size)}`;
    return `${sign}€\u00a0${number(size / 1e6, size < 9995000 ? 2 : 1)}\u00a0${words.million}`;
  };
  const percent = (share, digits = 0) => `${number(100 * share, digits)}%`;
  const plain = (value) => String(Number(value.toFixed(1))).replace(".", language === "nl" ? "," : ".");
  const text = (key, values = {}) => fill(words[key], values);
  // The unit of `whole` stands once, at the middle.
  const band = (one, write, whole = write) => {
    const [middle, low, high] = [whole(one.p50), write(one.p10), write(one.p90)];
    return low === high ? middle : text("middle", { middle, low, high });
  };
  // How the figures of an outcome are written.
  const writer = (key) => {
    const kind = kinds[key];
    if (kind === "money") return money;
    if (kind === "share") return (value) => percent(value, 1);
    if (kind === "fte") return (value) => number(value, Math.abs(value) >= 10 ? 0 : 1);
    return (value) => number(value, SIGNS[kind] ?? 0);
  };
  // The same for a change: with its sign, and percentages without theirs.
  const change = (key) => {
    const write = kinds[key] === "share" ? (value) => number(100 * value, 1) : writer(key);
    return (value) => (value > 0 && /[1-9]/.test(write(value)) ? "+" : "") + write(value);
  };
  const outcome = (key, one) => band(one, writer(key));
  const difference = (key, one) => {
    const write = change(key);
    return band(one, write, kinds[key] === "share" ? (value) => text("points", { value: write(value) }) : write);
  };
  const month = (quarter) => months[quarter];
  const has = (key) => key in words;
  return { number, money, percent, plain, text, month, has, band, outcome, difference };
}
