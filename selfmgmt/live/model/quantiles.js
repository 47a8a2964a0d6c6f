// @ts-check
// Ranges: what is told of many draws, by the quantile rule of `selfmgmt.analysis.bands`.

/** One in ten draws is below p10, half below p50, nine in ten below p90.
 * @typedef {{p10: number, p50: number, p90: number}} Band */

let scratch = new Float64Array(0); // what is put in order, so that the draws stay as they are

/** @param {Float64Array} values left as they are @returns {Band} */
export function band(values) {
  const copy = copied(values);
  const last = values.length - 1;
  const middle = rankOf(5, 10, values.length);
  const p50 = select(copy, middle, 0, last);
  const p10 = select(copy, rankOf(1, 10, values.length), 0, middle);
  const p90 = select(copy, rankOf(9, 10, values.length), middle, last);
  return { p10, p50, p90 };
}

/** @param {Float64Array} values the mean of the two in the middle where there are two */
export function median(values) {
  const half = values.length >> 1;
  const high = atRank(values, half);
  return values.length % 2 ? high : (atRank(values, half - 1) + high) / 2;
}

/**
 * The value at a rank, the lowest is 0.
 * @param {Float64Array} values left as they are @param {number} rank
 */
export function atRank(values, rank) {
  return select(copied(values), rank, 0, values.length - 1);
}

/**
 * The rank of a quantile that is a whole fraction: the lowest of which so many draws are not above.
 * @param {number} part @param {number} whole @param {number} draws
 */
export function rankOf(part, whole, draws) {
  return Math.max(Math.ceil((part * draws) / whole) - 1, 0);
}

/** @param {Float64Array} values */
function copied(values) {
  if (scratch.length < values.length) scratch = new Float64Array(values.length);
  scratch.set(values);
  return scratch;
}

/**
 * Hoare's quickselect: puts what belongs at `rank` there, lower before it and higher after it.
 * @param {Float64Array} values @param {number} rank
 * @param {number} low @param {number} high between which ranks it is
 */
function select(values, rank, low, high) {
  while (low < high) {
    const pivot = values[(low + high) >> 1];
    let left = low;
    let right = high;
    while (left <= right) {
      while (values[left] < pivot) left++;
      while (values[right] > pivot) right--;
      if (left > right) break;
      const kept = values[left];
      values[left++] = values[right];
      values[right--] = kept;
    }
    if (rank <= right) high = right;
    else if (rank >= left) low = left;
    else break;
  }
  return values[rank];
}
