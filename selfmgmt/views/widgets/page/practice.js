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
  const adders = adding(id, say, line);
  const found = findings(say);
  const model = modelSection(id, say, line);
  const picture = pictureSection(say, line);
  const files = filesSection(say, line, page.files);
  const root = make(
    "section",
    { class: "selfmgmt-page selfmgmt-practice", lang: page.language, "aria-label": say.text("tool") },
    tabs.node, about, bodies.node,
    apart,
    make("div", { class: "bar" }, answered, back.node),
    alarm, sheet, adders.node,
    make("div", { class: "results" }, found.node, model.node),
    picture.node, files.node,
  );
  const titles = Object.fromEntries(Object.entries(page.instruments).map(([key, one]) => [key, one.title]));
  let drawn = "";
  let cells = new Map();
  const draw = (state, busy) => {
    const facts = page.instruments[state.instrument];
    tabs.draw(titles, state.instrument);
    tabs.node.hidden = Object.keys(titles).length < 2;
    bodies.draw(state.bodies, state.body);
    apart.hidden = Object.keys(state.bodies).length < 2;
    paragraphs(about, [facts.purpose, facts.who]);
    write(answered, state.answered.join(" "));
    write(alarm, state.alarm);
    back.draw(state);
    const layout = JSON.stringify([state.instrument, state.body, state.rows, state.columns]);
    if (layout !== drawn) {
      drawn = layout;
      cells = new Map();
      sheet.replaceChildren(...sheetOf({ id, facts, state, say, line, cells, wide: (root.clientWidth || innerWidth) > 700 }));
    }
    for (const [key, cell] of cells) cell.draw(state.cells[key] ?? "", state.faults[key], state.differ.includes(key), busy);
    adders.draw(facts, state);
    found.draw(state.found, facts.cautions);
    model.draw(state);
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
    ...state.columns.map((one) => ({ ...facts.own_column, ...one })),
  ].filter((column) => !column.only?.length || column.only.includes(state.body));
  const rows = [...facts.rows, ...state.rows.map((one) => ({ help: "", group: "", law: [], ...one }))];
  const groups = [...new Set(rows.map((row) => row.group))];
  const tables = groups.map((group, at) => {
    const own = rows.filter((row) => row.group === group);
    const table = tableFor({ id, facts, columns, rows: own, say, line, cells });
    if (groups.length < 2) return make("div", { class: "table" }, table);
    const head = make("summary", {}, group || say.text("add_row"));
    return make("details", wide || at === 0 ? { open: "" } : {}, head, make("div", { class: "table" }, table));
  });
  return facts.levels.length ? [levelsOf(facts, say), ...tables] : tables;
}

function levelsOf(facts, say) {
  return make("details", { class: "levels" }, make("summary", {}, say.text("levels")),
    make("ol", {}, ...facts.levels.map((words) => make("li", {}, words))));
}

function tableFor({ id, facts, columns, rows, say, line, cells }) {
  const heads = [facts.row_name, ...columns.map((one) => one.label)].map((words) => make("th", { scope: "col" }, words));
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
        const key = `${row.key}.${column.key}`;
        const cell = cellOf({ id: `${id}-${key.replace(".", "-")}`, key, row, column, facts, say, line });
        cells.set(key, cell);
        return make("td", { class: column.kind }, cell.node);
      }),
    ),
  );
  return headed(make("table", {}, make("thead", {}, make("tr", {}, ...heads)), make("tbody", {}, ...body)));
}

// One answer: a list of what may stand there, or a field to type in.
function cellOf({ id, key, row, column, facts, say, line }) {
  const label = say.text("cell", { row: row.label, column: column.label });
  const [low, high] = facts.bounds[key] ?? [1, facts.levels.length];
  if (low === high && column.kind === "level") {
    const words = say.text("fixed", { value: low });
    const node = make("span", { class: "locked", title: words, "aria-label": words }, `${low} `, make("small", {}, say.text("law")));
    return { node, draw: () => {} };
  }
  const options = {
    level: () => facts.levels.map((words, at) => [String(at + 1), `${at + 1}${WIDE}${words}`]).slice(low - 1, high),
    choice: () => column.choices,
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
    if (!busy) field.value = text;
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

function adding(id, say, line) {
  const forms = ["row", "column", "body"].map((what) => {
    const key = `${id}-add-${what}`;
    const { field, alarm, draw } = entry({ id: key, size: 18, set: () => {} });
    const add = () => {
      if (!field.value.trim()) return;
      line.ask({ do: "add", field: what, value: field.value });
      field.value = "";
    };
    const button = make("button", { type: "button", onclick: add }, say.text("add"));
    const node = make("div", { class: "add" }, make("label", { for: key }, say.text(`add_${what}`)), field, button, alarm);
    return { what, node, draw };
  });
  const node = make("div", { class: "adders" }, ...forms.map((one) => one.node));
  const draw = (facts, state) => {
    for (const form of forms) {
      form.node.hidden = !facts.adds.includes(form.what);
      if (state.faults[form.what]) form.draw("", state.faults[form.what]);
      else form.draw("", "");
    }
    node.hidden = facts.adds.length === 0;
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

function modelSection(id, say, line) {
  const list = make("ul", {});
  const choose = make("select", { id: `${id}-option`, onchange: () => line.ask({ do: "option", key: choose.value }) });
  const use = make("button", { type: "button", onclick: () => line.ask({ do: "use" }) });
  const node = make("div", { class: "model" }, h3({}, say.text("model")), make("p", { class: "note" }, say.text("model_note")), list,
    make("p", {}, make("label", { for: choose.id }, say.text("check")), " ", choose), make("p", {}, use));
  let drawn = "";
  const draw = ({ levers, options, option }) => {
    list.replaceChildren(...levers.map((words) => make("li", {}, words)));
    const next = JSON.stringify(options);
    if (next !== drawn) {
      drawn = next;
      choose.replaceChildren(make("option", { value: "" }, say.text("no_option")),
        ...Object.entries(options).map(([key, words]) => make("option", { value: key }, words)));
    }
    choose.value = option;
    use.hidden = !option || !levers.length;
    write(use, say.text("use", { option: options[option] ?? "" }));
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
