// Elements of a page and of a picture.

const NAMESPACE = "http://www.w3.org/2000/svg";
let views = 0;

// JupyterLab takes keys for itself from whatever has the focus, unless it is asked not to.
const FOCUSABLE = ["a", "button", "input", "select", "summary"];

function make(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  if (FOCUSABLE.includes(tag) || "tabindex" in attributes) node.dataset.lmSuppressShortcuts = "true";
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
    else if (value !== false && value !== undefined) node.setAttribute(name, value);
  }
  node.append(...children);
  return node;
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

function write(node, words) {
  if (node.textContent !== words) node.textContent = words;
}

function tableOf(caption, corner, { heads, rows }) {
  const head = [corner, ...heads].map((words) => make("th", { scope: "col" }, words));
  const body = rows.map(([name, ...cells]) =>
    make("tr", {}, make("th", { scope: "row" }, name), ...cells.map((words) => make("td", {}, words))),
  );
  return headed(make("table", {}, make("caption", {}, caption), make("thead", {}, make("tr", {}, ...head)), make("tbody", {}, ...body)));
}

// A narrow screen may show each row as a block, with the heads beside the cells. The roles say what
// the elements are already; browsers forget that when rows become blocks.
function headed(node) {
  const heads = [...node.tHead.rows[0].cells].map((one) => one.textContent);
  node.setAttribute("role", "table");
  for (const group of [node.tHead, ...node.tBodies]) group.setAttribute("role", "rowgroup");
  for (const row of node.rows) row.setAttribute("role", "row");
  for (const cell of node.querySelectorAll("th")) cell.setAttribute("role", cell.scope === "col" ? "columnheader" : "rowheader");
  for (const cell of node.querySelectorAll("td")) {
    cell.setAttribute("role", "cell");
    if (cell.colSpan === 1) cell.dataset.head = heads[cell.cellIndex];
  }
  return node;
}
