// @ts-check
// Tables.

import { make } from "./nodes.js";

/**
 * A table; the first cell of each row is its head.
 * @param {string} caption @param {any[]} heads @param {any[][]} rows words or nodes
 */
export function tableOf(caption, heads, rows) {
  const head = heads.map((words) => make("th", { scope: "col" }, words));
  const body = rows.map(([name, ...cells]) =>
    make("tr", {}, make("th", { scope: "row" }, name), ...cells.map((words) => make("td", {}, words))),
  );
  return headed(make("table", {}, make("caption", {}, caption), make("thead", {}, make("tr", {}, ...head)), make("tbody", {}, ...body)));
}

/**
 * A narrow screen may show each row as a block, with the heads beside the cells. The roles say what
 * the elements are already; browsers forget that when rows become blocks.
 * @param {any} node a table with a head
 */
export function headed(node) {
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
