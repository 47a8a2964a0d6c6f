// Numbers and sentences as the reader writes them.
function speaker({ language, words }) {
  const forms = new Map();
  const number = (value, digits = 0) => {
    if (!forms.has(digits)) {
      const fraction = { minimumFractionDigits: digits, maximumFractionDigits: digits };
      forms.set(digits, new Intl.NumberFormat(language, fraction));
    }
    const rounded = Number(value.toFixed(digits)) + 0;
    return forms.get(digits).format(rounded).replace("-", "−");
  };
  const money = (value) => {
    const step = Math.abs(value) >= 1e5 ? 1e4 : 1e3;
    const rounded = step * Math.round(value / step);
    const size = Math.abs(rounded);
    const sign = rounded < 0 ? "−" : "";
    if (size < 999500) return `${sign}€\u00a0${number(size)}`;
    return `${sign}€\u00a0${number(size / 1e6, size < 9995000 ? 2 : 1)}\u00a0${words.mln}`;
  };
  const percent = (share) => `${number(100 * share)}%`;
  const plain = (value) => String(Number(value.toFixed(1))).replace(".", language === "nl" ? "," : ".");
  const text = (key, values = {}) =>
    words[key].replace(/\{(\w+)\}/g, (_whole, name) => values[name] ?? "");
  const band = (one, write) =>
    text("middle", { middle: write(one.p50), low: write(one.p10), high: write(one.p90) });
  return { number, money, percent, plain, text, band };
}
