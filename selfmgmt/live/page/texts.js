// @ts-check
// The words of one language, and what writes them.

import { speaker } from "../../views/widgets/page/speech.js";

/** @param {any} payload what Python hands over @param {string} language */
export function textsOf(payload, language) {
  const { page, options, mixes, sentences, allowed, figures, shocks } = payload.languages[language];
  const say = speaker(page);
  const all = page.groups.flatMap((/** @type {any} */ group) => group.levers);
  const described = Object.fromEntries(all.map((/** @type {any} */ one) => [one.path, one]));
  return {
    say, options, mixes, allowed, page, figures, shocks, language,
    levers: payload.levers,
    priced: payload.priced,
    described: (/** @type {string} */ path) => described[path],
    tell: (/** @type {string} */ key, /** @type {Record<string, string>} */ values = {}) =>
      sentences[key].replace(/\{(\w+)\}/g, (/** @type {string} */ _whole, /** @type {string} */ name) => values[name] ?? ""),
  };
}
