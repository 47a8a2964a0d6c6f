// A link holds the whole board, and one that was changed on its way is refused.
import assert from "node:assert/strict";
import { test } from "node:test";
import { boardIn, hashOf } from "../../selfmgmt/live/page/link.js";

const BOARD = { options: { ënkel: { label: "Eén team – 50 €" } }, shown: ["ënkel"], place: 0 };
const fine = () => {};

test("a board comes back as it was, with its language", () => {
  const hash = hashOf(BOARD, "nl");
  assert.match(hash, /^#[\w.-]+$/);
  assert.deepEqual(boardIn(hash, fine), { board: BOARD, language: "nl" });
});

test("every sign of a link counts", () => {
  const hash = hashOf(BOARD, "nl");
  for (let at = 1; at < hash.length; at++) {
    const changed = hash.slice(0, at) + (hash[at] === "A" ? "B" : "A") + hash.slice(at + 1);
    assert.equal(boardIn(changed, fine), null, `${at}`);
  }
});

test("half a link, none at all, and a board that refers to nothing give nothing", () => {
  const hash = hashOf(BOARD, "nl");
  const refuse = () => {
    throw new Error("no such option");
  };
  assert.deepEqual(["", "#", hash.slice(0, 20)].map((one) => boardIn(one, fine)), [null, null, null]);
  assert.equal(boardIn(hash, refuse), null);
});
