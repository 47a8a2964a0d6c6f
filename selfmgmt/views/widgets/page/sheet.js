// @ts-check
// The table of an instrument: a row for each subject, and a field or a list for each answer.

import { entry } from "./forms.js";
import { newGesture } from "./gestures.js";
import { make, write } from "./nodes.js";
import { headed } from "./tables.js";

/** @typedef {import("./speech.js").Say} Say */
/** @typedef {import("./forms.js").Line} Line */
/** @typedef {import("./received.d.ts").InstrumentOnPage} Instrument */
/** @typedef {import("./received.d.ts").RowOnPage} Row */
/** @typedef {import("./received.d.ts").ColumnOnPage} Column */
/** @typedef {{node: HTMLElement, draw: (text: string, fault: string | undefined, differs: boolean, busy: boolean) => void}} Cell */
/** @typedef {{id: string, facts: Instrument, say: Say, line: Line}} Sheet */

const WIDE = "\u2003\u2003"; // between a level and its words, which a narrow list leaves out

const ARROW = 20; // pixels that a list keeps free for its arrow

// One table for each group of rows; on a narrow screen all but the first are folded.
/** @param {Sheet & {state: import("./received.d.ts").PracticeOnPage, cells: Map<string, Cell>, wide: boolean}} facts */
export function sheetOf({ id, facts, state, say, line, cells, wide }) {
  const own_column = /** @type {import("./received.d.ts").Editor} */ (facts.own_column); // with columns of users there is one
  const columns = [
    ...facts.columns,
    ...state.columns.map((one) => ({ ...own_column, help: "", ...one })),
  ].filter((column) => !column.only?.length || column.only.includes(state.body));
  if (!state.body) return [];
  const own = { help: "", group: "", law: [], columns: facts.own_row_columns, choices: [] };
  const rows = [...facts.rows, ...state.rows.map((one) => ({ ...own, ...one }))];
  if (!rows.length) return [make("p", { class: "note" }, say.text("first_row"))];
  const groups = [...new Set(rows.map((row) => row.group))];
  const tables = groups.map((group, at) => {
    const inside = rows.filter((row) => row.group === group);
    const table = tableFor({ id, facts, columns, rows: inside, options: state.options, say, line, cells });
    if (groups.length < 2) return make("div", { class: "table" }, table);
    const head = make("summary", {}, group || facts.row_name);
    return make("details", wide || at === 0 ? { open: "" } : {}, head, make("div", { class: "table" }, table));
  });
  return facts.levels.length ? [levelsOf(facts, say), ...tables] : tables;
}

/** @param {Instrument} facts @param {Say} say */
function levelsOf(facts, say) {
  return make("details", { class: "levels" }, make("summary", {}, say.text("levels")),
    make("ol", {}, ...facts.levels.map((words) => make("li", {}, words))));
}

/** @param {Sheet & {columns: Column[], rows: Row[], options: Record<string, string>, cells: Map<string, Cell>}} facts */
function tableFor({ id, facts, columns, rows, options, say, line, cells }) {
  const heads = [{ label: facts.row_name, allowed: "", help: "" }, ...columns].map(({ label, allowed, help }) =>
    make("th", { scope: "col" }, label, ...[help || allowed].filter(Boolean).map((words) => make("span", { class: "help" }, ` ${words}`))),
  );
  const body = rows.map((row) =>
    make(
      "tr",
      {},
      make(
        "th",
        { scope: "row" },
        make("strong", {}, row.label),
        ...[row.help, ...row.law].filter(Boolean).map((words) => make("span", { class: "help" }, words)),
      ),
      ...columns.map((column) => {
        if (row.columns.length && !row.columns.includes(column.key)) return make("td", { class: "closed" });
        const key = `${row.key}.${column.key}`;
        const cell = cellOf({ id: `${id}-${key.replace(".", "-")}`, key, row, column, facts, options, say, line });
        cells.set(key, cell);
        return make("td", { class: column.kind }, cell.node);
      }),
    ),
  );
  return headed(make("table", {}, make("thead", {}, make("tr", {}, ...heads)), make("tbody", {}, ...body)));
}

// One answer: a list of what may stand there, or a field to type in.
/** @param {Sheet & {key: string, row: Row, column: Column, options: Record<string, string>}} facts */
function cellOf({ id, key, row, column, facts, options: ofCase, say, line }) {
  const label = say.text("cell", { row: row.label, column: column.label });
  const [low, high] = facts.bounds[key] ?? [1, facts.levels.length];
  if (low === high && column.kind === "level") {
    const words = say.text("fixed", { value: low });
    const node = make("span", { class: "locked", title: words, "aria-label": words }, `${low} `, make("small", {}, say.text("law")));
    return { node, draw: () => {} };
  }
  const options = {
    level: () => facts.levels.map((words, at) => [String(at + 1), `${at + 1}${WIDE}${words}`]).slice(low - 1, high),
    choice: () => column.choices.filter(([key]) => !row.choices.length || row.choices.includes(key)),
    option: () => Object.entries(ofCase),
    yes_no: () => ["yes", "no"].map((one) => [say.text(one), say.text(one)]),
  }[column.kind];
  const set = (/** @type {string} */ value) => line.ask({ do: "set", field: key, value, gesture: newGesture() });
  if (!options) {
    const { field, alarm, draw } = entry({ id, label, size: column.kind === "text" ? 18 : 8, set });
    const allowed = column.allowed || column.help;
    if (allowed) field.setAttribute("title", allowed);
    const node = make("div", {}, field, alarm);
    return { node, draw: (/** @type {string} */ text, /** @type {string | undefined} */ fault, /** @type {boolean} */ differs, /** @type {boolean} */ busy) => (mark(node, differs, say), busy && !fault ? undefined : draw(text, fault)) };
  }
  const alarm = make("p", { class: "fault", role: "alert", id: `${id}-fault` });
  const field = make("select", { id, "aria-label": label, "aria-describedby": alarm.id, onchange: () => set(field.value) },
    make("option", { value: "" }, "–"), ...options().map(([value, words]) => make("option", { value }, words)));
  const whole = column.kind === "level" ? undefined : wholeWords(field); // a level is a digit
  const node = make("div", {}, field, ...(whole ? [whole.node] : []), alarm);
  const draw = (/** @type {string} */ text, /** @type {string | undefined} */ fault, /** @type {boolean} */ differs, /** @type {boolean} */ busy) => {
    write(alarm, fault ?? "");
    field.setAttribute("aria-invalid", Boolean(fault));
    mark(node, differs, say);
    if (busy) return;
    field.value = text;
    if (field.selectedIndex < 0 && text) field.append(make("option", { value: text, selected: "" }, text));
    whole?.draw();
  };
  return { node, draw };
}

// All words of the answer below a list that is too narrow for them; a reader of the screen has them.
/** @param {HTMLSelectElement} field */
function wholeWords(field) {
  const node = make("small", { class: "whole", "aria-hidden": "true" });
  const pen = /** @type {CanvasRenderingContext2D} */ (document.createElement("canvas").getContext("2d"));
  const draw = () => {
    const style = getComputedStyle(field);
    pen.font = style.font;
    const room = field.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight) - ARROW;
    const words = field.value ? field.selectedOptions[0].text : "";
    write(node, room > 0 && pen.measureText(words).width > room ? words : "");
  };
  new ResizeObserver(draw).observe(field);
  return { node, draw };
}

// Where bodies differ, a mark says so to everybody; the words are for those who do not see it.
/** @param {HTMLElement} node @param {boolean} differs @param {Say} say */
function mark(node, differs, say) {
  node.classList.toggle("differs", differs);
  const words = node.querySelector(".differs-words");
  if (differs && !words) node.append(make("span", { class: "differs-words" }, say.text("differs")));
  if (!differs && words) words.remove();
}
