// @ts-check
// Numbers as people write them, read and written by the rules of `selfmgmt.numbers`.

const MINUSES = "-\u2010\u2011\u2012\u2013\u2212";
const plain = new Intl.NumberFormat("en", { useGrouping: false, maximumFractionDigits: 12 });

/**
 * The words that may stand beside a number; Python hands them over.
 * @typedef {{multipliers: Record<string, number>, units: Record<string, string>}} NumberWords
 */

/** A number and its unit: "", "%", "EUR", "FTE", "teams" and so on.
 * @typedef {{value: number, unit: string}} Measure */

/**
 * Read one number with the unit that stands beside it.
 * @param {string} written @param {NumberWords} words
 * @returns {Measure | null} null when it is no number, or has two readings
 */
export function parseMeasure(written, words) {
  const match = pattern(words).exec(written.replace(/\s+/g, " ").trim());
  const parts = match?.groups;
  if (!parts || (parts.sign && parts.minus)) return null;
  const before = parts.euro || parts.cents ? "EUR" : "";
  const after = parts.percent ?? words.units[(parts.unit ?? "").toLowerCase()] ?? "";
  if (before && after && before !== after) return null;
  const unit = before || after;
  const times = words.multipliers[(parts.multiplier ?? "").toLowerCase()];
  const digits = plainDigits(parts.digits.replaceAll(" ", ""), unit === "EUR" && !times);
  if (digits === null) return null;
  const size = (Number(digits) * (times ?? 1)) / (unit === "%" ? 100 : 1);
  const negative = MINUSES.includes(parts.sign || "+") || Boolean(parts.minus);
  return { value: clean(negative ? -size : size), unit };
}

/** @param {NumberWords} words */
function pattern({ multipliers, units }) {
  const longest = Object.keys(units).sort((one, other) => other.length - one.length);
  const minus = `[${MINUSES}]`;
  return new RegExp(
    `^(?<sign>[${MINUSES}+]?)\\s*(?<euro>€|euro?\\b)?\\s*(?<minus>${minus}?)\\s*` +
      "(?<digits>[0-9]{1,3}(?: [0-9]{3})+(?:[.,][0-9]+)?|[0-9][0-9.,]*?)" +
      `(?<cents>,(?:=|[${MINUSES}\u2014]{1,2}))?\\s*` +
      `(?<multiplier>${Object.keys(multipliers).join("|")})?\\.?\\s*` +
      `(?:(?<percent>%)|(?<unit>${longest.join("|")}))?$`,
    "i",
  );
}

/** @param {string} digits @param {boolean} isMoney @returns {string | null} with a decimal point */
function plainDigits(digits, isMoney) {
  const marks = [...digits].filter((one) => one === "." || one === ",");
  if (!marks.length) return digits;
  const last = marks[marks.length - 1];
  const at = digits.lastIndexOf(last);
  const [whole, fraction] = [digits.slice(0, at), digits.slice(at + 1)];
  if (marks.filter((one) => one === last).length > 1) return wholeOf(digits, last);
  if (marks.length > 1) {
    const front = wholeOf(whole, marks[0]);
    return front === null ? null : `${front}.${fraction}`;
  }
  if (!hasTwoReadings(whole, fraction)) return `${whole}.${fraction}`;
  return isMoney ? whole + fraction : null;
}

/** @param {string} whole @param {string} fraction a mark that may stand for thousands too */
function hasTwoReadings(whole, fraction) {
  return fraction.length === 3 && whole.length >= 1 && whole.length <= 3 && !whole.startsWith("0");
}

/** @param {string} digits @param {string} mark of thousands */
function wholeOf(digits, mark) {
  const [first, ...groups] = digits.split(mark);
  const fits = first.length >= 1 && first.length <= 3 && groups.every((one) => /^\d{3}$/.test(one));
  return fits ? first + groups.join("") : null;
}

/** @param {number} value without the noise of its last binary digits */
function clean(value) {
  return Number(value.toPrecision(15)) + 0;
}

/** @param {number} value @param {string} language all its digits, read back as the same number */
export function exactNumber(value, language) {
  const [whole, fraction = ""] = plain.format(clean(value)).split(".");
  const more = hasTwoReadings(whole.replace("-", ""), fraction) ? "0" : "";
  return fraction ? `${whole}${language === "nl" ? "," : "."}${fraction}${more}` : whole;
}

/** @param {number} share @param {string} language */
export function exactPercentage(share, language) {
  return `${exactNumber(100 * share, language)}%`;
}
