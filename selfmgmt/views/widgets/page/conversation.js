// @ts-check
// Talking with Python. One question at a time; of a drag only the last position waits, other moves
// wait their turn.

const PAUSE = 250; // ms of rest before all draws are made

/** @typedef {Record<string, any>} Message */

/**
 * @param {{send: (message: Message, callbacks?: undefined, buffers?: ArrayBuffer[]) => void}} model
 * @param {object} about
 * @param {string} [about.field] The key of a message that names what is moved.
 * @param {(state: any) => boolean} [about.isCoarse] Whether all draws are still to be made.
 * @param {number} about.patience ms without an answer.
 * @param {() => void} about.silent Called when no answer comes.
 */
export function conversation(model, { field = "", isCoarse = () => false, patience, silent }) {
  const view = `${Date.now().toString(36)}-${Math.random().toString(36).slice(2)}`;
  let count = 0;
  /** @type {string | null} what has no answer yet */
  let open = null;
  /** @type {[Message, ArrayBuffer[] | undefined][]} */
  const queue = [];
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let rest;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let watch;
  const post = (/** @type {Message} */ message, /** @type {ArrayBuffer[] | undefined} */ buffers) => {
    open = `${view}-${++count}`;
    model.send({ ...message, seq: open }, undefined, buffers);
    watch = setTimeout(() => ((open = null), silent()), patience);
  };
  const close = () => (clearTimeout(rest), clearTimeout(watch));
  const ask = (/** @type {Message} */ message, /** @type {ArrayBuffer[] | undefined} */ buffers = undefined) => {
    clearTimeout(rest);
    if (open === null) return post(message, buffers);
    const last = queue.at(-1)?.[0];
    if (last && last.do === message.do && last[field] === message[field] && message[field]) queue.pop();
    queue.push([message, buffers]);
  };
  const received = (/** @type {any} */ state) => {
    if (open !== null && state.seq !== open) return;
    close();
    open = null;
    const next = queue.shift();
    if (next) post(...next);
    else if (isCoarse(state)) rest = setTimeout(() => ask({ do: "look" }), PAUSE);
  };
  return { ask, received, close, isBusy: () => open !== null };
}
