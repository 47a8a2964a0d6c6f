// @ts-check
// Steps that can be taken back, and taken again; as `case/edit/undo.py`.

const REMEMBERED = 200;

/**
 * @template Kind
 * @typedef {{now: Kind, past: Kind[], future: Kind[], gesture: string | null}} Steps
 */

/**
 * The steps when `now` comes next; those of one gesture are taken back as one.
 * @template Kind
 * @param {Steps<Kind>} steps @param {Kind} now @param {string | null} gesture
 * @returns {Steps<Kind>}
 */
export function after(steps, now, gesture) {
  if (JSON.stringify(now) === JSON.stringify(steps.now)) return steps;
  const goesOn = gesture !== null && gesture === steps.gesture;
  const past = goesOn ? steps.past : [...steps.past, steps.now].slice(-REMEMBERED);
  return { now, past, future: [], gesture };
}

/** @template Kind @param {Steps<Kind>} steps @returns {Steps<Kind>} one step back, if there is one */
export function undone(steps) {
  const { past, now, future } = steps;
  if (!past.length) return steps;
  return { now: past[past.length - 1], past: past.slice(0, -1), future: [now, ...future], gesture: null };
}

/** @template Kind @param {Steps<Kind>} steps @returns {Steps<Kind>} one step forward again */
export function redone(steps) {
  const { past, now, future } = steps;
  if (!future.length) return steps;
  return { now: future[0], past: [...past, now], future: future.slice(1), gesture: null };
}
