// Talking with Python. One question at a time; of a drag only the last position waits, other moves
// wait their turn.

const PAUSE = 250; // ms of rest before all draws are made
const SILENCE = 15000; // ms without an answer

/**
 * @param {{send: (message: object) => void}} model
 * @param {() => void} silent Called when no answer comes.
 */
export function conversation(model, silent) {
  const view = `${Date.now().toString(36)}-${Math.random().toString(36).slice(2)}`;
  let count = 0;
  let open = null;
  const queue = [];
  let rest, watch;
  const post = (message) => {
    open = `${view}-${++count}`;
    model.send({ ...message, seq: open });
    watch = setTimeout(() => ((open = null), silent()), SILENCE);
  };
  const close = () => (clearTimeout(rest), clearTimeout(watch));
  const ask = (message) => {
    clearTimeout(rest);
    if (open === null) return post(message);
    const last = queue.at(-1);
    if (last && last.do === message.do && last.lever === message.lever && message.lever) queue.pop();
    queue.push(message);
  };
  const heard = (state) => {
    if (state.seq !== open) return;
    clearTimeout(watch);
    open = null;
    if (queue.length) post(queue.shift());
    else if (!state.whole) rest = setTimeout(() => ask({ do: "look" }), PAUSE);
  };
  return { ask, heard, close, isBusy: () => open !== null };
}
