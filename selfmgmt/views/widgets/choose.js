// The page of choosing: who weighs, what counts, and the order that follows from it.
// Each section builds itself once and draws itself from the state; a new way of weighing or a
// new view of the order is one more section.

function build({ id, page, say, line }) {
  const alarm = make("p", { class: "fault", role: "alert" });
  const back = steps(say, line);
  const who = roleChoice(id, page, say, line);
  const tools = { id, page, say, line, label: (role) => page.roles.find((one) => one.key === role).label };
  const weights = weightSection(tools);
  const order = [orderSection(tools), whySection(tools)];
  const question = make("p", { class: "note" });
  const below = [believeSection(tools), judgementSection(tools), everyoneSection(tools), agreementSection(tools), pictureSection(tools)];
  const nothing = make("p", { class: "nothing" }, say.text("nothing"));
  const root = make(
    "section",
    { class: "selfmgmt-page selfmgmt-choose", lang: page.language, "aria-label": say.text("tool") },
    make("div", { class: "head" }, who.node, back.node, alarm),
    question,
    nothing,
    make("div", { class: "body" }, weights.node, make("div", { class: "order" }, ...order.map((one) => one.node))),
    ...below.map((one) => one.node),
  );
  const draw = (state, busy) => {
    write(alarm, state.alarm);
    write(question, state.question);
    back.draw(state);
    nothing.hidden = state.everyone.options.length > 1;
    for (const one of [who, weights, ...order, ...below]) one.draw(state, busy);
  };
  return { root, draw, warn: (words) => write(alarm, words) };
}

// A section: its heading, an explanation, and what is in it.
function section(id, key, title, note, ...children) {
  const heading = make("h3", { id: `${id}-${key}` }, title);
  const explained = note ? [make("p", { class: "note" }, note)] : [];
  return { heading, node: make("section", { class: key, "aria-labelledby": heading.id }, heading, ...explained, ...children) };
}

function roleChoice(id, page, say, line) {
  const pick = make("select", { id: `${id}-role`, onchange: () => line.ask({ do: "hold", role: pick.value }) });
  pick.append(...page.roles.map((one) => make("option", { value: one.key }, one.label)));
  const help = make("p", { class: "note" });
  const node = make("div", { class: "who" }, make("label", { for: pick.id }, say.text("role")), pick, help);
  const draw = (state) => {
    pick.value = state.role;
    write(help, page.roles.find((one) => one.key === state.role).help);
  };
  return { node, draw };
}

// ---- what counts ----

function weightSection({ id, page, say, line }) {
  const mark = make("p", { class: "mark-example" });
  const reset = make("button", { type: "button", onclick: () => line.ask({ do: "example" }) }, say.text("to_example"));
  const rows = make("div", { class: "rows" });
  const { node } = section(id, "weights", say.text("weights"), say.text("weights_note"), make("div", { class: "bar" }, mark, reset), rows);
  let listed = "";
  let all = [];
  const draw = (state, busy) => {
    const { example, rows: given } = state.criteria;
    write(mark, say.text(example ? "example" : "own"));
    mark.classList.toggle("example", example);
    reset.disabled = example;
    const keys = given.map((one) => one.key).join();
    if (keys !== listed) {
      listed = keys;
      all = given.map((one) => weight(id, one, say, line));
      rows.replaceChildren(...all.map((one) => one.node));
    }
    given.forEach((one, at) => all[at].draw(one, state.faults[`weights.${one.key}`], busy));
  };
  return { node, draw };
}

function weight(page, facts, say, line) {
  const field = `weights.${facts.key}`;
  const id = `${page}-${facts.key}`;
  const set = (value) => line.ask({ do: "set", field, value, gesture: gestures });
  const swing = make("p", { class: "help", id: `${id}-swing` });
  const help = make("span", { class: "hidden", id: `${id}-help` }, facts.help);
  const share = make("span", { class: "share", id: `${id}-share` });
  const typed = entry({
    id: `${id}-field`, size: 4, label: say.text("field", { criterion: facts.label }),
    describedby: `${id}-help ${id}-swing ${id}-share`, set,
  });
  const slider = make("input", {
    type: "range", id, min: 0, max: 100, step: 5, "aria-describedby": `${id}-help ${id}-swing ${id}-share`,
    oninput: () => ((typed.field.value = say.plain(slider.valueAsNumber)), set(typed.field.value)),
  });
  const begin = () => gestures++;
  const node = make(
    "div",
    { class: "weight", onpointerdown: begin, onfocusin: begin },
    make("div", { class: "name" }, make("label", { for: id, title: facts.help }, facts.label), share),
    slider, typed.field, swing, help, typed.alarm,
  );
  const draw = (state, fault, busy) => {
    write(swing, state.swing);
    write(share, state.share ? say.text("share", { share: state.share }) : state.at ? say.text("uncounted") : "");
    node.classList.toggle("uncounted", !state.share);
    if (busy && !fault) return;
    typed.draw(state.text, fault);
    slider.value = Math.min(state.at, 100);
    slider.setAttribute("aria-valuetext", `${state.text} ${say.text("points")}`);
  };
  return { node, draw };
}

// ---- the order for one role, and why ----

function orderSection({ id, say, label }) {
  const told = make("div", { class: "told", role: "status" });
  const cautions = make("div", { class: "cautions" });
  const picture = make("div", { class: "picture" });
  const data = numbers(say);
  const chart = make("div", {}, make("p", { class: "note" }, say.text("standing_note")), picture, data.node);
  const { heading, node } = section(id, "standing", "", "", told, chart, cautions);
  const draw = (state) => {
    const { rows } = state.standing;
    const title = say.text("standing", { role: inside(label(state.role)) });
    write(heading, title);
    paragraphs(told, state.standing.told);
    paragraphs(cautions, state.standing.cautions);
    chart.hidden = rows.length === 0;
    if (!rows.length) return;
    picture.replaceChildren(...ladder(rows, Math.max(picture.clientWidth, 200), say));
    data.fill(tableOf(title, ["place", "option", "value", "chance"].map((key) => say.text(key)),
      rows.map((one) => [placeWords(one), one.label, rangeWords(one, say), one.chance])));
  };
  return { node, draw };
}

function placeWords({ place, tied }) {
  return tied ? `= ${place}` : String(place);
}

function rangeWords({ mean, low, high }, say) {
  return `${say.number(mean)} (${say.number(low)}–${say.number(high)})`;
}

// Each option on a line from 0 to 100, the first on top, and the scale below them.
function ladder(rows, width, say) {
  const x = (value) => 7 + ((width - 14) * value) / 100;
  const lines = rows.map((one) => {
    const about = { place: placeWords(one), option: one.label, chance: one.chance };
    const ends = { middle: say.number(one.mean), low: say.number(one.low), high: say.number(one.high) };
    const svg = canvas(width, 16, say.text("standing_alt", { ...about, ...ends }));
    svg.append(
      shape("line", { class: "track", x1: x(0), x2: x(100), y1: 8, y2: 8 }),
      shape("rect", { class: "band", x: x(one.low), width: Math.max(x(one.high) - x(one.low), 1), y: 3, height: 10 }),
      shape("circle", { class: "mark", cx: x(one.mean), cy: 8, r: 6 }),
    );
    return make("li", { class: one.place === 1 ? "first" : "" },
      make("span", { class: "place" }, placeWords(one)),
      make("span", { class: "name" }, one.label),
      make("span", { class: "chance" }, say.text("first_in", { chance: one.chance })), svg);
  });
  const scale = canvas(width, 16);
  for (const mark of [0, 25, 50, 75, 100])
    scale.append(shape("text", { class: "tick", x: x(mark), y: 12, "text-anchor": "middle" }, mark));
  return [make("ol", { class: "ladder" }, ...lines), scale];
}

function whySection({ id, say }) {
  const note = make("p", { class: "note" });
  const picture = make("div", { class: "picture" });
  const data = numbers(say);
  const { heading, node } = section(id, "why", "", "", note, picture, data.node);
  const draw = (state) => {
    const { why } = state.standing;
    node.hidden = !why;
    if (!why) return;
    const title = say.text("why", why);
    write(heading, title);
    write(note, say.text("why_note", why));
    const signed = (value) => `${value > 0 ? "+" : ""}${say.number(value, 1)}`;
    const parts = [...why.parts, { label: why.total_words, value: why.total, total: true }];
    picture.replaceChildren(balance(parts, Math.max(picture.clientWidth, 200), title, signed));
    data.fill(tableOf(title, [say.text("criterion"), say.text("difference")], parts.map((one) => [one.label, signed(one.value)])));
  };
  return { node, draw };
}

// What speaks for the one to the right, for the other to the left.
function balance(parts, width, title, signed) {
  const step = 22;
  const alt = `${title}: ${parts.map((one) => `${one.label} ${signed(one.value)}`).join("; ")}`;
  const svg = canvas(width, parts.length * step + 4, alt);
  const size = Math.max(...parts.map((one) => Math.abs(one.value)), 0.1);
  const names = Math.min(190, width * 0.45);
  const zero = names + (width - names) / 2;
  const reach = (width - names) / 2 - 50;
  svg.append(shape("line", { class: "zero", x1: zero, x2: zero, y1: 0, y2: parts.length * step }));
  parts.forEach(({ label, value, total }, at) => {
    const y = at * step + 15;
    const length = (reach * Math.abs(value)) / size;
    const side = value < 0 ? -1 : 1;
    const look = total ? "total" : value < 0 ? "minus" : "plus";
    svg.append(
      shape("text", { class: `label ${look}`, x: 0, y }, label),
      shape("rect", { class: look, x: value < 0 ? zero - length : zero, y: y - 11, width: Math.max(length, 1), height: 13 }),
      shape("text", { class: `figure ${look}`, x: zero + side * (length + 5), y, "text-anchor": value < 0 ? "end" : "start" }, signed(value)),
    );
  });
  return svg;
}

// ---- what one must believe ----

function believeSection({ id, say }) {
  const told = make("div", { class: "sentences" });
  const title = say.text("believe");
  const inner = make("div", { class: "table", tabindex: "0", role: "group", "aria-label": title });
  const { node } = section(id, "believe", title, "", told, inner);
  let drawn = "";
  const draw = ({ believe }) => {
    node.hidden = believe.rows.length === 0;
    const now = JSON.stringify(believe);
    if (now === drawn) return;
    drawn = now;
    paragraphs(told, believe.told);
    if (believe.rows.length) inner.replaceChildren(tableOf(believe.caption, believe.heads, believe.rows));
  };
  return { node, draw };
}

// ---- what people judge ----

function judgementSection({ id, page, say, line }) {
  const rows = make("div", { class: "rows" });
  const form = criterionForm(`${id}-new`, page, say, line, "");
  const add = make("details", { class: "own-criterion" },
    make("summary", {}, say.text("own_criterion")), make("p", { class: "note" }, say.text("own_note")), form.node);
  const { node } = section(id, "judgements", say.text("judgements"), say.text("judgements_note"), rows, add);
  let listed = "";
  let all = [];
  const list = (judgements) => {
    const before = all;
    const held = before.findIndex((one) => one.node.contains(document.activeElement));
    all = judgements.map((one) => judged(id, one, page, say, line));
    rows.replaceChildren(...all.map((one) => one.node));
    for (const one of all) one.node.open = before.find(({ key }) => key === one.key)?.node.open ?? false;
    if (!before.length) return;
    const made = all.find((one) => !before.some(({ key }) => key === one.key));
    if (form.wasSent() && made) {
      add.open = false;
      made.node.open = true;
      made.focus();
    } else if (held >= 0) (all.find(({ key }) => key === before[held].key) ?? { focus: () => add.firstChild.focus() }).focus();
  };
  const draw = (state, busy) => {
    const keys = JSON.stringify(state.judgements.map((one) => [one.key, one.label, one.own, one.options.map(({ key, label }) => [key, label])]));
    if (keys !== listed) list(state.judgements);
    listed = keys;
    state.judgements.forEach((one, at) => all[at].draw(one, state.faults, busy));
    form.draw(state.faults, busy);
  };
  return { node, draw };
}

function judged(id, facts, page, say, line) {
  const count = make("span", { class: "share" });
  const anchors = make("dl", { id: `${id}-${facts.key}-anchors` });
  for (const { points, words } of facts.anchors) anchors.append(make("dt", {}, points), make("dd", {}, words));
  const inputs = facts.options.map(({ key, label }) => {
    const field = `judgements.${facts.key}.${key}`;
    const at = `${id}-${facts.key}-${key}`;
    const one = entry({
      id: at, size: 12, labelled: `${at}-label ${id}-${facts.key}-name`, describedby: anchors.id,
      set: (value) => line.ask({ do: "set", field, value, gesture: gestures }),
    });
    const node = make("div", { class: "judgement" },
      make("label", { for: at, id: `${at}-label` }, label), one.field, one.alarm);
    return { field, node, draw: one.draw };
  });
  const form = facts.own && criterionForm(`${id}-${facts.key}`, page, say, line, facts.key, facts.own);
  const own = form
    ? [make("details", { class: "own-criterion" }, make("summary", {}, say.text("own_words", { criterion: facts.label })), form.node)]
    : [];
  const name = make("span", { id: `${id}-${facts.key}-name` }, facts.label);
  const top = make("summary", {}, name, " ", count);
  const node = make("details", {}, top, anchors, ...inputs.map((one) => one.node), ...own);
  const draw = (state, faults, busy) => {
    write(count, say.text("judged", { count: state.count, all: state.all }));
    inputs.forEach((one, at) => {
      if (!busy || faults[one.field]) one.draw(state.options[at].text, faults[one.field]);
    });
    form?.draw(faults, busy);
  };
  return { key: facts.key, node, draw, focus: () => top.focus() };
}

// The fields of a criterion of one's own, given together; what is wrong stands at each of them.
function criterionForm(id, page, say, line, key, own) {
  const form = `criteria.${key || "new"}`;
  let sent = false;
  const given = () => Object.fromEntries(all.map((one) => [one.key, one.input.value]));
  const give = () => {
    sent = true;
    line.ask({ do: "criterion", key, given: given(), field: form });
  };
  const all = page.criterion.map((facts) => criterionField(`${id}-own-${facts.key}`, facts, own?.[facts.key] ?? "", give));
  const alarm = make("p", { class: "fault", role: "alert" });
  const tools = [make("button", { type: "button", onclick: give }, say.text(key ? "keep" : "add"))];
  if (key) tools.push(make("button", { type: "button", onclick: () => line.ask({ do: "no_criterion", key, field: form }) }, say.text("delete")));
  const node = make("div", { class: "fields" }, ...all.map((one) => one.node), make("div", { class: "tools" }, ...tools), alarm);
  const draw = (faults, busy) => {
    write(alarm, faults[form] ?? "");
    for (const one of all) one.warn(faults[`${form}.${one.key}`] ?? "");
    if (!sent || busy) return;
    sent = false;
    const wrong = all.find((one) => one.isWrong());
    if (wrong) wrong.input.focus();
    else if (!key) for (const one of all) one.clear();
  };
  return { node, draw, wasSent: () => sent };
}

function criterionField(id, facts, value, give) {
  const help = make("p", { class: "help", id: `${id}-help` }, facts.help);
  const alarm = make("p", { class: "fault", role: "alert", id: `${id}-fault` });
  const described = { id, "aria-describedby": `${help.id} ${alarm.id}` };
  const input = facts.choices.length
    ? make("select", described, ...facts.choices.map(([choice, words]) => make("option", { value: choice }, words)))
    : make("input", { type: "text", autocomplete: "off", maxlength: "200", ...described,
        onkeydown: ({ key, isComposing }) => key === "Enter" && !isComposing && give() });
  const first = input.value;
  if (value) input.value = value;
  const warn = (words) => {
    write(alarm, words);
    input.setAttribute("aria-invalid", words !== "");
  };
  const node = make("div", {}, make("label", { for: id }, facts.title), input, help, alarm);
  return { key: facts.key, node, input, warn, isWrong: () => alarm.textContent !== "", clear: () => (input.value = first) };
}

// ---- all roles ----

function everyoneSection({ id, say, line }) {
  const title = say.text("everyone");
  const inner = make("div", { class: "table", tabindex: "0", role: "group", "aria-label": title });
  const { node } = section(id, "everyone", title, say.text("everyone_note"), inner);
  let listed = "";
  let all = [];
  const draw = (state) => {
    const { options, rows } = state.everyone;
    node.hidden = rows.length === 0;
    const names = JSON.stringify([options, rows.map((one) => one.key)]);
    if (names !== listed) {
      listed = names;
      all = rows.map((one) => placesOf(one, say, line));
      const heads = [say.text("who"), ...options].map((words) => make("th", { scope: "col" }, words));
      const body = make("tbody", {}, ...all.map((one) => one.node));
      inner.replaceChildren(headed(make("table", {}, make("caption", {}, title), make("thead", {}, make("tr", {}, ...heads)), body)));
    }
    rows.forEach((one, at) => all[at].draw(one, state.role));
  };
  return { node, draw };
}

function placesOf({ key, label, cells }, say, line) {
  const button = make("button", { type: "button", onclick: () => line.ask({ do: "hold", role: key }) }, label);
  const mark = make("span", { class: "share" });
  const places = cells.map(() => make("td", {}));
  const node = make("tr", {}, make("th", { scope: "row" }, button, " ", mark), ...places);
  const draw = (state, held) => {
    button.setAttribute("aria-pressed", key === held);
    write(mark, state.example ? say.text("example_short") : "");
    state.cells.forEach(({ place, chance }, at) => {
      places[at].replaceChildren(make("span", {}, make("b", {}, String(place)), ` (${chance})`));
      places[at].classList.toggle("first", place === 1);
    });
  };
  return { node, draw };
}

function agreementSection({ id, say, label }) {
  const told = make("div", { class: "sentences" });
  const title = make("h4", {});
  const most = make("p", {});
  const data = numbers(say);
  const divides = make("div", {}, title, most, data.node);
  const { node } = section(id, "agreement", say.text("agreement"), "", told, divides);
  const draw = (state) => {
    const { told: sentence, rows } = state.divides;
    paragraphs(told, state.agreement);
    divides.hidden = rows.length === 0;
    const words = say.text("divides", { role: inside(label(state.role)) });
    write(title, words);
    write(most, sentence);
    const heads = ["who", "wanted", "criterion", "counts_here", "counts_there"].map((key) => say.text(key));
    data.fill(tableOf(words, heads, rows));
  };
  return { node, draw };
}

function pictureSection({ id, say, line }) {
  const ask = make("button", { type: "button", onclick: () => line.ask({ do: "picture" }) }, say.text("make_picture"));
  const place = make("div", { class: "made", "aria-live": "polite" });
  const { node } = section(id, "static", say.text("picture"), say.text("picture_note"), ask, place);
  let shown = "";
  const draw = ({ picture, everyone }) => {
    node.hidden = everyone.rows.length === 0;
    const source = picture ? picture.source : "";
    if (source === shown) return;
    shown = source;
    place.replaceChildren(
      ...(picture
        ? [
            still(picture, say),
            make("p", {}, make("a", { href: picture.source, download: "selfmgmt.png" }, say.text("download"))),
          ]
        : []),
    );
  };
  return { node, draw };
}

// A name inside a sentence starts without a capital, unless it is letters only.
function inside(words) {
  return words[1] === words[1]?.toUpperCase() ? words : words[0].toLowerCase() + words.slice(1);
}

export default { render: pageOf(build) };
