// The organisation drawn as teams, managers and support: today, and with the option in hand.

const LAYERS = [
  { key: "managers", most: 10, mark: square },
  { key: "teams", most: 30, mark: circle },
  { key: "support", most: 12, mark: diamond },
  { key: "coaches", most: 12, mark: triangle },
];
const COUNTED = ["teams", "managers", "support", "primary", "coaches", "team_size", "span"];

function teamsRow(id, say) {
  const today = make("div", { class: "panel" });
  const after = make("div", { class: "panel" });
  const table = make("div", { class: "panel table" });
  const note = make("p", { class: "note" });
  const heading = make("h3", { id: `${id}-teams` }, say.text("structure"));
  const node = make("section", { "aria-labelledby": heading.id }, heading, note, make("div", { class: "panels structure" }, today, after, table));
  let drawn = "";
  let widths = [LEAST, LEAST];

  const show = (panel, title, one, units, width) => {
    const picture = drawStructure(one, units, say, width);
    picture.setAttribute("role", "img");
    picture.setAttribute("aria-label", structureAlt(title, one, say));
    panel.replaceChildren(make("p", { class: "title" }, title), picture);
  };
  const draw = ({ results, shown, place }) => {
    const nothing = results.options.do_nothing;
    const option = results.options[shown[place]];
    const now = JSON.stringify([nothing.structure, option.structure, option.new_way, option.label, widths]);
    if (now === drawn) return;
    drawn = now;
    const units = unitsOf([nothing.structure, option.structure]);
    write(note, legendWords(units, option, say));
    show(today, say.text("today"), nothing, units, widths[0]);
    show(after, option.label, option, units, widths[1]);
    const rows = COUNTED.map((key) => [say.text(`${key}_count`), ...[nothing, option].map((one) => countWords(one.structure[key], say))]);
    table.replaceChildren(tableOf(say.text("structure"), [say.text("what"), say.text("today"), option.label], rows));
  };
  return { node, draw, measure: () => (widths = [today, after].map(widthOf)) };
}

// How many each symbol stands for, the same in both pictures.
function unitsOf(structures) {
  const unit = ({ key, most }) => {
    const largest = Math.max(...structures.map((one) => one[key].p50));
    const size = 10 ** Math.floor(Math.log10(Math.max(largest / most, 1)));
    return [key, [1, 2, 5, 10].map((one) => one * size).find((one) => largest / one <= most)];
  };
  return Object.fromEntries(LAYERS.map(unit));
}

function legendWords(units, option, say) {
  const count = Object.fromEntries(LAYERS.map(({ key }) => [key, say.number(units[key])]));
  const parts = [say.text("structure_legend", count)];
  if (option.structure.coaches.p50 > 0) parts.push(say.text("structure_coaches", count));
  if (option.new_way > 0) parts.push(say.text("structure_new_way"));
  return parts.join(" ");
}

function countWords({ p10, p50, p90 }, say, form = "middle") {
  const digits = p90 !== null && p90 > 0 && p90 < 20 ? 1 : 0;
  const tell = (value) => (value === null ? "–" : say.number(value, digits));
  if (tell(p10) === tell(p90)) return tell(p50);
  return say.text(form, { middle: tell(p50), low: tell(p10), high: tell(p90) });
}

function drawStructure({ structure, new_way: scope }, units, say, width) {
  const svg = canvas(width, 10);
  const links = svg.appendChild(shape("g", { class: "links" }));
  const spots = {};
  let top = 0;
  for (const { key, mark } of LAYERS) {
    const value = structure[key].p50;
    if (key === "coaches" && !value) continue;
    const leads = key === "managers"; // their name stands above them, so that no link crosses it
    const count = value > 0 ? Math.max(Math.round(value / units[key]), 1) : 0;
    spots[key] = places(count, 15, width, top + (leads ? 28 : 10));
    const modern = key === "teams" ? Math.round(count * scope) : 0;
    spots[key].forEach(([x, y], at) => svg.append(...mark(x, y, at < modern)));
    if (key === "teams") linkTeams(links, spots, modern, width);
    const below = (spots[key].at(-1)?.[1] ?? top) + (leads ? 32 : 24);
    const level = leads ? 13 : below;
    svg.append(
      shape("text", { class: "name", x: 0, y: level }, say.text(`${key}_short`)),
      shape("text", { class: "figure", x: width, y: level, "text-anchor": "end" }, countWords(structure[key], say)),
    );
    top = leads ? below : below + 14;
  }
  svg.setAttribute("height", top);
  svg.setAttribute("viewBox", `0 0 ${width} ${top}`);
  return svg;
}

// Where the symbols of one layer stand: spread evenly, in rows that are about as long.
function places(count, most, width, top) {
  const rows = Math.ceil(count / most);
  const long = Math.ceil(count / (rows || 1));
  return Array.from({ length: count }, (_, at) => {
    const inRow = Math.min(long, count - Math.floor(at / long) * long);
    return [((at % long) + 0.5) * (width / inRow), top + Math.floor(at / long) * 24];
  });
}

// Each manager leads the teams below, about as many each; teams in the new way work with their
// neighbours.
function linkTeams(links, { managers, teams }, modern, width) {
  const line = (look, [x1, y1], [x2, y2]) => links.append(shape("line", { class: look, x1, y1, x2, y2 }));
  teams.forEach((team, at) => {
    if (managers.length) line("lead", managers[Math.floor((team[0] / width) * managers.length)], team);
    const next = teams[at + 1];
    if (at + 1 < modern && next[1] === team[1]) line("peer", team, next);
  });
}

function square(x, y) {
  return [shape("rect", { class: "symbol manager", x: x - 6, y: y - 6, width: 12, height: 12 })];
}

function circle(x, y, modern) {
  const inside = modern ? [shape("circle", { class: "symbol core", cx: x, cy: y, r: 3 })] : [];
  return [shape("circle", { class: "symbol", cx: x, cy: y, r: 7 }), ...inside];
}

function diamond(x, y) {
  return [shape("path", { class: "symbol support", d: `M${x} ${y - 7}l7 7l-7 7l-7 -7z` })];
}

function triangle(x, y) {
  return [shape("path", { class: "symbol coach", d: `M${x} ${y - 6}l7 12h-14z` })];
}

function structureAlt(title, { structure, new_way: scope }, say) {
  const parts = LAYERS.map(({ key }) => `${say.text(`${key}_count`)} ${countWords(structure[key], say, "about")}`);
  return say.text("structure_alt", { option: title, figures: parts.join("; "), share: say.percent(scope) });
}
