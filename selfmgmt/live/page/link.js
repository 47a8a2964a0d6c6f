// @ts-check
// The board in the part of the address behind #: a link that shows what was on the page.

/** @typedef {import("./options.js").Board} Board */

const VERSION = "1";

/** @param {Board} board @param {string} language @returns {string} in letters that a link may hold */
export function hashOf(board, language) {
  const bytes = new TextEncoder().encode(JSON.stringify([board, language]));
  const letters = btoa(String.fromCharCode(...bytes));
  const word = letters.replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
  return `#${VERSION}.${checksum(word)}.${word}`;
}

/**
 * What a link holds.
 * @param {string} hash
 * @param {(board: Board) => void} check throws where the board refers to what is not there
 * @returns {{board: Board, language: string} | null} null when it is not whole, or was changed
 */
export function boardIn(hash, check) {
  const [version, sum, word] = hash.replace(/^#/, "").split(".");
  if (version !== VERSION || !word || checksum(word) !== sum) return null;
  try {
    const letters = atob(word.replaceAll("-", "+").replaceAll("_", "/"));
    const bytes = Uint8Array.from(letters, (one) => one.charCodeAt(0));
    const [board, language] = JSON.parse(new TextDecoder().decode(bytes));
    check(board);
    return { board, language };
  } catch {
    return null; // made by another page, or by another edition
  }
}

/** @param {string} word FNV-1a, in letters and figures */
function checksum(word) {
  let sum = 0x811c9dc5;
  for (const one of word) sum = Math.imul(sum ^ one.charCodeAt(0), 0x01000193) >>> 0;
  return sum.toString(36);
}
