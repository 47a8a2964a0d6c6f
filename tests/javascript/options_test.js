// The board of a session: what a move makes of it, and what is refused.
import assert from "node:assert/strict";
import { test } from "node:test";
import { designOf, mixOf, named, wayOf } from "../../selfmgmt/live/page/option.js";
import {
  choose, copy, hold, include, only, rename, reset, setLever,
  show,
} from "../../selfmgmt/live/page/options.js";

const way = (levers, social = null) => ({ mix: null, is_way: true, levers, social });
const KNOWN = {
  options: {
    do_nothing: { mix: null, is_way: false, levers: {}, social: null },
    cut: { mix: "own", is_way: false, levers: {}, social: null },
    teams: way({ scope: 1, autonomy: { planning: 3 } }),
    social: way({}, { scope: 0.4, managers_less: 0.5 }),
  },
  mixes: { none: {}, own: {}, hired: {} },
  mix: "own",
  today: { scope: 0, training: 1, autonomy: { planning: 1, budget: 2 } },
  most_options: 3,
};
const BOARD = {
  options: { do_nothing: named("do_nothing"), teams: named("teams") },
  looks: {},
  shown: ["teams", "", ""],
  place: 0,
  charts: [],
  question: { saving_target: { value: 0, relative: false }, due_quarter: 8, horizon: 16, size: "described", certainty: "80%", example: true },
};

test("a lever moves the option in hand, and the board before stays as it was", () => {
  const before = JSON.stringify(BOARD);
  const moved = setLever(setLever(BOARD, "scope", 0.5, KNOWN), "autonomy.budget", 4, KNOWN);
  assert.deepEqual(moved.options.teams.changes, { scope: 0.5, autonomy: { budget: 4 } });
  const design = designOf(moved.options.teams, KNOWN);
  assert.deepEqual(design, { scope: 0.5, training: 1, autonomy: { planning: 3, budget: 4 } });
  assert.equal(JSON.stringify(BOARD), before);
  assert.deepEqual(reset(moved).options.teams, named("teams"));
});

test("managers of the social domain go with its share of the organisation", () => {
  const design = designOf(named("social"), KNOWN);
  assert.deepEqual([design.scope, design.managers_after], [0.4, { value: 0.8, relative: true }]);
});

test("an answer is no example any more, and a term ends after the saving is due", () => {
  assert.equal(setLever(BOARD, "question.horizon", 12, KNOWN).question.example, true);
  assert.equal(setLever(BOARD, "question.saving_target", { value: 5, relative: false }, KNOWN).question.example, false);
  assert.throws(() => setLever(BOARD, "question.due_quarter", 20, KNOWN), { message: "horizon", values: { horizon: "16", due: "20" } });
});

test("an option that is only looked at is not in the comparison until it is taken in", () => {
  const looked = show(BOARD, 1, "cut", KNOWN);
  assert.deepEqual([Object.keys(looked.options), Object.keys(looked.looks)], [["do_nothing", "teams"], ["cut"]]);
  const within = include(looked, 1, true, KNOWN);
  assert.deepEqual([Object.keys(within.options), Object.keys(within.looks)], [["do_nothing", "teams", "cut"], []]);
  const out = include(within, 1, false, KNOWN);
  assert.deepEqual(Object.keys(out.looks), ["cut"]);
});

test("the options in view can be the whole comparison", () => {
  const few = only(show(BOARD, 0, "cut", KNOWN));
  assert.deepEqual([Object.keys(few.options), few.looks], [["do_nothing", "cut"], {}]);
});

test("the comparison has room for so many options", () => {
  const full = include(show(BOARD, 1, "cut", KNOWN), 1, true, KNOWN);
  assert.throws(() => copy(full, KNOWN, (key) => key), { message: "too_many", values: { most: "3" } });
});

test("an option that is shown already changes places; one column stays", () => {
  const two = show(BOARD, 1, "cut", KNOWN);
  assert.deepEqual(show(two, 0, "cut", KNOWN).shown, ["cut", "teams", ""]);
  assert.throws(() => show(BOARD, 0, "", KNOWN), { message: "keep_one" });
  assert.throws(() => show(BOARD, 0, "unheard_of", KNOWN), { message: "cannot" });
  assert.throws(() => hold(BOARD, 2), { message: "cannot", values: { given: "3" } });
});

test("a way with another mix stays the same option; none of both is refused", () => {
  const chosen = choose(BOARD, 0, { mix: "hired" }, KNOWN, () => "");
  assert.equal(mixOf(chosen.options.teams, KNOWN), "hired");
  assert.equal(choose(chosen, 0, { mix: "own" }, KNOWN, () => "").options.teams.mix, null); // that of the case
  assert.throws(() => choose(BOARD, 0, { way: "none", mix: "none" }, KNOWN, () => ""), { message: "nothing_left" });
});

test("another way with the same mix is the option of that name when there is one", () => {
  const chosen = choose(BOARD, 0, { way: "social" }, KNOWN, () => "");
  assert.equal(chosen.shown[0], "social");
  assert.equal(wayOf("social", chosen.options.social, KNOWN), "social");
  const mixOnly = choose(BOARD, 0, { way: "none", mix: "hired" }, KNOWN, (one, other) => `${one} ${other}`);
  assert.deepEqual([mixOnly.shown[0], mixOnly.options.hired_2.label], ["hired_2", "none hired"]);
});

test("a copy has a key and a name of its own, in a free column", () => {
  const copied = copy(BOARD, KNOWN, (key) => `copy of ${key}`);
  assert.deepEqual(copied.shown, ["teams", "teams_2", ""]);
  assert.equal(copied.options.teams_2.label, "copy of teams");
});

test("a name that another has, in whatever letters, is refused; an empty one is taken away", () => {
  assert.throws(() => rename(BOARD, " Do  NOTHING", ["do nothing"]), { message: "name_taken" });
  assert.equal(rename(BOARD, "  ", []).options.teams.label, null);
});
