// Numbers and their units are read as people write them, and written so that they are read back.
import assert from "node:assert/strict";
import { test } from "node:test";
import { exactNumber, exactPercentage, parseMeasure } from "../../selfmgmt/live/page/numbers.js";

const WORDS = {
  multipliers: { k: 1e3, mln: 1e6, miljoen: 1e6 },
  units: { euro: "EUR", eur: "EUR", fte: "FTE", procent: "%", teams: "teams" },
};
const read = (written) => parseMeasure(written, WORDS);

const READ = [
  ["3,5", 3.5, ""], ["1.234,5", 1234.5, ""], ["1,234.5", 1234.5, ""], ["1 234 567,8", 1234567.8, ""],
  ["€ 1,2 mln", 1.2e6, "EUR"], ["1,2 miljoen euro", 1.2e6, "EUR"], ["€ 30.200", 30200, "EUR"],
  ["€ 500,-", 500, "EUR"], ["12%", 0.12, "%"], ["−6,5 %", -0.065, "%"], ["20 procent", 0.2, "%"],
  ["0,055", 0.055, ""], ["12 FTE", 12, "FTE"], ["-3 teams", -3, "teams"],
];
for (const [written, value, unit] of READ)
  test(`"${written}" is read`, () => assert.deepEqual(read(written), { value, unit }));

for (const written of ["", "abc", "5 5", "1,23,456", "12.34.567", "1e5", "1.234", "--5", "€ 5 fte"])
  test(`"${written}" is no number, or has two readings`, () => assert.equal(read(written), null));

test("what is written is read back as the same number, in both languages", () => {
  for (const language of ["nl", "en"])
    for (const value of [0, -0.5, 1.234, 12.345, 1234.5, 0.1 + 0.2, 250, 1e6, -0.001])
      assert.equal(read(exactNumber(value, language))?.value, Number(value.toPrecision(15)), `${value}`);
});

test("a share is written as a percentage, with the mark of the language", () => {
  assert.equal(exactPercentage(0.125, "nl"), "12,5%");
  assert.equal(exactPercentage(0.125, "en"), "12.5%");
  assert.equal(exactPercentage(0.07, "en"), "7%"); // 100 times 0.07 is 7.000000000000001
});
