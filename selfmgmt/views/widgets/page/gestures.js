// @ts-check
// Gestures: moves within one, such as a drag, are undone as one.

let last = 0;

/** The gesture that goes on. */
export function gesture() {
  return last;
}

/** Whatever comes next is a step of its own to undo. @returns {number} */
export function newGesture() {
  last += 1;
  return last;
}
