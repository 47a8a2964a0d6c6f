// Triangular quantities by their published quantile function, and rounding as Python does it.
import assert from "node:assert/strict";
import { test } from "node:test";
import { columns, drawnEffect, toEven, triangular } from "../../selfmgmt/live/model/draws.js";

test("a triangle has its ends at 0 and 1 and its mode where its share lies below", () => {
  assert.equal(triangular(0, 2, 4, 10), 2);
  assert.equal(triangular(1, 2, 4, 10), 10);
  assert.equal(triangular(0.25, 2, 4, 10), 4); // (4 - 2) / (10 - 2) of it lies below the mode
  assert.equal(triangular(0.7, 5, 5, 5), 5);
});

test("a symmetric triangle has its median in the middle", () => {
  assert.equal(triangular(0.5, 0, 1, 2), 1);
});

test("the likeliest effect is bad without conditions, central with half of them, good with all", () => {
  const effect = (uniform, condition) => drawnEffect([-0.2, 0.1, 0.3], uniform, condition).toFixed(12);
  assert.equal(effect(0.75, 0), "0.050000000000"); // 1 - √(1 - 0.75) of the way
  assert.equal(effect(0.6, 0.5), "0.100000000000"); // 0.6 of all draws lie below the centre
  assert.equal(effect(0.25, 1), "0.050000000000"); // √0.25 of the way
  assert.equal(effect(0.8, 0.75), "0.200000000000"); // halfway between centre and good
  assert.equal(drawnEffect([0.1, 0.1, 0.1], 0.4, 0.2), 0.1);
});

test("a half is rounded to the even number", () => {
  assert.deepEqual([0.5, 1.5, 2.5, 3.5, 2.4, 2.6].map(toEven), [0, 2, 2, 4, 2, 3]);
});

test("columns hold zeros, as many as were asked, each an array of its own", () => {
  const found = columns(["a", "b"], 2);
  found.a[0] = 1;
  assert.deepEqual({ ...found }, { a: Float64Array.of(1, 0), b: Float64Array.of(0, 0) });
});
