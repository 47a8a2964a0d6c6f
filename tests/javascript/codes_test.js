// Answer codes: both checks of a code are those of the sheet, by the arithmetic of its field.
import assert from "node:assert/strict";
import { test } from "node:test";
import { codec } from "../../selfmgmt/teaching/pages/codes.js";

// The field with 32 elements, of x^5 + x^2 + 1: 2 is a generator, and its 31 powers are all but 0.
const POWERS = Array.from({ length: 30 }).reduce((found) => {
  const twice = found.at(-1) << 1;
  return [...found, twice & 32 ? twice ^ 37 : twice];
}, [1]);
const product = (one, other) =>
  one && other ? POWERS[(POWERS.indexOf(one) + POWERS.indexOf(other)) % 31] : 0;
const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const { encode } = codec({ alphabet: ALPHABET, carrying: 8, polynomial: 37, order: 31 });
const signsOf = (code) => [...code.replace("-", "")].map((sign) => ALPHABET.indexOf(sign));
const check = (signs, factor) =>
  signs.reduce((sum, sign, at) => sum ^ product(sign, POWERS[(factor * at) % 31]), 0);

test("the signs that carry are the answers, in their bases", () => {
  const signs = signsOf(encode([4, 1, 2], [10, 3, 8], [0, 0]));
  assert.equal(signs.slice(0, 8).reduce((sum, sign) => 32 * sum + sign, 0), 4 + 10 * (1 + 3 * 2));
});

test("both checks give the tag of the sheet", () => {
  for (const tag of [[0, 0], [3, 17], [31, 1]])
    for (const digits of [[0, 0, 0], [9, 2, 7], [5, 1, 3]]) {
      const signs = signsOf(encode(digits, [10, 3, 8], tag));
      assert.deepEqual([check(signs, 1), check(signs, 2)], tag);
    }
});

test("one wrong sign, or two that changed places, breaks a check", () => {
  const signs = signsOf(encode([9, 2, 7], [10, 3, 8], [3, 17]));
  const passes = (found) => check(found, 1) === 3 && check(found, 2) === 17;
  signs.forEach((sign, at) => assert.ok(!passes(signs.with(at, (sign + 1) % 32)), `${at}`));
  for (let at = 1; at < signs.length; at++) {
    const swapped = signs.with(at, signs[at - 1]).with(at - 1, signs[at]);
    if (signs[at] !== signs[at - 1]) assert.ok(!passes(swapped), `${at}`);
  }
});
