// The page of the options explorer. It asks Python for one move at a time and draws what comes
// back, in the JSON shape of `compare`; it does not care who computed it.

const PAUSE = 250; // ms of rest before all draws are made
const SILENCE = 15000; // ms without an answer
const NAMESPACE = "http://www.w3.org/2000/svg";
const SAVINGS = [
  ["gross_saving_eur", "planned"],
  ["realised_saving_eur", "kept"],
  ["leaked_eur", "lost"],
  ["running_cost_eur", "lost"],
  ["net_saving_eur", "net"],
];
const CONDITIONS = ["work_redesign", "interdependence", "frames", "readiness"];
let views = 0;

function render({ model, el }) {
  const page = model.get("page");
  const say = speaker(page);
  const line = conversation(model, page.draws, () => parts.warn(page.words.silence));
  const parts = build(el, page, say, line);
  const draw = () => parts.draw(model.get("state"), line.isBusy());
  const heard = () => {
    line.heard(model.get("state"));
    draw();
  };
  model.on("change:state", heard);
  const resized = new ResizeObserver(() => parts.resize(model.get("state")));
  draw();
  resized.observe(parts.root);
  return () => {
    model.off("change:state", heard);
    resized.disconnect();
    line.close();
  };
}

// One question at a time. Of a drag only the last position waits; other moves wait their turn.
function conversation(model, draws, silent) {
  const view = `${Date.now().toString(36)}-${++views}`;
  let count = 0;
  let open = null;
  let queue = [];
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
    else if (state.results.draws < draws) rest = setTimeout(() => ask({ do: "look" }), PAUSE);
  };
  return { ask, heard, close, isBusy: () => open !== null };
}

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

// ---- building the page, once ----

function make(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
    else if (value !== false && value !== undefined) node.setAttribute(name, value);
  }
  node.append(...children);
  return node;
}

function build(el, page, say, line) {
  const id = `selfmgmt-${++views}`;
  const button = (key) =>
    make("button", { type: "button", onclick: () => line.ask({ do: key }) }, say.text(key));
  const buttons = { undo: button("undo"), redo: button("redo"), reset: button("reset") };
  const question = make("p", { class: "question" });
  const status = make("p", { class: "status", role: "status" });
  const alarm = make("p", { class: "fault", role: "alert" });
  const cards = [0, 1, 2].map((place) => card(id, place, say, line));
  const panel = leverPanel(id, page, say, line, buttons.reset);
  const rows = chartRows(id, say);
  const tools = make("div", { class: "tools" }, buttons.undo, buttons.redo);
  const left = make("div", {}, question, tools, alarm, status);
  const head = make("div", { class: "head" }, left, ...cards.map((one) => one.node));
  const root = make(
    "section",
    { class: "selfmgmt-explorer", lang: page.language, "aria-label": say.text("explorer") },
    head,
    make("div", { class: "body" }, panel.node, make("div", { class: "results" }, ...rows.nodes)),
  );
  el.append(root);

  const write = (node, words) => {
    if (node.textContent !== words) node.textContent = words;
  };
  const draw = (state, busy) => {
    const { results } = state;
    const target = results.saving_target_eur.p50;
    const amount = say.money(target);
    question.textContent =
      target > 0
        ? say.text("target", { amount, quarter: results.due_quarter })
        : say.text("no_target");
    buttons.undo.disabled = !state.undo;
    buttons.redo.disabled = !state.redo;
    cards.forEach((one) => one.draw(state));
    panel.draw(state, busy);
    rows.draw(state);
    write(alarm, state.fault && !state.fault.lever ? state.fault.words : "");
    write(status, spoken(state, page, say, target));
  };
  const resize = (state) => {
    root.style.setProperty("--head", `${head.offsetHeight}px`);
    rows.draw(state);
  };
  return { root, draw, resize, warn: (words) => write(alarm, words) };
}

// For those who listen: what the option in hand comes to, once all draws are made.
function spoken(state, page, say, target) {
  const option = state.results.options[state.shown[state.place]];
  if (state.results.draws < page.draws || target <= 0) return "";
  return `${option.label}. ${gapWords(option, say)}. ${chanceWords(option, say)}.`;
}

function gapWords(option, say) {
  const gap = option.gap_eur;
  return gap.p50 > 0 ? say.text("gap", { amount: say.money(gap.p50) }) : say.text("closed");
}

function chanceWords(option, say) {
  return say.text("chance", { chance: say.percent(option.target_met_probability) });
}

function card(id, place, say, line) {
  const pick = make("select", {
    id: `${id}-place-${place}`,
    onchange: () => line.ask({ do: "show", place, option: pick.value }),
  });
  const gap = make("p", { class: "gap" });
  const range = make("p", { class: "range" });
  const chance = make("p", { class: "chance" });
  const hold = make("button", { type: "button", onclick: () => line.ask({ do: "hold", place }) }, say.text("hold"));
  const title = make("label", { for: pick.id }, say.text("place", { number: place + 1 }));
  const top = make("div", { class: "top" }, title, hold);
  const node = make("div", { class: "card" }, top, pick, gap, range, chance);
  let listed = "";
  const draw = (state) => {
    const list = JSON.stringify(state.options);
    if (list !== listed) {
      listed = list;
      pick.replaceChildren(
        make("option", { value: "" }, say.text("none")),
        ...state.options.map((one) =>
          make("option", { value: one.key }, one.adapted ? say.text("adapted", { option: one.label }) : one.label),
        ),
      );
    }
    const key = state.shown[place];
    const option = state.results.options[key];
    const held = place === state.place;
    pick.value = key;
    hold.setAttribute("aria-label", option ? `${say.text("hold")}: ${option.label}` : say.text("hold"));
    hold.setAttribute("aria-pressed", held);
    hold.hidden = !option;
    node.classList.toggle("held", held);
    const asked = option && state.results.saving_target_eur.p50 > 0;
    const ends = option && option.gap_eur;
    gap.classList.toggle("open", Boolean(asked && ends.p50 > 0));
    gap.textContent = asked ? gapWords(option, say) : "";
    range.textContent = asked && ends.p50 > 0
      ? say.text("range", { low: say.money(Math.max(ends.p10, 0)), high: say.money(Math.max(ends.p90, 0)) })
      : "";
    chance.textContent = asked ? chanceWords(option, say) : "";
  };
  return { node, draw };
}

// ---- the levers ----

function leverPanel(id, page, say, line, reset) {
  const holding = make("p", { class: "holding" });
  const all = [];
  const folds = page.groups.map((group, at) => {
    const inside = group.levers.map((facts) => {
      const one = lever(`${id}-${facts.path.replace(".", "-")}`, facts, say, line);
      all.push([facts.path, one]);
      return one.node;
    });
    const name = `${id}-group`;
    return make("details", { name, ...(at ? {} : { open: "" }) }, make("summary", {}, group.title), ...inside);
  });
  const heading = make("h3", {}, say.text("levers"));
  const node = make("div", { class: "levers" }, heading, holding, reset, ...folds);
  const draw = (state, busy) => {
    const option = state.results.options[state.shown[state.place]];
    holding.textContent = say.text("holding", { option: option.label });
    reset.disabled = !state.options.find((one) => one.key === state.shown[state.place]).adapted;
    for (const [path, one] of all) {
      one.fault(state.fault && state.fault.lever === path ? state.fault.words : "");
      if (!busy) one.draw(state.positions[path]);
    }
  };
  return { node, draw };
}

let gestures = 0; // moves within one gesture are undone as one

function lever(id, facts, say, line) {
  let typing = false;
  let wrong = false;
  const set = (value) => line.ask({ do: "set", lever: facts.path, value, gesture: gestures });
  const title = make("label", { for: id }, facts.title);
  const words = make("span", { class: "words" });
  const help = make("p", { class: "help", id: `${id}-help` }, facts.help);
  const alarm = make("p", { class: "fault", role: "alert", id: `${id}-fault` });
  const described = { "aria-describedby": `${id}-help ${id}-fault` };
  const slider = make("input", {
    type: "range",
    id,
    min: facts.low,
    max: facts.high,
    step: facts.step,
    ...described,
    oninput: () => {
      field.value = say.plain(slider.valueAsNumber) + facts.suffix;
      slider.setAttribute("aria-valuetext", field.value);
      set(field.value);
    },
  });
  const field = make("input", {
    type: "text",
    autocomplete: "off",
    "aria-label": say.text("field", { lever: facts.title }),
    ...described,
    oninput: () => (typing = true),
    onchange: () => ((typing = false), gestures++, set(field.value)),
  });
  const choice = make("select", { id, ...described, onchange: () => set(choice.value) });
  choice.append(...facts.choices.map(([value, label]) => make("option", { value }, label)));
  const more = make(
    "details",
    { class: "why" },
    make("summary", { "aria-label": `${facts.title}: ?` }, "?"),
    help,
  );
  const begin = () => gestures++;
  const controls = facts.choices.length ? [choice] : [slider, field];
  const node = make("div", { class: facts.choices.length ? "lever choice" : "lever", onpointerdown: begin, onfocusin: begin },
    make("div", { class: "name" }, title, words), ...controls, more, alarm);
  const fault = (text) => {
    if (alarm.textContent !== text) alarm.textContent = text;
    wrong = text !== "";
    for (const one of [field, choice]) one.setAttribute("aria-invalid", wrong);
  };
  const draw = (position) => {
    words.textContent = position.words;
    if (facts.choices.length) return void (choice.value = position.text);
    slider.value = position.at;
    slider.setAttribute("aria-valuetext", `${position.text} ${position.words}`.trim());
    if (!typing && !wrong) field.value = position.text;
  };
  return { node, draw, fault };
}

// ---- the pictures ----

function chartRows(id, say) {
  const kinds = {
    capacity: { draw: drawPaths, path: "capacity", size: 1, mark: "lowest", alt: capacityAlt, table: pathTable },
    cash: { draw: drawPaths, path: "cumulative_cash_eur", size: 1e6, mark: "end", alt: cashAlt, table: pathTable },
    savings: { draw: drawSavings, alt: savingsAlt, table: savingsTable, note: say.text("savings_note") },
    conditions: { draw: drawConditions, alt: conditionsAlt, table: conditionsTable, caption: weakestCaption },
  };
  const rows = Object.entries(kinds).map(([key, kind]) => {
    const panels = [0, 1, 2].map(() => make("div", { class: "panel" }));
    const table = make("div", { class: "table" });
    const fold = make("details", { class: "numbers" }, make("summary", {}, say.text("numbers")), table);
    const heading = make("h3", { id: `${id}-${key}` }, say.text(key));
    const note = kind.note ? [make("p", { class: "note" }, kind.note)] : [];
    const node = make("section", { "aria-labelledby": heading.id }, heading, ...note,
      make("div", { class: "panels" }, ...panels), fold);
    return { key, kind, panels, table, node };
  });
  const changes = [0, 1, 2].map(() => make("p", { class: "panel" }));
  const told = make("section", {}, make("h3", {}, say.text("changes")), make("div", { class: "panels" }, ...changes));
  const legend = make("p", { class: "note" }, say.text("legend"));

  const draw = (state) => {
    const { results, shown } = state;
    const options = shown.map((key) => results.options[key]);
    options.forEach((option, at) => (changes[at].textContent = option ? option.changed : ""));
    for (const { key, kind, panels, table } of rows) {
      const scene = { kind, say, results, options: options.filter(Boolean), id: `${id}-${key}` };
      panels.forEach((panel, at) => {
        const option = options[at];
        if (!option) return panel.replaceChildren();
        const width = Math.max(panel.clientWidth, 140);
        const picture = kind.draw(option, scene, width);
        picture.setAttribute("role", "img");
        picture.setAttribute("aria-label", kind.alt(option, scene));
        const caption = kind.caption ? [make("p", { class: "caption" }, kind.caption(option, scene))] : [];
        panel.replaceChildren(picture, ...caption);
      });
      table.replaceChildren(tableOf(say.text(key), kind.table(scene), say));
    }
  };
  return { nodes: [legend, ...rows.map((row) => row.node), told], draw };
}

function shape(tag, attributes, text) {
  const node = document.createElementNS(NAMESPACE, tag);
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
  if (text !== undefined) node.textContent = text;
  return node;
}

function canvas(width, height) {
  return shape("svg", { width, height, viewBox: `0 0 ${width} ${height}` });
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

function drawPaths(option, { kind, say, results, options }, width) {
  const height = 132;
  const box = { left: 34, right: width - 12, top: 10, bottom: height - 20 };
  const base = results.options.do_nothing.paths[kind.path].p50;
  const all = [...options.flatMap((one) => Object.values(one.paths[kind.path]).flat()), ...base];
  const marks = ticks(Math.min(...all) / kind.size, Math.max(...all) / kind.size);
  const [low, high] = [marks[0], marks.at(-1)];
  const quarters = results.horizon_quarters;
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
    shape("polyline", { class: "nothing", points: points(base).join(" ") }),
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

function drawSavings(option, { say, results, options }, width) {
  const target = results.saving_target_eur.p50;
  const values = options.flatMap((one) => [one.gross_saving_eur.p50, one.net_saving_eur.p10, one.net_saving_eur.p90]);
  const ends = { low: Math.min(0, ...values), high: Math.max(1, target, ...values) };
  const bars = SAVINGS.map(([key, look]) => {
    const { p10, p50, p90 } = option[key];
    const range = look === "net" ? [p10, p90] : undefined;
    const sign = look === "lost" && p50 > 0 ? "−" : "";
    return { name: say.text(look === "lost" ? key.replace("_eur", "_short") : look), figure: sign + say.money(p50), value: p50, range, look };
  });
  return drawBars(bars, width, { ...ends, limit: target > 0 ? target : undefined });
}

function conditionValues(option, { results }) {
  return { ...option.conditions, readiness: results.readiness.central };
}

function drawConditions(option, scene, width) {
  const { say, results } = scene;
  const values = conditionValues(option, scene);
  const { low, high } = results.readiness;
  const bars = CONDITIONS.map((key) => {
    const weakest = key === option.weakest_condition;
    const figure = say.percent(values[key]);
    const look = weakest ? "weakest" : option.weakest_condition ? "" : "idle";
    return { name: say.text(key), figure, value: values[key], range: key === "readiness" ? [low, high] : undefined, look };
  });
  return drawBars(bars, width);
}

// ---- the same in words and figures ----

function capacityAlt(option, { say }) {
  const { p10, p50, p90 } = option.paths.capacity;
  const when = lowest(p50);
  const write = (value) => say.number(value, 1);
  const ends = { middle: write(p50.at(-1)), low: write(p10.at(-1)), high: write(p90.at(-1)) };
  return say.text("capacity_alt", { option: option.label, when, lowest: write(p50[when]), ...ends });
}

function cashAlt(option, { say, results }) {
  const { p10, p50, p90 } = option.paths.cumulative_cash_eur;
  const ends = { middle: say.money(p50.at(-1)), low: say.money(p10.at(-1)), high: say.money(p90.at(-1)) };
  return say.text("cash_alt", { option: option.label, quarters: results.horizon_quarters, ...ends });
}

function savingsAlt(option, { say }) {
  const figures = SAVINGS.map(([key]) => `${say.text(key)} ${say.band(option[key], say.money)}`).join("; ");
  return say.text("savings_alt", { option: option.label, figures });
}

function weakestWords(option, { say }) {
  if (!option.weakest_condition) return say.text("no_new_way");
  const share = say.percent(option.weakest_condition_share);
  return `${say.text(option.weakest_condition)}, ${say.text("weakest", { share })}`;
}

function weakestCaption(option, scene) {
  const words = weakestWords(option, scene);
  return option.weakest_condition ? `${scene.say.text("weakest_head")}: ${words}` : words;
}

function conditionsAlt(option, scene) {
  const values = conditionValues(option, scene);
  const figures = CONDITIONS.map((key) => `${scene.say.text(key)} ${scene.say.percent(values[key])}`);
  const parts = [...figures, weakestWords(option, scene).replace(/\.$/, "")].join("; ");
  return scene.say.text("conditions_alt", { option: option.label, figures: parts });
}

function everyOption({ results, options }) {
  return [results.options.do_nothing, ...options];
}

function pathTable(scene) {
  const { kind, say, results } = scene;
  const moments = [];
  for (let at = 4; at <= results.horizon_quarters; at += results.horizon_quarters > 20 ? 8 : 4) moments.push(at);
  const cell = (path, at) => {
    const end = (value) => say.number(value / kind.size, 1);
    return say.text("middle", { middle: end(path.p50[at]), low: end(path.p10[at]), high: end(path.p90[at]) });
  };
  return {
    heads: moments.map((quarter) => say.text("quarter", { quarter })),
    rows: everyOption(scene).map((one) => [one.label, ...moments.map((at) => cell(one.paths[kind.path], at))]),
  };
}

function savingsTable(scene) {
  return {
    heads: SAVINGS.map(([key]) => scene.say.text(key)),
    rows: everyOption(scene).map((one) => [one.label, ...SAVINGS.map(([key]) => scene.say.band(one[key], scene.say.money))]),
  };
}

function conditionsTable(scene) {
  const { say } = scene;
  return {
    heads: [...CONDITIONS.map((key) => say.text(key)), say.text("weakest_head")],
    rows: scene.options.map((one) => {
      const values = conditionValues(one, scene);
      return [one.label, ...CONDITIONS.map((key) => say.percent(values[key])), weakestWords(one, scene)];
    }),
  };
}

function tableOf(caption, { heads, rows }, say) {
  const head = [say.text("option"), ...heads].map((words) => make("th", { scope: "col" }, words));
  const body = rows.map(([name, ...cells]) =>
    make("tr", {}, make("th", { scope: "row" }, name), ...cells.map((words) => make("td", {}, words))),
  );
  return make("table", {}, make("caption", {}, caption), make("thead", {}, make("tr", {}, ...head)), make("tbody", {}, ...body));
}

export default { render };
