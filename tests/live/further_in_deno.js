// Further questions of the live page in deno: payload and board in, what the model answers out.
import process from "node:process";
import { text } from "node:stream/consumers";
import { pathToFileURL } from "node:url";

const { engineOf } = await import(pathToFileURL(process.argv[2]));
const { model, known, board } = JSON.parse(await text(process.stdin));
const engine = engineOf(model, known);
const all = Object.entries({ ...board.options, ...board.looks });
const answered = (ask) =>
  Object.fromEntries(all.map(([key, option]) => [key, [...ask(key, option, board.question)]]));
console.log(JSON.stringify({ turns: answered(engine.turns), stressed: answered(engine.stressed) }));
