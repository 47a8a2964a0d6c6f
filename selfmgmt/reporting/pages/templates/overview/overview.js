// @ts-check
"use strict";
// The list and the map, and what is chosen of them. Without this script both are there to read.
const { labels, titles, legends, rows, words } = JSON.parse(document.getElementById("data")?.textContent ?? "");
const at = (/** @type {string} */ id) => /** @type {HTMLInputElement} */ (document.getElementById(id));
/** @type {(selector: string) => any[]} */
const all = (selector) => [...document.querySelectorAll(selector)];
const lines = all("tbody tr");
const shapes = all(".map > svg a");
const heads = all("thead th");
const collapsed = (/** @type {string} */ text) => text.toLowerCase().normalize("NFKD").replace(/[\u0300-\u036f]/g, "").match(/[a-z0-9]+/g) ?? [];
let order = { by: "name", down: false };

const chosen = (/** @type {string} */ row) => at("option").value || rows[row].chosen[at("measure").value];
const figure = (/** @type {string} */ row) => rows[row].options[chosen(row)]?.[at("measure").value] ?? [null, words.unknown, ""];

function filter() {
  const sought = collapsed(at("sought").value);
  const province = at("province").value;
  const size = at("size").value;
  for (const line of lines) {
    const { sought: text, provinces, size: own } = line.dataset;
    line.hidden = !(
      sought.every((/** @type {string} */ word) => text.includes(word)) &&
      (!province || provinces.split("|").includes(province)) &&
      (!size || own === size)
    );
  }
  const shown = lines.filter((line) => !line.hidden);
  const rowsShown = new Set(shown.map((line) => line.dataset.row));
  for (const shape of shapes) shape.classList.toggle("out", !rowsShown.has(shape.dataset.row));
  at("count").textContent = shown.length
    ? words.count.replace("{shown}", shown.length).replace("{all}", lines.length)
    : words.none;
  enterAt(shapes.find((shape) => shape.tabIndex === 0 && !shape.classList.contains("out")));
}

function fill() {
  const measure = at("measure").value;
  const free = !at("option").value;
  for (const place of all(".measure")) place.textContent = titles[measure];
  at("chosen-note").hidden = !free;
  for (const line of lines) {
    const row = line.dataset.row;
    const cell = line.cells[2];
    const [text, option] = cell.firstElementChild.children;
    cell.dataset.head = titles[measure];
    text.textContent = figure(row)[1];
    option.textContent = free ? (labels[chosen(row)] ?? "") : "";
  }
  for (const shape of shapes) {
    const row = shape.dataset.row;
    shape.dataset.group = figure(row)[2];
    shape.setAttribute("aria-label", `${nameOf(row)}: ${figure(row)[1]}`);
  }
  all(".legend .group span").forEach((place, group) => {
    place.textContent = legends[measure]?.[group] ?? "";
  });
  if (order.by === "figure") sort();
}

const lineOf = new Map(lines.map((line) => [line.dataset.row, line]));
const nameOf = (/** @type {string} */ row) => lineOf.get(row).querySelector("a").textContent;
/** @type {Record<string, (line: any) => any>} */
const keys = {
  name: (line) => line.dataset.row,
  inhabitants: (line) => Number(line.dataset.inhabitants),
  figure: (line) => figure(line.dataset.row)[0],
};

function sort() {
  const sign = order.down ? -1 : 1;
  const keyed = lines.map((line) => [keys[order.by](line), line]);
  keyed.sort(([one, first], [other, second]) => {
    if (one === null || other === null) return Number(one === null) - Number(other === null);
    return sign * (one - other) || first.dataset.row - second.dataset.row;
  });
  lines[0]?.parentElement.append(...keyed.map(([, line]) => line));
  for (const head of heads) {
    if (head.dataset.sort !== order.by) head.removeAttribute("aria-sort");
    else head.setAttribute("aria-sort", order.down ? "descending" : "ascending");
  }
}

/** @param {any} [shape] the one that the Tab key stops at */
function enterAt(shape) {
  // One stop for the Tab key; the arrow keys do the rest.
  const first = shape ?? shapes.find((one) => !one.classList.contains("out"));
  for (const one of shapes) one.tabIndex = one === first ? 0 : -1;
}

const middles = new Map();
/** @param {any} shape @returns {[number, number]} */
function middle(shape) {
  if (!middles.has(shape)) {
    const { x, y, width, height } = shape.firstElementChild.getBBox();
    middles.set(shape, [x + width / 2, y + height / 2]);
  }
  return middles.get(shape);
}

/** @type {Record<string, [number, number]>} */
const ways = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
/** @param {any} from @param {[number, number]} way */
function next(from, [right, down]) {
  // The nearest one that lies that way; what lies aside counts double.
  const [x, y] = middle(from);
  let best = null;
  let least = Infinity;
  for (const shape of shapes) {
    if (shape === from || shape.classList.contains("out")) continue;
    const dx = middle(shape)[0] - x;
    const dy = middle(shape)[1] - y;
    const ahead = dx * right + dy * down;
    const aside = Math.abs(dx * down) + Math.abs(dy * right);
    if (ahead <= 0 || aside > 2 * ahead) continue;
    if (ahead + 2 * aside < least) [best, least] = [shape, ahead + 2 * aside];
  }
  return best;
}

/** @param {any} shape */
function tell(shape) {
  const row = shape.dataset.row;
  const option = labels[chosen(row)] ?? "";
  at("told").textContent = [shape.getAttribute("aria-label"), option].filter(Boolean).join(". ");
  for (const line of lines) line.classList.toggle("chosen", line.dataset.row === row);
}

for (const shape of shapes) {
  shape.addEventListener("pointerenter", () => tell(shape));
  shape.addEventListener("focus", () => tell(shape));
  shape.addEventListener("keydown", (/** @type {KeyboardEvent} */ event) => {
    const way = ways[event.key];
    if (!way || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    const other = next(shape, way);
    if (!other) return;
    enterAt(other);
    other.focus();
  });
}
for (const head of heads) {
  const button = document.createElement("button");
  button.type = "button";
  button.append(...head.childNodes);
  head.append(button);
  button.addEventListener("click", () => {
    const by = head.dataset.sort;
    order = { by, down: order.by === by ? !order.down : by !== "name" };
    at("sort").value = by;
    sort();
  });
}
at("choices").addEventListener("submit", (event) => event.preventDefault());
at("sought").addEventListener("input", filter);
for (const id of ["province", "size"]) at(id).addEventListener("change", filter);
for (const id of ["option", "measure"]) at(id).addEventListener("change", fill);
at("sort").addEventListener("change", () => {
  const by = at("sort").value;
  order = { by, down: by !== "name" };
  sort();
});
at("choices").hidden = false;
filter();
