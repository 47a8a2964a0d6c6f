// Quantiles of draws: the value at a rank in order, and nothing of the draws is moved.
import assert from "node:assert/strict";
import { test } from "node:test";
import { atRank, band, median, rankOf } from "../../selfmgmt/live/model/quantiles.js";
import { latticePoints } from "../../selfmgmt/live/model/lattice.js";

test("ten draws in any order: the first, the fifth and the ninth", () => {
  const values = Float64Array.of(7, 3, 10, 1, 9, 5, 2, 8, 6, 4);
  const before = [...values];
  assert.deepEqual(band(values), { p10: 1, p50: 5, p90: 9 });
  assert.deepEqual([...values], before);
});

test("one draw is all three", () => {
  assert.deepEqual(band(Float64Array.of(4)), { p10: 4, p50: 4, p90: 4 });
});

test("the median of an even number is between the two in the middle", () => {
  assert.equal(median(Float64Array.of(4, 1, 3, 2)), 2.5);
  assert.equal(median(Float64Array.of(9, 1, 5)), 5);
});

test("a rank counts whole draws: as many as the part, and never below the first", () => {
  assert.deepEqual([rankOf(1, 10, 2048), rankOf(9, 10, 2048), rankOf(0, 10, 5)], [204, 1843, 0]);
});

test("every rank is that of the sorted draws, also where draws are equal", () => {
  for (const size of [1, 2, 9, 64, 501]) {
    const values = latticePoints(182667, size, [size, 0, 0], 11).map((one) => Math.floor(one * 40));
    const sorted = [...values].sort((one, other) => one - other);
    assert.deepEqual(sorted.map((_, rank) => atRank(values, rank)), sorted);
  }
});
