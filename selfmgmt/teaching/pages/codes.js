// @ts-check
// The answer code of a sheet; the twin of codes.py, with the same settings handed over by it.

/**
 * @param {{alphabet: string, carrying: number, polynomial: number, order: number}} settings `carrying`
 *   signs hold the answers; the field has as many elements as the alphabet has letters
 */
export function codec({ alphabet, carrying, polynomial, order }) {
  const size = alphabet.length;

  /** @param {number} one @param {number} other */
  function times(one, other) {
    let found = 0;
    for (let left = one, right = other; right; right >>= 1) {
      if (right & 1) found ^= left;
      left <<= 1;
      if (left & size) left ^= polynomial;
    }
    return found;
  }

  /** @param {number} exponent */
  function power(exponent) {
    let found = 1;
    for (let step = 0; step < exponent % order; step += 1) found = times(found, 2);
    return found;
  }

  /** @param {number[]} signs @param {number} factor */
  const sum = (signs, factor) =>
    signs.reduce((found, sign, index) => found ^ times(sign, power(factor * index)), 0);

  /** @param {number} value */
  function inverse(value) {
    for (let one = 1; one < size; one += 1) if (times(one, value) === 1) return one;
    throw new RangeError("0 has no inverse");
  }

  /** @param {number[]} signs @param {number[]} tag */
  function withChecks(signs, tag) {
    const first = sum(signs, 1) ^ tag[0];
    const second = sum(signs, 2) ^ tag[1];
    const [a, b] = [power(carrying), power(carrying + 1)];
    const [c, d] = [power(2 * carrying), power(2 * carrying + 2)];
    const whole = inverse(times(a, d) ^ times(b, c));
    const one = times(times(first, d) ^ times(second, b), whole);
    const other = times(times(a, second) ^ times(c, first), whole);
    return [...signs, one, other];
  }

  /**
   * @param {number[]} digits as in codes.py: number, round, version, then each question or 0 for open
   * @param {number[]} bases of those digits @param {number[]} tag
   */
  function encode(digits, bases, tag) {
    let number = 0;
    let unit = 1;
    digits.forEach((digit, index) => {
      number += digit * unit;
      unit *= bases[index];
    });
    /** @type {number[]} */
    const signs = [];
    for (let count = 0; count < carrying; count += 1) {
      signs.unshift(number % size);
      number = Math.floor(number / size);
    }
    const code = withChecks(signs, tag)
      .map((sign) => alphabet[sign])
      .join("");
    return `${code.slice(0, 5)}-${code.slice(5)}`;
  }

  return { encode };
}
