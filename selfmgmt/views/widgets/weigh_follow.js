// Step 3: what follows. Differences between people come first; then the order and why, or as long
// as there is none what one must believe; all roles and a picture on request.

function followStep(tools) {
  const { say } = tools;
  const group = groupSection(tools);
  const standing = orderSection(tools);
  const sides = [whySection(tools), believeSection(tools)];
  const asked = [everyoneSection(tools), agreementSection(tools), pictureSection(tools)];
  const nothing = make("p", { class: "nothing" }, say.text("nothing"));
  const node = make(
    "section", { class: "follow" }, nothing,
    group.node,
    make("div", { class: "body" }, standing.node, make("div", {}, ...sides.map((one) => one.node))),
    ...asked.map((one) => one.node),
  );
  let last;
  const draw = (state) => {
    last = state;
    nothing.hidden = state.everyone.options.length > 1;
    for (const one of [group, standing, ...sides, ...asked]) one.draw(state);
  };
  return { node, draw, shown: () => last && draw(last) };
}

function groupSection({ id, say, label }) {
  const told = make("div", { class: "told" });
  const inner = make("div", { class: "table", tabindex: "0", role: "group" });
  const data = make("details", { class: "numbers" }, make("summary", {}, say.text("numbers")), inner);
  const { heading, node } = section(id, "group", "", "", told, data);
  const draw = ({ group, role }) => {
    node.hidden = !group.table;
    if (!group.table) return;
    write(heading, say.text("group", { role: inside(label(role)) }));
    paragraphs(told, group.told);
    const { caption, heads, rows } = group.table;
    inner.setAttribute("aria-label", caption);
    inner.replaceChildren(tableOf(caption, heads, rows));
  };
  return { node, draw };
}

// A section: its heading, an explanation, and what is in it.
function section(id, key, title, note, ...children) {
  const heading = make("h3", { id: `${id}-${key}` }, title);
  const explained = note ? [make("p", { class: "note" }, note)] : [];
  return { heading, node: make("section", { class: key, "aria-labelledby": heading.id }, heading, ...explained, ...children) };
}

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
    paragraphs(told, state.standing.told.slice(0, 1));
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
  const told = make("div", { class: "told" });
  const { heading, node } = section(id, "why", "", "", note, picture, told, data.node);
  const draw = (state) => {
    const { why } = state.standing;
    node.hidden = !why;
    if (!why) return;
    const title = say.text("why", why);
    write(heading, title);
    paragraphs(told, state.standing.told.slice(1));
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

function believeSection({ say }) {
  const told = make("div", { class: "sentences" });
  const title = say.text("believe");
  const inner = make("div", { class: "table", tabindex: "0", role: "group", "aria-label": title });
  const { node } = drawer(title, told, inner);
  node.classList.add("believe");
  let drawn = "";
  let wasRanked = null;
  const draw = ({ believe, standing }) => {
    const isRanked = standing.rows.length > 0;
    if (wasRanked !== isRanked) node.open = !isRanked;
    wasRanked = isRanked;
    node.hidden = believe.rows.length === 0;
    const now = JSON.stringify(believe);
    if (now === drawn) return;
    drawn = now;
    paragraphs(told, believe.told);
    if (believe.rows.length) inner.replaceChildren(tableOf(believe.caption, believe.heads, believe.rows));
  };
  return { node, draw };
}

function everyoneSection({ say, line }) {
  const title = say.text("everyone");
  const inner = make("div", { class: "table", tabindex: "0", role: "group", "aria-label": title });
  const { node } = drawer(title, make("p", { class: "note" }, say.text("everyone_note")), inner);
  node.classList.add("everyone");
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

function agreementSection({ say, label }) {
  const told = make("div", { class: "sentences" });
  const title = make("h4", {});
  const most = make("p", {});
  const data = numbers(say);
  const divides = make("div", {}, title, most, data.node);
  const { node } = drawer(say.text("agreement"), told, divides);
  node.classList.add("agreement");
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

function pictureSection({ say, line }) {
  const ask = make("button", { type: "button", onclick: () => line.ask({ do: "picture" }) }, say.text("make_picture"));
  const place = make("div", { class: "made", "aria-live": "polite" });
  const { node } = drawer(say.text("picture"), make("p", { class: "note" }, say.text("picture_note")), ask, place);
  node.classList.add("static");
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
