// @ts-check
// Showing the last change once more: from how it was to how it is, slider and pictures together.

/** @typedef {import("./explorer_types.js").State} State */

const FRAMES = 24;
const WAIT = 500; // ms in which the reader sees how it was
const STEP = 45; // ms

/**
 * Everything in `to`, with its numbers on the way there from `from`; `share` from 0 to 1.
 * @param {any} from @param {any} to @param {number} share @returns {any}
 */
export function between(from, to, share) {
  if (typeof to === "number") return typeof from === "number" ? from + (to - from) * share : to;
  if (Array.isArray(to)) return to.map((one, at) => between(from?.[at], one, share));
  if (to && typeof to === "object") return Object.fromEntries(Object.entries(to).map(([key, one]) => [key, between(from?.[key], one, share)]));
  return share < 0.5 && typeof from === "string" && typeof to === "string" ? from : to;
}

/**
 * Remembers how it was before the last change of levers, and shows the way from there.
 * @param {(state: import("./explorer_types.js").State, done: boolean) => void} show
 */
export function replayer(show) {
  /** @type {State | null} */
  let before = null;
  /** @type {State | null} */
  let now = null;
  let lastAct = "";
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  const levers = (/** @type {State} */ state) => JSON.stringify(state.positions);
  const columns = (/** @type {State} */ state) => JSON.stringify([state.shown, state.place]);
  // `act` is the same for all moves of one gesture.
  const received = (/** @type {State} */ state, /** @type {string} */ act) => {
    stop();
    if (now && columns(now) !== columns(state)) before = null;
    else if (now && act !== lastAct && levers(now) !== levers(state)) [before, lastAct] = [now, act];
    now = state;
  };
  const stop = () => clearTimeout(timer);
  const play = () => {
    if (!before) return;
    stop();
    const [from, to] = [before, /** @type {State} */ (now)];
    const frames = matchMedia("(prefers-reduced-motion: reduce)").matches ? 1 : FRAMES;
    const step = (/** @type {number} */ at) => {
      if (at > frames) return show(to, true);
      show({ ...between(from, to, at / frames), shown: to.shown, place: to.place }, false);
      timer = setTimeout(() => step(at + 1), at ? STEP : WAIT);
    };
    step(0);
  };
  return { received, play, stop, can: () => before !== null };
}
