// Positions of one draw, counted by hand: 100 FTE of 80,000 EUR, 10 managers, 20 of support.
import assert from "node:assert/strict";
import { test } from "node:test";
import { emptyPositions, fillPositions, removed } from "../../selfmgmt/live/model/positions.js";

const DRAWN = {
  fte: 100, cost_per_fte: 80000, manager_share: 0.1, support_share: 0.2, manager_cost_ratio: 1.5,
  hire_share: 0.2, hire_premium: 1.25, support_bound: 0.25, primary_bound: 0.1, tasks_bound: 0.05,
};
const of = Object.fromEntries(Object.entries(DRAWN).map(([key, value]) => [key, Float64Array.of(value)]));
const WAY = {
  managers_after: { value: 0.5, relative: true }, support_after: { value: 1, relative: true },
  primary_fte_change: { value: 7, relative: false }, hire_change: { value: -0.1, relative: true },
  tasks_dropped: 0.02,
};
const SHARE = { managers: 0.6, support: 0.5, primary: 0, hired: 0.5, tasks: 0.1 };
const filled = () => {
  const into = emptyPositions();
  fillPositions(into, WAY, SHARE, { of }, 0);
  return into;
};

test("what goes and comes of each group stops at its bound", () => {
  const { managers, support, primary, hired, tasksMix } = filled();
  assert.deepEqual([managers.way, managers.mix], [5, 5]); // six asked, five left
  assert.deepEqual([support.way, support.mix], [0, 5]); // ten asked, a quarter allowed
  assert.deepEqual([primary.way, primary.mix, primary.added], [0, 0, 7]);
  assert.deepEqual([hired.today, hired.way, hired.mix], [20, 2, 10]); // 2 million EUR at 100,000
  assert.equal(tasksMix.toFixed(12), "0.030000000000");
});

test("all groups together are the organisation, and cost what it costs", () => {
  const { managers, support, primary, fte } = filled();
  assert.equal(fte, 100);
  const payroll = [managers, support, primary].reduce((sum, { today, cost }) => sum + today * cost, 0);
  assert.equal(payroll.toFixed(4), "8000000.0000");
  assert.equal(managers.cost, 120000);
});

test("removed positions are those of the own staff", () => {
  const found = filled();
  assert.equal(removed(found.managers), 10);
  assert.equal(found.removed, 15);
});
