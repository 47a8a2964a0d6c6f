// Talking with Python. One question at a time; of a drag only the last position waits, other moves
// wait their turn.

const PAUSE = 250; // ms of rest before all draws are made

/**
 * @param {{send: (message: object) => void}} model
 * @param {object} about
 * @param {string} about.field The key of a message that names what is moved.
 * @param {(state: object) => boolean} about.isCoarse Whether all draws are still to be made.
 * @param {number} about.patience ms without an answer.
 * @param {() => void} about.silent Called when no answer comes.
 */
export function conversation(model, { field, isCoarse, patience, silent }) {
  const view = `${Date.now().toString(36)}-${Math.random().toString(36).slice(2)}`;
  let count = 0;
  let open = null;
  const queue = [];
  let rest, watch;
  const post = (message) => {
    open = `${view}-${++count}`;
    model.send({ ...message, seq: open });
    watch = setTimeout(() => ((open = null), silent()), patience);
  };
  const close = () => (clearTimeout(rest), clearTimeout(watch));
  const ask = (message) => {
    clearTimeout(rest);
    if (open === null) return post(message);
    const last = queue.at(-1);
    if (last && last.do === message.do && last[field] === message[field] && message[field]) queue.pop();
    queue.push(message);
  };
  const received = (state) => {
    if (open !== null && state.seq !== open) return;
    close();
    open = null;
    if (queue.length) post(queue.shift());
    else if (isCoarse(state)) rest = setTimeout(() => ask({ do: "look" }), PAUSE);
  };
  return { ask, received, close, isBusy: () => open !== null };
}
