// The case as a file: what was in it, with the options and the question as they now stand.
import assert from "node:assert/strict";
import { test } from "node:test";
import { caseText } from "../../selfmgmt/live/page/yaml.js";

const number = { kind: "number", share: false };
const PAYLOAD = {
  document: {
    name: "Rijswijk: noord", note: "no", tags: ["a b", "c"], empty: {},
    judgements: { calm: { teams: "7", gone: "3" } },
  },
  levers: {
    scope: { ...number, share: true }, frames: number, "autonomy.budget": number,
    "question.horizon": number, "question.saving_target": { kind: "amount", unit: "EUR" },
  },
};
const BOARD = {
  options: {
    teams: { label: "Ploegen \"los\"", based_on: "self_managing", mix: null, changes: { scope: 0.5, frames: 2, autonomy: { budget: 3 } } },
  },
  question: { saving_target: { value: 1500000, relative: false }, horizon: 16, example: false },
  assumptions: {},
};
const YES_NO = [["yes", "ja"], ["no", "nee"]];

test("options, question and judgements are those of the board; all else is kept", () => {
  assert.deepEqual(caseText(PAYLOAD, BOARD, YES_NO).split("\n"), [
    'name: "Rijswijk: noord"',
    'note: "no"', // a bare no is read as false
    "tags:",
    '  - "a b"',
    "  - c",
    "empty: {}",
    "judgements:",
    "  calm:",
    '    teams: "7"', // an option that is gone takes its judgement along
    "question:",
    '  saving_target: "€ 1500000"',
    '  horizon: "16"',
    '  example: "no"',
    "options:",
    "  teams:",
    '    label: "Ploegen \\"los\\""',
    "    based_on: self_managing",
    '    scope: "50%"',
    '    frames: "2"',
    "    autonomy:",
    '      budget: "3"',
    "",
  ]);
});

test("a case without judgements gets none", () => {
  const { judgements: _left, ...document } = PAYLOAD.document;
  assert.doesNotMatch(caseText({ ...PAYLOAD, document }, BOARD, YES_NO), /judgements/);
});
