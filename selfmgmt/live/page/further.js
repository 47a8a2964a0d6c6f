// @ts-check
// Further questions: what takes longer than a hand waits is worked out when somebody asks for it.

import { make } from "../../views/widgets/page/nodes.js";
import { everything, inHand, NOTHING } from "./options.js";
import { stressNodes } from "./stress_answer.js";
import { turningNodes } from "./turning_answer.js";

/** @typedef {import("./options.js").Board} Board */
/** @typedef {{board: Board, engine: import("./engine.js").Engine, nameOf: (key: string, option: any) => string}} Asked */
/** @typedef {Generator<unknown, Node[]>} Steps an answer in the making */

const SLICE = 30; // ms of computing before the page listens again

/** @param {any} texts @param {Asked} asked @returns {Steps} where one lever makes or breaks the target */
function* levers(texts, { board, engine, nameOf }) {
  const key = inHand(board);
  const option = everything(board)[key];
  const curves = [];
  for (const curve of engine.turns(key, option, board.question)) yield curves.push(curve);
  return turningNodes(texts, nameOf(key, option), Number.parseInt(board.question.certainty, 10) / 100, curves);
}

/** @param {any} texts @param {Asked} asked @returns {Steps} what is left when something goes wrong */
function* stress(texts, { board, engine, nameOf }) {
  const all = everything(board);
  const found = [];
  for (const key of board.shown.filter((one) => one && one !== NOTHING)) {
    const situations = [];
    for (const one of engine.stressed(key, all[key], board.question)) yield situations.push(one);
    found.push({ label: nameOf(key, all[key]), situations });
  }
  return stressNodes(texts, found);
}

/** @type {Record<string, (texts: any, asked: Asked) => Steps>} */
const QUESTIONS = { levers, stress };

/** @param {any} texts @param {() => void} redraw called when there is an answer */
export function furtherQuestions(texts, redraw) {
  /** @type {Record<string, string>} */
  let answers = {};
  /** @type {Map<string, ReturnType<typeof setTimeout>>} */
  const working = new Map();
  let about = "";

  const stop = () => {
    for (const timer of working.values()) clearTimeout(timer);
    working.clear();
  };
  const goOn = (/** @type {string} */ key, /** @type {Steps} */ steps) => {
    const end = performance.now() + SLICE;
    let step = steps.next();
    while (!step.done && performance.now() < end) step = steps.next();
    if (!step.done) return working.set(key, setTimeout(goOn, 0, key, steps));
    working.delete(key);
    answers = { ...answers, [key]: make("div", {}, ...step.value).innerHTML };
    redraw();
  };
  return {
    stop,
    answers: () => answers,
    ask: (/** @type {string} */ key, /** @type {Asked} */ asked) => {
      about = nameOf(asked.board);
      clearTimeout(working.get(key));
      answers = Object.fromEntries(Object.entries(answers).filter(([other]) => other !== key));
      working.set(key, setTimeout(goOn, 0, key, QUESTIONS[key](texts, asked)));
    },
    /** An answer to what the page no longer shows is taken back. @param {Board} board */
    moved: (board) => {
      if (nameOf(board) === about) return;
      const keys = [...Object.keys(answers), ...working.keys()];
      stop();
      answers = Object.fromEntries(keys.map((key) => [key, ""]));
    },
  };
}

/** @param {Board} board the part of it that an answer depends on */
const nameOf = ({ charts: _charts, ...rest }) => JSON.stringify(rest);
