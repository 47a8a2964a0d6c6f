// The lattice: the bits of its recipe, one point in each stratum, and the published mix of bits.
import assert from "node:assert/strict";
import { test } from "node:test";
import { latticePoints, mixed } from "../../selfmgmt/live/model/lattice.js";

const WORD = 2n ** 32n;

/** fmix32 of MurmurHash3, as published, in whole numbers without bounds. */
function fmix32(word) {
  word ^= word >> 16n;
  word = (word * 0x85ebca6bn) % WORD;
  word ^= word >> 13n;
  word = (word * 0xc2b2ae35n) % WORD;
  return word ^ (word >> 16n);
}

test("numbers are mixed in halves, the lower first", () => {
  const number = 2n ** 40n + 7n;
  const first = fmix32(((number % WORD) + 0x9e3779b9n) % WORD);
  const second = fmix32((first + number / WORD + 0x9e3779b9n) % WORD);
  assert.equal(mixed([Number(number)]), Number(second));
});

test("apart from their shift, the first points are those of the recipe", () => {
  const fromFirst = (number) => {
    const points = latticePoints(number, 4, [1, 0, 0], 11);
    return [...points].map((one) => (one - points[0] + 1) % 1);
  };
  assert.deepEqual(fromFirst(1), [0, 0.5, 0.25, 0.75]);
  assert.deepEqual(fromFirst(182667), [0, 0.5, 0.75, 0.25]);
});

test("a whole lattice visits each stratum once", () => {
  const points = latticePoints(399185, 2048, [5, 0, 0], 11);
  const strata = new Set([...points].map((one) => Math.floor(one * 2048)));
  assert.equal(strata.size, 2048);
});

test("fewer points are the first ones of more, and another seed gives others", () => {
  const more = latticePoints(3, 64, [9, 0, 0], 11);
  assert.deepEqual(latticePoints(3, 8, [9, 0, 0], 11), more.slice(0, 8));
  assert.notDeepEqual(latticePoints(3, 64, [10, 0, 0], 11), more);
});
