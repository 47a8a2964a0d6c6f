// Figures with a bar below each: savings, conditions, and what rests on assumptions.

const SAVED = [
  ["gross_saving_eur", "planned"],
  ["realised_saving_eur", "kept"],
  ["leaked_eur", "lost"],
  ["running_cost_eur", "lost"],
  ["net_saving_eur", "net"],
];
const NEEDED = ["work_redesign", "interdependence", "frames", "readiness"];
const SAVINGS = { key: "savings", note: "savings_note", frame: savingsFrame, draw: drawSavings, alt: savingsAlt, table: savingsTable };
const CONDITIONS = { key: "conditions", frame: conditionsFrame, draw: drawConditions, alt: conditionsAlt, table: conditionsTable, caption: weakestCaption };
const SHARES = { key: "shares", corner: "what", note: "shares_note", frame: sharesFrame, draw: drawShares, alt: sharesAlt, table: sharesTable, waits: (option) => !option.assumption_share };

// Rows of a name, a figure and a bar below them.
function drawBars(bars, width, { low = 0, high = 1, limit } = {}) {
  const step = 30;
  const svg = canvas(width, bars.length * step + 4);
  const x = (value) => ((Math.min(Math.max(value, low), high) - low) / (high - low || 1)) * (width - 2) + 1;
  bars.forEach(({ name, figure, value, range, look }, at) => {
    const top = at * step + 13;
    const from = Math.min(x(0), x(value));
    svg.append(
      shape("text", { class: `name ${look}`, x: 0, y: top }, name),
      shape("text", { class: `figure ${look}`, x: width, y: top, "text-anchor": "end" }, figure),
      shape("line", { class: "track", x1: 1, x2: width - 1, y1: top + 9, y2: top + 9 }),
      shape("rect", { class: `bar ${look}`, x: from, y: top + 5, width: Math.max(Math.abs(x(value) - x(0)), 1), height: 8 }),
    );
    if (range) svg.append(shape("line", { class: "whisker", x1: x(range[0]), x2: x(range[1]), y1: top + 9, y2: top + 9 }));
  });
  if (limit !== undefined)
    svg.append(shape("line", { class: "nothing", x1: x(limit), x2: x(limit), y1: (bars.length - 1) * step + 14, y2: bars.length * step + 2 }));
  return svg;
}

// ---- what is left of the planned saving ----

function savingsFrame(options, results) {
  const target = results.saving_target_eur.p50;
  const values = options.flatMap((one) => [one.gross_saving_eur.p50, one.net_saving_eur.p10, one.net_saving_eur.p90]);
  return { low: Math.min(0, ...values), high: Math.max(1, target, ...values), limit: target > 0 ? target : undefined };
}

function drawSavings(option, frame, { say }, width) {
  const bars = SAVED.map(([key, look]) => {
    const { p10, p50, p90 } = option[key];
    const range = look === "net" ? [p10, p90] : undefined;
    const sign = look === "lost" && p50 > 0 ? "−" : "";
    const name = say.text(look === "lost" ? key.replace("_eur", "_short") : look);
    return { name, figure: sign + say.money(p50), value: p50, range, look };
  });
  return drawBars(bars, width, frame);
}

function savingsAlt(option, _frame, { say }) {
  const figures = SAVED.map(([key]) => `${say.text(key)} ${say.band(option[key], say.money)}`).join("; ");
  return say.text("savings_alt", { option: option.label, figures });
}

function savingsTable(options, nothing, _frame, { say }) {
  return {
    heads: SAVED.map(([key]) => say.text(key)),
    rows: [nothing, ...options].map((one) => [one.label, ...SAVED.map(([key]) => say.band(one[key], say.money))]),
  };
}

// ---- what must be in place ----

function conditionsFrame(_options, results) {
  return results.readiness;
}

function conditionValues(option, readiness) {
  return { ...option.conditions, readiness: readiness.central };
}

function drawConditions(option, readiness, { say }, width) {
  const values = conditionValues(option, readiness);
  const bars = NEEDED.map((key) => {
    const look = key === option.weakest_condition ? "weakest" : option.weakest_condition ? "" : "idle";
    const range = key === "readiness" ? [readiness.low, readiness.high] : undefined;
    return { name: say.text(key), figure: say.percent(values[key]), value: values[key], range, look };
  });
  return drawBars(bars, width);
}

function weakestWords(option, say) {
  if (!option.weakest_condition) return say.text("no_new_way");
  const share = say.percent(option.weakest_condition_share);
  return `${say.text(option.weakest_condition)}, ${say.text("weakest", { share })}`;
}

function weakestCaption(option, { say }) {
  const words = weakestWords(option, say);
  return option.weakest_condition ? `${say.text("weakest_head")}: ${words}` : words;
}

function conditionsAlt(option, readiness, { say }) {
  const values = conditionValues(option, readiness);
  const figures = NEEDED.map((key) => `${say.text(key)} ${say.percent(values[key])}`);
  const parts = [...figures, weakestWords(option, say).replace(/\.$/, "")].join("; ");
  return say.text("conditions_alt", { option: option.label, figures: parts });
}

function conditionsTable(options, _nothing, readiness, { say }) {
  return {
    heads: [...NEEDED.map((key) => say.text(key)), say.text("weakest_head")],
    rows: options.map((one) => {
      const values = conditionValues(one, readiness);
      return [one.label, ...NEEDED.map((key) => say.percent(values[key])), weakestWords(one, say)];
    }),
  };
}

// ---- what rests on assumptions ----

function sharesFrame(options) {
  return options.map((one) => Object.keys(one.assumption_share ?? {})).find((keys) => keys.length) ?? [];
}

function shareWords(share, say) {
  return share === null ? say.text("no_range") : say.percent(share);
}

function drawShares(option, outcomes, { say }, width) {
  const bars = outcomes.map((key) => {
    const share = option.assumption_share[key];
    return { name: say.text(`${key}_short`), figure: shareWords(share, say), value: share ?? 0, look: share === null ? "idle" : "" };
  });
  return drawBars(bars, width);
}

function sharesAlt(option, outcomes, { say }) {
  const figures = outcomes.map((key) => `${say.text(`${key}_short`)} ${shareWords(option.assumption_share[key], say)}`);
  return say.text("shares_alt", { option: option.label, figures: figures.join("; ") });
}

function sharesTable(options, _nothing, outcomes, { say }) {
  const told = options.filter((one) => one.assumption_share);
  return {
    heads: told.map((one) => one.label),
    rows: outcomes.map((key) => [say.text(`${key}_short`), ...told.map((one) => shareWords(one.assumption_share[key], say))]),
  };
}
