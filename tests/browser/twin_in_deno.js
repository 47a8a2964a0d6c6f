// The model of the live page in deno: one line of JSON with a call in, one line with its result out.
import process from "node:process";
import { createInterface } from "node:readline";
import { pathToFileURL } from "node:url";

const twin = await import(pathToFileURL(process.argv[2]));
const ENDLESS = /"(-?Infinity)"/g; // JSON has no word for it; Python reads it without the quotes
let draws;

const plain = (record) =>
  Object.fromEntries(Object.entries(record).map(([key, values]) => [key, Array.from(values)]));
const written = (_key, value) =>
  value === Infinity || value === -Infinity ? String(value) : value;

const calls = {
  draws([inputs, size]) {
    draws = twin.blockDraws(inputs, size);
    return { of: plain(draws.of), luck: plain(draws.luck), windows: draws.windows };
  },
  simulate([plan, question]) {
    const { values, paths, weakest } = twin.simulate(plan, draws, question, true);
    const net = Array.from(twin.netWhenDue(plan, draws, question));
    return { values: plain(values), paths: plain(paths), weakest, net };
  },
};

for await (const line of createInterface({ input: process.stdin })) {
  const [name, given] = JSON.parse(line);
  console.log(JSON.stringify(calls[name](given), written).replace(ENDLESS, "$1"));
}
