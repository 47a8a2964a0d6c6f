// @ts-check
// The case as a file that `selfmgmt` reads: what was in it, with the options and the question as
// they now stand.

import { leverText } from "./levers.js";
import { exactNumber } from "./numbers.js";

/** @typedef {import("./options.js").Board} Board */

const PLAIN = /^[A-Za-z][\w]*$/; // keys and words that need no quotes
const WORDS = ["yes", "no", "on", "off", "true", "false", "null", "y", "n"];

/**
 * @param {any} payload what Python handed over @param {Board} board
 * @param {[string, string][]} yesNo what is written for yes and for no
 */
export function caseText({ document, levers, figures }, board, yesNo) {
  const text = (/** @type {string} */ path, /** @type {any} */ value) =>
    leverText(levers[path], value, "en", yesNo);
  const question = Object.fromEntries(
    Object.entries(board.question).map(([name, value]) => [
      name, name === "example" ? yesNo[value ? 0 : 1][0] : text(`question.${name}`, value),
    ]),
  );
  const keys = Object.keys(board.options);
  const options = Object.fromEntries(keys.map((key) => [key, optionFields(board.options[key], text)]));
  const judgements = Object.fromEntries(
    Object.entries(document.judgements ?? {}).map(([name, row]) => [name, kept(row, keys)]),
  );
  const elsewhere = Object.entries(document.assumptions ?? {}).filter(([key]) => !figures[key]);
  const assumptions = { ...Object.fromEntries(elsewhere), ...ownFields(board.assumptions) };
  const given = {
    ...document, question, options, ...(document.judgements ? { judgements } : {}),
    ...(document.assumptions || Object.keys(assumptions).length ? { assumptions } : {}),
  };
  return `${lines(given, "").join("\n")}\n`;
}

/** @param {Record<string, any>} row @param {string[]} keys */
function kept(row, keys) {
  return Object.fromEntries(Object.entries(row).filter(([key]) => keys.includes(key)));
}

/** @param {Board["assumptions"]} assumptions */
function ownFields(assumptions) {
  const written = (/** @type {number} */ value) => exactNumber(value, "en");
  return Object.fromEntries(Object.entries(assumptions).map(([key, { low, central, high, reason }]) =>
    [key, { low: written(low), central: written(central), high: written(high), reason }]));
}

/** @param {import("./option.js").Option} option
 * @param {(path: string, value: any) => string} text */
function optionFields({ label, based_on, mix, changes }, text) {
  const { autonomy, ...levers } = changes;
  const named = Object.entries({ label, based_on, mix }).filter(([, value]) => value !== null);
  const written = Object.entries(levers).map(([name, value]) => [name, text(name, value)]);
  const levels = Object.entries(autonomy ?? {}).map(([name, level]) => [name, text(`autonomy.${name}`, level)]);
  return {
    ...Object.fromEntries(named), ...Object.fromEntries(written),
    ...(autonomy ? { autonomy: Object.fromEntries(levels) } : {}),
  };
}

/** @param {any} value @param {string} indent @returns {string[]} */
function lines(value, indent) {
  const entries = Array.isArray(value)
    ? value.map((one) => ["-", one])
    : Object.entries(value).map(([key, one]) => [`${scalar(key)}:`, one]);
  return entries.flatMap(([lead, one]) => {
    const isEmpty = typeof one === "object" && !Object.keys(one).length;
    if (typeof one !== "object" || isEmpty) return [`${indent}${lead} ${isEmpty ? "{}" : scalar(one)}`];
    return [`${indent}${lead}`, ...lines(one, `${indent}  `)];
  });
}

/** @param {unknown} value between quotes, unless it can be nothing but a word */
function scalar(value) {
  const text = String(value);
  return PLAIN.test(text) && !WORDS.includes(text.toLowerCase()) ? text : JSON.stringify(text);
}

/** @param {string} name @param {string} text let the reader keep it as a file */
export function download(name, text) {
  const address = URL.createObjectURL(new Blob([text], { type: "application/yaml" }));
  const link = Object.assign(document.createElement("a"), { href: address, download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 1000);
}
