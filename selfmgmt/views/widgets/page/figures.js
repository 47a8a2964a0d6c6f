// @ts-check
// Every figure of the calculation, to look up and to replace by a range of one's own.

import { isEnter, make, write } from "./nodes.js";
import { headed } from "./tables.js";

/** @typedef {import("./speech.js").Say} Say */
/** @typedef {import("./explorer_types.js").Host} Host */
/** @typedef {import("./explorer_types.js").State} State */
/** @typedef {import("./received.d.ts").FigureRow} Row */

/** @type {("figure" | "middle" | "range" | "unit" | "grade" | "status")[]} */
const COLUMNS = ["figure", "middle", "range", "unit", "grade", "status"];

/**
 * The table of figures; a row has `figure`, `middle`, `range`, `unit`, `grade`, `status`, `source` and
 * `note`, and when it may be replaced `key`, `own`, `standard`, `text` and `reason`.
 * @param {string} id @param {{say: Say, host: Host, rowsOf: () => Row[]}} about
 */
export function figuresPanel(id, { say, host, rowsOf }) {
  const search = make("input", { type: "search", id: `${id}-search`, autocomplete: "off", oninput: () => filter() });
  const rests = make("select", { id: `${id}-rests`, onchange: () => filter() });
  const found = make("p", { class: "caption", role: "status" });
  const table = make("div", { class: "table wide", role: "group", tabindex: "0", "aria-label": say.text("all_figures") });
  const bar = make("div", { class: "filter" },
    make("label", { for: search.id }, say.text("search")), search,
    make("label", { for: rests.id }, say.text("column_status")), rests);
  const own = make("p", { class: "own-count" });
  const node = make("div", { class: "figures" },
    make("p", { class: "note" }, say.text("figures_note")), make("p", { class: "note" }, say.text("own_note")), own, bar, found, table);
  const form = ownFigure(`${id}-own`, { say, host, columns: COLUMNS.length + 1, close: () => show(null) });
  /** @type {ReturnType<typeof rowNode>[]} */
  let lines = [];
  /** @type {Row[] | undefined} */
  let listed;

  const rowNode = (/** @type {Row} */ row) => {
    const [first, ...cells] = COLUMNS.map((key) => row[key]);
    const why = [row.note, row.source].filter(Boolean).map((words) => make("p", {}, words));
    const change = row.key && make("button", {
      type: "button", "aria-label": `${say.text(row.own ? "change" : "replace")}: ${row.figure}`,
      "aria-expanded": "false", onclick: () => show(form.key === row.key ? null : row.key),
    }, say.text(row.own ? "change" : "replace"));
    const node = make("tr", { class: row.own ? "own" : "" },
      make("th", { scope: "row" }, first, ...(change ? [change] : [])),
      ...cells.map((words) => make("td", {}, words)), make("td", {}, make("div", {}, ...why)));
    const words = [first, ...cells, row.note, row.source].join(" ").toLowerCase();
    return { row, node, own: change, words };
  };
  // The form stands below the row of its figure; the focus goes along, and comes back.
  const show = (/** @type {string | null | undefined} */ key) => {
    const before = lines.find((one) => one.row.key && one.row.key === form.key);
    form.open(lines.find((one) => key && one.row.key === key)?.row);
    putForm();
    if (key) form.focus();
    else before?.own.focus();
  };
  const putForm = () => {
    for (const one of lines) one.own?.setAttribute("aria-expanded", one.row.key === form.key);
    const line = lines.find((one) => one.row.key && one.row.key === form.key);
    if (!line) return form.node.remove();
    if (line.node.nextSibling !== form.node) line.node.after(form.node);
    form.node.hidden = line.node.hidden;
  };
  const fill = () => {
    const rows = rowsOf();
    const count = rows.filter((row) => row.own).length;
    write(own, count ? say.text("own_count", { count }) : "");
    if (rows === listed) return;
    listed = rows;
    form.refresh(rows.find((row) => row.key && row.key === form.key));
    const focused = /** @type {HTMLElement | null} */ (document.activeElement); // it would lose the focus when it moves or is made anew
    const key = lines.find((one) => one.own === focused)?.row.key;
    lines = rows.map(rowNode);
    const heads = [...COLUMNS, "source"].map((key) => make("th", { scope: "col" }, say.text(`column_${key}`)));
    const body = make("tbody", {}, ...lines.map((one) => one.node));
    putForm();
    table.replaceChildren(headed(make("table", {}, make("caption", {}, say.text("all_figures")), make("thead", {}, make("tr", {}, ...heads)), body)));
    if (focused && form.node.contains(focused)) focused.focus({ preventScroll: true });
    if (key) lines.find((one) => one.row.key === key)?.own.focus({ preventScroll: true });
    const kept = rests.value;
    const kinds = [...new Set(lines.map((one) => one.row.status))];
    rests.replaceChildren(make("option", { value: "" }, say.text("everything")), ...kinds.map((kind) => make("option", {}, kind)));
    rests.value = kinds.includes(kept) ? kept : "";
    filter();
  };
  const filter = () => {
    const wanted = search.value.trim().toLowerCase();
    for (const one of lines) one.node.hidden = !one.words.includes(wanted) || Boolean(rests.value && one.row.status !== rests.value);
    write(found, say.text("found", { shown: lines.filter((one) => !one.node.hidden).length, all: lines.length }));
    putForm();
  };
  return { node, draw: fill, receive: form.receive };
}

// A range of one's own in place of a figure: what it was, what may stand there, what it does.
/** @param {string} id @param {{say: Say, host: Host, columns: number, close: () => void}} about */
function ownFigure(id, { say, host, columns, close }) {
  /** @type {Row | undefined} */
  let row;
  /** @type {State | undefined} */
  let before; // the net saving of each option on the page when the form was opened
  /** @type {State | undefined} */
  let latest;
  let isWaiting = false;
  const lever = () => `figure.${row?.key}`;
  const use = () => {
    isWaiting = true;
    before ??= latest;
    if (row?.key) host.assume?.(row.key, range.input.value, reason.input.value);
  };
  const back = () => {
    isWaiting = true;
    if (row?.key) host.restore?.(row.key);
  };
  const standard = make("p", { class: "note", id: `${id}-standard` });
  const range = ownField(`${id}-range`, say.text("own_value"), say.text("own_value_note"), use, standard.id);
  const reason = ownField(`${id}-reason`, say.text("own_reason"), say.text("own_reason_note"), use);
  const effect = make("p", { class: "effect", role: "status" });
  const putBack = make("button", { type: "button", onclick: back }, say.text("standard"));
  const tools = make("div", { class: "tools" },
    make("button", { type: "button", onclick: use }, say.text("use")), putBack,
    make("button", { type: "button", onclick: close }, say.text("close")));
  const inside = make("div", {
    class: "own-figure", role: "group",
    onkeydown: (/** @type {KeyboardEvent} */ event) => {
      if (event.key !== "Escape") return;
      event.preventDefault(); // or the panel would close too
      close();
    },
  }, standard, range.node, reason.node, tools, effect);
  const node = make("tr", { class: "own-form", role: "row" }, make("td", { colspan: columns, role: "cell" }, inside));
  const refresh = (/** @type {Row | undefined} */ next) => {
    if (!next) return;
    const gone = row?.key === next.key && row?.own && !next.own;
    row = next;
    if (gone) fillIn();
    if (gone && document.activeElement === putBack) range.input.focus();
    putBack.hidden = !row.own;
    write(standard, row.standard ?? "");
    inside.setAttribute("aria-label", `${say.text("replace")}: ${row.figure}`);
  };
  const open = (/** @type {Row | undefined} */ next) => {
    [row, before, isWaiting] = [undefined, latest, false];
    refresh(next);
    if (!next) return;
    write(effect, "");
    fillIn();
  };
  const fillIn = () => (range.open(row?.text ?? ""), reason.open(row?.reason ?? ""));
  const receive = (/** @type {State} */ state, /** @type {boolean} */ busy) => {
    latest = state;
    if (!row || !isWaiting || busy) return;
    const fault = state.fault?.lever === lever() ? state.fault : undefined;
    const fields = fault?.fields ?? {};
    range.warn(fields.value ?? (fault && !fields.reason ? fault.words : ""));
    reason.warn(fields.reason ?? "");
    const wrong = [range, reason].find((one) => one.isWrong());
    if (wrong) wrong.input.focus();
    const done = !wrong && !fault;
    write(effect, done && before ? effectWords(before, state, say) : "");
    isWaiting = done && !state.whole;
  };
  return { node, open, refresh, receive, focus: () => (range.input.focus(), range.input.select()), get key() { return row?.key; } };
}

/** @param {State} before @param {State} state @param {Say} say */
function effectWords(before, state, say) {
  const [was, option] = [before, state].map(({ results, shown, place }) => results.options[shown[place]]);
  const [from, to] = [was, option].map((one) => say.band(one.net_saving_eur, say.money));
  return say.text(from === to ? "own_same" : "own_effect", { option: option.label, before: from, after: to });
}

/** @param {string} id @param {string} label @param {string} note @param {() => void} use @param {string} [described] */
function ownField(id, label, note, use, described = "") {
  const help = make("p", { class: "note", id: `${id}-help` }, note);
  const alarm = make("p", { class: "fault", role: "alert", id: `${id}-fault` });
  const input = make("input", {
    type: "text", id, autocomplete: "off", maxlength: "200",
    "aria-describedby": `${described} ${help.id} ${alarm.id}`.trim(),
    onkeydown: (/** @type {KeyboardEvent} */ event) => isEnter(event) && use(),
  });
  const warn = (/** @type {string} */ words) => {
    write(alarm, words);
    input.setAttribute("aria-invalid", words !== "");
  };
  const open = (/** @type {string} */ text) => {
    input.value = text;
    warn("");
  };
  const isWrong = () => alarm.textContent !== "";
  return { node: make("div", {}, make("label", { for: id }, label), input, help, alarm), input, open, warn, isWrong };
}
