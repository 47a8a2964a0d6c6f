// Steps are taken back and taken again; those of one gesture are one.
import assert from "node:assert/strict";
import { test } from "node:test";
import { after, redone, undone } from "../../selfmgmt/live/page/steps.js";

const START = { now: 0, past: [], future: [], gesture: null };
const walked = (...moves) => moves.reduce((steps, [now, gesture]) => after(steps, now, gesture), START);

test("undo and redo lead back and forth", () => {
  const there = walked([1, null], [2, null]);
  const back = undone(there);
  assert.equal(back.now, 1);
  assert.equal(undone(back).now, 0);
  assert.deepEqual(redone(back), there);
});

test("where there is no step, undo and redo change nothing", () => {
  assert.equal(undone(START), START);
  assert.equal(redone(START), START);
});

test("one gesture is taken back as one, and not the next gesture with it", () => {
  const steps = walked([1, "scope 1"], [2, "scope 1"], [3, "scope 2"]);
  assert.equal(undone(steps).now, 2);
  assert.equal(undone(undone(steps)).now, 0);
});

test("after an undo the same gesture begins a new step", () => {
  const steps = after(undone(walked([1, null], [2, "a"])), 3, "a");
  assert.deepEqual([steps.past, steps.now], [[0, 1], 3]);
});

test("a new step ends what could be taken again; an equal one is none", () => {
  const back = undone(walked([1, null], [2, null]));
  assert.deepEqual(after(back, 5, null).future, []);
  assert.equal(after(back, 1, null), back);
});

test("two hundred steps are remembered", () => {
  const steps = walked(...Array.from({ length: 250 }, (_, at) => [at + 1, null]));
  assert.equal(steps.past.length, 200);
  assert.equal(steps.past[0], 50);
});
