// @ts-check
// Uniform draws: a rank-1 lattice with a shift that follows from the seed, the same bits as in
// Python (`selfmgmt/simulation/lattice.py`).

const WORD = 2 ** 32;

/**
 * Evenly spread points in [0, 1) for one coordinate.
 * @param {number} number of the coordinate, odd and below 2^20
 * @param {number} points how many, at most 2^bits
 * @param {number[]} stream whole numbers that say which shift: seed, block, and 0 or 1 for the twin
 * @param {number} bits binary digits of the number of points in a whole lattice
 * @returns {Float64Array}
 */
export function latticePoints(number, points, stream, bits) {
  const block = 2 ** bits;
  const step = WORD / block;
  const shift = mixed([...stream, number]);
  const found = new Float64Array(points);
  for (let i = 0; i < points; i++) {
    const whole = (number * reversed(i, bits)) % block;
    found[i] = ((whole * step + shift) % WORD) / WORD;
  }
  return found;
}

/**
 * A whole number below 2^32 in which every one of `numbers` counts.
 * @param {number[]} numbers whole numbers below 2^53
 */
export function mixed(numbers) {
  let state = 0;
  for (const number of numbers)
    for (const half of [number % WORD, Math.floor(number / WORD)])
      state = stirred((state + half + 0x9e3779b9) % WORD);
  return state;
}

/** @param {number} state the last steps of MurmurHash3 (Appleby 2011, public domain) */
function stirred(state) {
  state = Math.imul(state ^ (state >>> 16), 0x85ebca6b);
  state = Math.imul(state ^ (state >>> 13), 0xc2b2ae35);
  return (state ^ (state >>> 16)) >>> 0;
}

/** @param {number} number @param {number} bits its binary digits in reverse order */
function reversed(number, bits) {
  let back = 0;
  for (let at = 0; at < bits; at++) back |= ((number >> at) & 1) << (bits - 1 - at);
  return back;
}
