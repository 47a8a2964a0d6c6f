// Figures and sentences as the reader writes them, in Dutch and in English.
import assert from "node:assert/strict";
import { test } from "node:test";
import { speaker } from "../../selfmgmt/views/widgets/page/speech.js";

const KINDS = { net_saving_eur: "money", absence: "share", capacity: "index", posts: "fte" };
const words = (million, middle) => ({ million, middle, points: "{value} pt" });
const PAGES = {
  nl: { language: "nl", kinds: KINDS, months: ["januari 2027"], words: words("mln", "{middle} ({low} tot {high})") },
  en: { language: "en", kinds: KINDS, months: ["January 2027"], words: words("million", "{middle} ({low} to {high})") },
};
const [nl, en] = [speaker(PAGES.nl), speaker(PAGES.en)];
const spaced = (text) => text.replaceAll("\u00a0", " ");

test("money is rounded to what can be known of it", () => {
  const amounts = [1234567, 12345678, 99499, 123456, -2600, 999600, 0];
  const told = ["€ 1,23 mln", "€ 12,3 mln", "€ 99.000", "€ 120.000", "−€ 3.000", "€ 1,00 mln", "€ 0"];
  assert.deepEqual(amounts.map((one) => spaced(nl.money(one))), told);
  assert.equal(spaced(en.money(1234567)), "€ 1.23 million");
});

test("nothing is ever minus nothing", () => {
  assert.equal(nl.number(-0.04, 1), "0,0");
  assert.equal(nl.money(-400), "€\u00a00");
});

test("a number below nothing has the sign of print", () => {
  assert.equal(nl.number(-1234.5, 1), "−1.234,5");
  assert.equal(en.number(-1234.5, 1), "−1,234.5");
});

test("a range is told once where its ends are written alike", () => {
  assert.equal(nl.outcome("absence", { p10: 0.05, p50: 0.061, p90: 0.07 }), "6,1% (5,0% tot 7,0%)");
  assert.equal(en.outcome("absence", { p10: 0.0601, p50: 0.0602, p90: 0.0603 }), "6.0%");
});

test("a difference has its sign, and percentages are points", () => {
  assert.equal(nl.difference("absence", { p10: 0.01, p50: 0.01, p90: 0.01 }), "+1,0 pt");
  assert.equal(nl.difference("capacity", { p10: -2, p50: -2, p90: -2 }), "−2,0");
  assert.equal(nl.difference("capacity", { p10: 0.01, p50: 0.01, p90: 0.01 }), "0,0"); // no plus
});

test("FTE have a decimal when they are few", () => {
  assert.deepEqual([nl.outcome("posts", { p10: 2.5, p50: 2.5, p90: 2.5 }), nl.outcome("posts", { p10: 25.5, p50: 25.5, p90: 25.5 })], ["2,5", "26"]);
});

test("a word is filled in, and the month is that of its quarter", () => {
  assert.equal(nl.text("points", { value: 3 }), "3 pt");
  assert.equal(nl.month(0), "januari 2027");
  assert.deepEqual([nl.has("points"), nl.has("absent")], [true, false]);
});
