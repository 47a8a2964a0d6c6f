// Axes: round values that span what is shown, each a step of 1, 2 or 5 times a power of ten.
import assert from "node:assert/strict";
import { test } from "node:test";
import { digitsOf, scale, ticks } from "../../selfmgmt/views/widgets/page/scales.js";

test("the marks of an axis are round and span both ends", () => {
  assert.deepEqual(ticks(0, 100), [0, 50, 100]);
  assert.deepEqual(ticks(-3, 7), [-5, 0, 5, 10]);
  for (const [low, high] of [[0, 1], [-1.7e6, 3.2e6], [0.031, 0.094], [99, 101], [5, 5]]) {
    const marks = ticks(low, high);
    const step = marks.length > 1 ? marks[1] - marks[0] : 1;
    const lead = step / 10 ** Math.floor(Math.log10(step) + 1e-9);
    assert.ok([1, 2, 5].some((one) => Math.abs(lead - one) < 1e-6), `${marks}`);
    assert.ok(marks[0] <= low + 1e-9 && marks.at(-1) >= high - 1e-9, `${marks}`);
  }
});

test("marks are written with the digits that tell them apart", () => {
  assert.deepEqual([[0, 50], [0, 0.5], [0, 0.02], [3]].map(digitsOf), [0, 1, 2, 0]);
});

test("a value stands in proportion between the ends of a picture", () => {
  const at = scale(10, 20, 100, 300);
  assert.deepEqual([10, 15, 20].map(at), [100, 200, 300]);
  assert.equal(scale(20, 10, 100, 300)(20), 100);
  assert.equal(scale(4, 4, 0, 50)(4), 0);
});
