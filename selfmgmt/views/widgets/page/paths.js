// Outcomes over time: a line with its band, beside doing nothing.

const CAPACITY = { key: "capacity", path: "capacity", size: 1, mark: "lowest", alt: capacityAlt };
const CASH = { key: "cash", path: "cumulative_cash_eur", size: 1e6, mark: "end", alt: cashAlt };
const PATHS = [CAPACITY, CASH].map((kind) => ({ ...kind, frame: pathFrame, draw: drawPath, table: pathTable }));

// What the pictures of a row share: their scale, and doing nothing.
function pathFrame(options, results, { path, size }) {
  const nothing = results.options.do_nothing;
  const all = [...options.flatMap((one) => Object.values(one.paths[path]).flat()), ...nothing.paths[path].p50];
  const marks = ticks(Math.min(...all) / size, Math.max(...all) / size);
  return { marks, quarters: results.horizon_quarters, base: nothing.paths[path].p50 };
}

// A few round values that span low to high.
function ticks(low, high, count = 4) {
  const rough = (high - low || 1) / count;
  const size = 10 ** Math.floor(Math.log10(rough));
  const step = size * [1, 2, 5, 10].find((one) => one * size >= rough);
  const first = Math.floor(low / step + 1e-9);
  const last = Math.ceil(high / step - 1e-9);
  return Array.from({ length: last - first + 1 }, (_, at) => (first + at) * step);
}

function drawPath(option, frame, { kind, say }, width) {
  const height = 132;
  const box = { left: 34, right: width - 12, top: 10, bottom: height - 20 };
  const { marks, quarters } = frame;
  const [low, high] = [marks[0], marks.at(-1)];
  const x = (quarter) => box.left + ((box.right - box.left) * quarter) / quarters;
  const y = (value) => box.bottom - ((box.bottom - box.top) * (value / kind.size - low)) / (high - low);
  const points = (values) => values.map((value, at) => `${x(at).toFixed(1)},${y(value).toFixed(1)}`);
  const svg = canvas(width, height);
  const digits = high - low < 3 ? 1 : 0;
  for (const mark of marks) {
    const level = y(mark * kind.size);
    svg.append(shape("line", { class: "grid", x1: box.left, x2: box.right, y1: level, y2: level }));
    svg.append(shape("text", { class: "tick", x: box.left - 6, y: level + 4, "text-anchor": "end" }, say.number(mark, digits)));
  }
  for (let quarter = 0; quarter <= quarters; quarter += quarters > 20 ? 8 : 4)
    svg.append(shape("text", { class: "tick", x: x(quarter), y: height - 4, "text-anchor": "middle" }, quarter));
  const { p10, p50, p90 } = option.paths[kind.path];
  svg.append(
    shape("polygon", { class: "band", points: [...points(p90), ...points(p10).reverse()].join(" ") }),
    shape("polyline", { class: "nothing", points: points(frame.base).join(" ") }),
    shape("polyline", { class: "line", points: points(p50).join(" ") }),
  );
  const at = kind.mark === "end" ? quarters : lowest(p50);
  if (p50.some((value) => value !== p50[0])) {
    const above = y(p50[at]) > box.bottom - 16 || (kind.mark === "end" && y(p50[at]) > box.top + 18);
    const anchor = at > quarters * 0.85 ? "end" : at < quarters * 0.15 ? "start" : "middle";
    svg.append(
      shape("circle", { class: "mark", cx: x(at), cy: y(p50[at]), r: 4 }),
      shape("text", { class: "figure", x: x(at), y: y(p50[at]) + (above ? -8 : 17), "text-anchor": anchor },
        say.number(p50[at] / kind.size, 1)),
    );
  }
  return svg;
}

function lowest(values) {
  return values.indexOf(Math.min(...values));
}

function capacityAlt(option, _frame, { say }) {
  const { p10, p50, p90 } = option.paths.capacity;
  const when = lowest(p50);
  const tell = (value) => say.number(value, 1);
  const ends = { middle: tell(p50.at(-1)), low: tell(p10.at(-1)), high: tell(p90.at(-1)) };
  return say.text("capacity_alt", { option: option.label, when, lowest: tell(p50[when]), ...ends });
}

function cashAlt(option, frame, { say }) {
  const { p10, p50, p90 } = option.paths.cumulative_cash_eur;
  const ends = { middle: say.money(p50.at(-1)), low: say.money(p10.at(-1)), high: say.money(p90.at(-1)) };
  return say.text("cash_alt", { option: option.label, quarters: frame.quarters, ...ends });
}

function pathTable(options, nothing, frame, { kind, say }) {
  const moments = [];
  for (let at = 4; at <= frame.quarters; at += frame.quarters > 20 ? 8 : 4) moments.push(at);
  const end = (value) => say.number(value / kind.size, 1);
  const cell = ({ p10, p50, p90 }, at) => say.band({ p10: p10[at], p50: p50[at], p90: p90[at] }, end);
  return {
    heads: moments.map((quarter) => say.text("quarter", { quarter })),
    rows: [nothing, ...options].map((one) => [one.label, ...moments.map((at) => cell(one.paths[kind.path], at))]),
  };
}
