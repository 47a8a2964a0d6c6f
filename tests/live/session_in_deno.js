// A session of the live page in deno: payload and moves in, what the page then shows out.
import process from "node:process";
import { text } from "node:stream/consumers";
import { pathToFileURL } from "node:url";

globalThis.requestAnimationFrame = setTimeout;
const { sessionOf, caseText } = await import(pathToFileURL(process.argv[2]));
const { payload, moves } = JSON.parse(await text(process.stdin));
const session = sessionOf(payload, "en", payload.board);
for (const [name, ...given] of moves) session.host[name](...given);

const fault = session.fault();
const own = session.ownWords();
const shown = (state) => {
  if (!state.whole) return;
  const file = caseText(payload, session.board(), payload.yes_no);
  const { results, positions, figures } = state;
  console.log(JSON.stringify({ results, positions, figures, file, fault, own }));
};
session.start(shown, () => {});
