// The page of an instrument of practice: a table per body, what stands out, and what follows.

import { saver } from "./files.js";
import { entry, h3, h4, pageOf, paragraphs, steps, still } from "./forms.js";
import { newGesture } from "./gestures.js";
import { make, write } from "./nodes.js";
import { headed } from "./tables.js";

function build({ id, page, say, line }) {
  const alarm = make("p", { class: "fault", role: "alert" });
  const back = steps(say, line);
  const tabs = choiceOf(`${id}-instruments`, say.text("instruments"), (key) => line.ask({ do: "instrument", key }));
  const bodies = choiceOf(`${id}-bodies`, say.text("bodies"), (key) => line.ask({ do: "body", key }));
  const about = make("div", { class: "sentences" });
  const apart = make("p", { class: "note" }, say.text("only_here"));
  const answered = make("p", { class: "note", role: "status" });
  const sheet = make("div", { class: "sheets" });
  const newBody = adding(id, "body", say, line);
  const adders = [adding(id, "row", say, line), adding(id, "column", say, line)];
  const first = make("p", { class: "note" }, say.text("first_body"));
  const alike = make("button", { type: "button", onclick: () => line.ask({ do: "take_over" }) });
  const found = findings(say);
  const model = modelSection(id, say, line);
  const picture = pictureSection(say, line);
  const files = filesSection(say, line, page.files);
  const later = againSection(say, line);
  const root = make(
    "section",
    { class: "selfmgmt-page selfmgmt-practice", lang: page.language, "aria-label": say.text("tool") },
    tabs.node, about, bodies.node, first, newBody.node,
    apart,
    make("div", { class: "bar" }, answered, alike, back.node),
    alarm, sheet, make("div", { class: "adders" }, ...adders.map((one) => one.node)),
    make("div", { class: "results" }, found.node, model.node),
    picture.node, files.node, later.node,
  );
  const titles = Object.fromEntries(Object.entries(page.instruments).map(([key, one]) => [key, one.title]));
  let drawn = "";
  let cells = new Map();
  const draw = (state, busy) => {
    const facts = page.instruments[state.instrument];
    tabs.draw(titles, state.instrument);
    tabs.node.hidden = Object.keys(titles).length < 2;
    bodies.draw(state.bodies, state.body);
    const several = Object.keys(state.bodies).length > 1;
    bodies.node.hidden = !several && !facts.adds.includes("body");
    apart.hidden = !several;
    first.hidden = state.body !== "";
    newBody.draw(facts, state);
    alike.hidden = !state.alike;
    write(alike, say.text("take_over", { count: state.alike }));
    paragraphs(about, [facts.purpose, facts.who]);
    write(answered, state.answered.join(" "));
    write(alarm, state.alarm);
    back.draw(state);
    const layout = JSON.stringify([state.instrument, state.body, state.rows, state.columns, state.options]);
    if (layout !== drawn) {
      drawn = layout;
      cells = new Map();
      sheet.replaceChildren(...sheetOf({ id, facts, state, say, line, cells, wide: (root.clientWidth || innerWidth) > 700 }));
    }
    for (const [key, cell] of cells) cell.draw(state.cells[key] ?? "", state.faults[key], state.differ.includes(key), busy);
    for (const one of adders) one.draw(facts, state);
    found.draw(state.found, facts.cautions);
    model.draw(facts.model, state);
    root.querySelector(".results").classList.toggle("alone", !facts.model);
    later.draw(state);
    picture.draw(state);
    files.draw(state);
  };
  return { root, draw, warn: (words) => write(alarm, words) };
}

// A few choices of which one holds: buttons that a keyboard walks by Tab.
function choiceOf(id, label, choose) {
  const list = make("div", { class: "choices", role: "group", "aria-labelledby": id });
  const node = make("div", { class: "choice" }, h3({ id }, label), list);
  let drawn = "";
  const draw = (labels, now) => {
    const next = JSON.stringify(labels);
    if (next !== drawn) {
      drawn = next;
      list.replaceChildren(
        ...Object.entries(labels).map(([key, words]) =>
          make("button", { type: "button", "data-key": key, onclick: () => choose(key) }, words),
        ),
      );
    }
    for (const button of list.children) button.setAttribute("aria-pressed", button.dataset.key === now);
  };
  return { node, draw };
}

// One table for each group of rows; on a narrow screen all but the first are folded.
function sheetOf({ id, facts, state, say, line, cells, wide }) {
  const columns = [
    ...facts.columns,
    ...state.columns.map((one) => ({ ...facts.own_column, help: "", ...one })),
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

function levelsOf(facts, say) {
  return make("details", { class: "levels" }, make("summary", {}, say.text("levels")),
    make("ol", {}, ...facts.levels.map((words) => make("li", {}, words))));
}

function tableFor({ id, facts, columns, rows, options, say, line, cells }) {
  const heads = [{ label: facts.row_name }, ...columns].map(({ label, allowed, help }) =>
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
  const set = (value) => line.ask({ do: "set", field: key, value, gesture: newGesture() });
  if (!options) {
    const { field, alarm, draw } = entry({ id, label, size: column.kind === "text" ? 18 : 8, set });
    const allowed = column.allowed || column.help;
    if (allowed) field.setAttribute("title", allowed);
    const node = make("div", {}, field, alarm);
    return { node, draw: (text, fault, differs, busy) => (mark(node, differs, say), busy && !fault ? undefined : draw(text, fault)) };
  }
  const alarm = make("p", { class: "fault", role: "alert", id: `${id}-fault` });
  const field = make("select", { id, "aria-label": label, "aria-describedby": alarm.id, onchange: () => set(field.value) },
    make("option", { value: "" }, "–"), ...options().map(([value, words]) => make("option", { value }, words)));
  const node = make("div", {}, field, alarm);
  const draw = (text, fault, differs, busy) => {
    write(alarm, fault ?? "");
    field.setAttribute("aria-invalid", Boolean(fault));
    mark(node, differs, say);
    if (busy) return;
    field.value = text;
    if (field.selectedIndex < 0 && text) field.append(make("option", { value: text, selected: "" }, text));
  };
  return { node, draw };
}

// Where bodies differ, a mark says so to everybody; the words are for those who do not see it.
function mark(node, differs, say) {
  node.classList.toggle("differs", differs);
  const words = node.querySelector(".differs-words");
  if (differs && !words) node.append(make("span", { class: "differs-words" }, say.text("differs")));
  if (!differs && words) words.remove();
}

// A field with which users add a row, a column or a body of their own.
function adding(id, what, say, line) {
  const key = `${id}-add-${what}`;
  const add = () => {
    if (!field.value.trim()) return;
    line.ask({ do: "add", field: what, value: field.value });
    field.value = "";
  };
  const { field, alarm, draw: entered } = entry({ id: key, size: 18, set: () => {} });
  field.addEventListener("keydown", ({ key: pressed, isComposing }) => pressed === "Enter" && !isComposing && add());
  const label = make("label", { for: key });
  const button = make("button", { type: "button", onclick: add }, say.text("add"));
  const node = make("div", { class: "add" }, label, field, button, alarm);
  const draw = (facts, state) => {
    node.hidden = !facts.adds.includes(what) || (what !== "body" && !state.body);
    write(label, facts[`add_${what}`]);
    entered("", state.faults[what] ?? "");
  };
  return { node, draw };
}

const WIDE = "\u2003\u2003"; // between a level and its words, which a narrow list leaves out
const FIRST = 8; // findings that show at once

function findings(say) {
  const list = make("ol", {});
  const rest = make("ol", { start: String(FIRST + 1) });
  const summary = make("summary", {});
  const more = make("details", {}, summary, rest);
  const nothing = make("p", {}, say.text("nothing"));
  const cautions = make("div", { class: "cautions" });
  const node = make("div", { class: "found" }, h3({}, say.text("found")), nothing, list, more, h4({}, say.text("cautions")), cautions);
  const items = (sentences) => sentences.map((words) => make("li", {}, words));
  const draw = (sentences, mind) => {
    nothing.hidden = sentences.length > 0;
    list.replaceChildren(...items(sentences.slice(0, FIRST)));
    rest.replaceChildren(...items(sentences.slice(FIRST)));
    more.hidden = sentences.length <= FIRST;
    write(summary, say.text("more", { count: sentences.length - FIRST }));
    paragraphs(cautions, mind);
  };
  return { node, draw };
}

// What goes to the model: levers of an option, or the chance that a function is uncovered.
function modelSection(id, say, line) {
  const list = make("ul", {});
  const note = make("p", { class: "note" });
  const choose = make("select", { id: `${id}-option`, onchange: () => line.ask({ do: "option", key: choose.value }) });
  const use = make("button", { type: "button", onclick: () => line.ask({ do: "use" }) });
  const cover = make("button", { type: "button", onclick: () => line.ask({ do: "use_cover" }) }, say.text("use_cover"));
  const against = make("p", {}, make("label", { for: choose.id }, say.text("check")), " ", choose);
  const node = make("div", { class: "model" }, h3({}, say.text("model")), note, list, against, make("p", {}, use, cover));
  let drawn = "";
  const draw = (kind, { levers, cover: counted, options, option }) => {
    node.hidden = !kind;
    const isCover = kind === "cover";
    write(note, say.text(isCover ? "cover_note" : "model_note"));
    list.replaceChildren(...(isCover ? counted : levers).map((words) => make("li", {}, words)));
    against.hidden = isCover;
    cover.hidden = !isCover || counted.length < 2;
    const next = JSON.stringify(options);
    if (next !== drawn) {
      drawn = next;
      choose.replaceChildren(make("option", { value: "" }, say.text("no_option")),
        ...Object.entries(options).map(([key, words]) => make("option", { value: key }, words)));
    }
    choose.value = option;
    use.hidden = isCover || !option || !levers.length;
    write(use, say.text("use", { option: options[option] ?? "" }));
  };
  return { node, draw };
}

// The answers of now are kept under their date, and the sheet is filled in again.
function againSection(say, line) {
  const kept = make("p", { class: "note", role: "status" });
  const button = make("button", { type: "button", onclick: () => line.ask({ do: "again" }) }, say.text("again"));
  const node = make("div", { class: "files" }, h3({}, say.text("again")), make("p", { class: "note" }, say.text("again_note")), button, kept);
  const draw = ({ earlier, cells }) => {
    node.hidden = !earlier.length && !Object.keys(cells).length;
    write(kept, earlier.length ? say.text("earlier", { dates: earlier.join(", ") }) : "");
  };
  return { node, draw };
}

// The picture is drawn when the reader asks for it: until then its libraries stay away.
function pictureSection(say, line) {
  let wanted = false;
  const ask = make("button", { type: "button", onclick: () => ((wanted = true), line.ask({ do: "picture" })) }, say.text("show_picture"));
  const nothing = make("p", { class: "note", role: "status" });
  const inside = make("div", {});
  const node = make("div", { class: "picture" }, h3({}, say.text("picture")), ask, nothing, inside);
  let about = "";
  const draw = ({ figure, instrument, body, cells }) => {
    const now = JSON.stringify([instrument, body, cells]);
    if (figure) inside.replaceChildren(still(figure, say));
    else if (now !== about) inside.replaceChildren();
    write(nothing, wanted && !figure && now === about ? say.text("no_picture") : "");
    about = now;
    wanted = false;
  };
  return { node, draw };
}

function filesSection(say, line, files) {
  const { nodes, draw } = saver(say, line, Object.fromEntries(files.map((form) => [form, say.text(form)])));
  return { node: make("div", { class: "files" }, h3({}, say.text("save")), ...nodes), draw };
}

export const render = pageOf(build);
