// @ts-check
// Bounds: what may go at most, and what a mix of some size takes.

/** @typedef {import("./plan.js").Plan} Plan */
/** @typedef {import("./plan.js").Amount} Amount */
/** @typedef {Record<string, number>} Bounds largest share that may go of each group */

/** @param {Plan} plan its own size does not matter @param {Bounds} bounds */
export function largestFactor(plan, bounds) {
  const sizes = Object.entries(rooms(plan, bounds)).map(
    ([group, room]) => room / shareOf(plan, group) + begins(plan, group),
  );
  return Math.max(...sizes, 0);
}

/**
 * The share of today's that the mix takes from each group; groups that lose nothing are left out.
 * @param {Plan} plan @param {Bounds} bounds @returns {Record<string, number>}
 */
export function sharesGone(plan, bounds) {
  const found = Object.entries(rooms(plan, bounds)).map(([group, room]) => {
    const size = Math.max(plan.factor - begins(plan, group), 0);
    return [group, Math.min(size * shareOf(plan, group), room)];
  });
  return Object.fromEntries(found.filter(([, share]) => Number(share) > 0));
}

/** @param {Plan} plan @param {Bounds} bounds what the way leaves for each group of the mix */
function rooms(plan, bounds) {
  const { way } = plan;
  /** @type {Record<string, number>} */
  const gone = {
    managers: ofAfter(way.managers_after),
    support: ofAfter(way.support_after),
    primary: ofChange(way.primary_fte_change),
    hired: ofChange(way.hire_change),
    tasks: way.tasks_dropped,
  };
  const groups = Object.keys(gone).filter((group) => shareOf(plan, group));
  return Object.fromEntries(
    groups.map((group) => [group, Math.max(bounds[group] - gone[group], 0)]),
  );
}

/** @param {Plan} plan @param {string} group @returns {number} */
function shareOf({ mix }, group) {
  return Number(mix[/** @type {"managers"} */ (group)]);
}

/** @param {Plan} plan @param {string} group the size of the mix at which it begins to lose posts */
function begins({ mix }, group) {
  return mix.hired_first && group !== "hired" ? 1 : 0;
}

/** @param {Amount} after the share that goes; of an amount in FTE that is not known */
function ofAfter(after) {
  return after.relative ? Math.max(1 - after.value, 0) : 0;
}

/** @param {Amount} change */
function ofChange(change) {
  return change.relative ? Math.max(-change.value, 0) : 0;
}
