// Levers: what may be filled in at each kind, and where it stands on its slider.
import assert from "node:assert/strict";
import { test } from "node:test";
import { leverPlace, leverText, readLever } from "../../selfmgmt/live/page/levers.js";

const SHARE = { kind: "number", share: true, whole: false, low: 0, high: 1, unit: "", ends: [0, 100] };
const QUARTERS = { kind: "number", share: false, whole: true, low: 1, high: 40, unit: "", ends: [1, 40] };
const FTE = { kind: "amount", share: false, whole: false, low: -1000, high: 1000, share_low: -1, share_high: 3, unit: "FTE", ends: [-50, 50] };
const CHOICE = { kind: "choice" };
const YES_NO = { kind: "yes_no" };
const CHOICES = [["area", "Area"], ["task", "Task"]];
const READING = {
  numbers: { multipliers: { mln: 1e6 }, units: { fte: "FTE", teams: "teams" } },
  choices: CHOICES, whole: 200, asked_back: { far: 0.01, smallest_saving: 1000 },
};
const read = (facts, written) => readLever(facts, written, READING);

test("a share is a percentage; a bare 1 may be 1% or all", () => {
  assert.deepEqual(read(SHARE, "40%"), { value: 0.4 });
  assert.deepEqual(read(SHARE, "0,4"), { value: 0.4 });
  assert.deepEqual(read(SHARE, "1"), { fault: "readings" });
  assert.deepEqual(read(SHARE, "140%"), { fault: "outside" });
});

test("a whole number has no fraction, and stays between its ends", () => {
  assert.deepEqual(read(QUARTERS, "12"), { value: 12 });
  for (const written of ["1,5", "0", "41", "12 FTE"]) assert.deepEqual(read(QUARTERS, written), { fault: "outside" }, written);
  assert.deepEqual(read(QUARTERS, "soon"), { fault: "number" });
});

test("an amount is a part or a number with its unit; what may be both is asked back", () => {
  assert.deepEqual(read(FTE, "-12 FTE"), { value: { value: -12, relative: false } });
  assert.deepEqual(read(FTE, "−10%"), { value: { value: -0.1, relative: true } });
  assert.deepEqual(read(FTE, "1"), { fault: "unit" });
  assert.deepEqual(read(FTE, "12"), { value: { value: 12, relative: false } });
  assert.deepEqual(read(FTE, "3 teams"), { fault: "outside" });
});

test("a choice is one of those offered; the first of two is yes", () => {
  assert.deepEqual(read(CHOICE, "task"), { value: "task" });
  assert.deepEqual(read(CHOICE, "whim"), { fault: "outside" });
  assert.deepEqual([read(YES_NO, "area"), read(YES_NO, "task")], [{ value: true }, { value: false }]);
});

test("what is written at a lever is read back as the same value", () => {
  const values = [[SHARE, 0.125], [QUARTERS, 7], [FTE, { value: -12.5, relative: false }], [FTE, { value: 0.05, relative: true }]];
  for (const language of ["nl", "en"])
    for (const [facts, value] of values) assert.deepEqual(read(facts, leverText(facts, value, language)), { value });
});

test("what lies beyond a slider stands at its end; a choice has no place", () => {
  assert.equal(leverPlace(SHARE, 0.3, 0), 30);
  assert.equal(leverPlace(FTE, { value: 20, relative: false }, 200), 10);
  assert.equal(leverPlace(FTE, { value: 2, relative: true }, 200), 50);
  assert.equal(leverPlace(CHOICE, "task", 0), null);
});
