// Every figure of the calculation, to look up: nothing is hidden.

const COLUMNS = ["figure", "middle", "range", "unit", "grade", "status"];

function figuresDrawer(id, say, rowsOf) {
  const search = make("input", { type: "search", id: `${id}-search`, autocomplete: "off", oninput: () => sift() });
  const rests = make("select", { id: `${id}-rests`, onchange: () => sift() });
  const found = make("p", { class: "caption", role: "status" });
  const table = make("div", { class: "table wide", role: "group", tabindex: "0", "aria-label": say.text("all_figures") });
  const bar = make("div", { class: "sieve" },
    make("label", { for: search.id }, say.text("search")), search,
    make("label", { for: rests.id }, say.text("column_status")), rests);
  const fold = make("details", { class: "figures", ontoggle: () => fill() },
    make("summary", {}, say.text("all_figures")),
    make("p", { class: "note" }, say.text("figures_note")), bar, found, table);
  let lines = [];
  let told;

  const line = (row) => {
    const [first, ...cells] = COLUMNS.map((key) => row[key]);
    const why = [row.note, row.source].filter(Boolean).map((words) => make("p", {}, words));
    const node = make("tr", {}, make("th", { scope: "row" }, first), ...cells.map((words) => make("td", {}, words)), make("td", {}, ...why));
    return { node, status: row.status, words: Object.values(row).join(" ").toLowerCase() };
  };
  const fill = () => {
    const rows = rowsOf();
    if (!fold.open || rows === told) return;
    told = rows;
    lines = rows.map(line);
    const heads = [...COLUMNS, "source"].map((key) => make("th", { scope: "col" }, say.text(`column_${key}`)));
    table.replaceChildren(make("table", {}, make("caption", {}, say.text("all_figures")),
      make("thead", {}, make("tr", {}, ...heads)), make("tbody", {}, ...lines.map((one) => one.node))));
    const kept = rests.value;
    const kinds = [...new Set(lines.map((one) => one.status))];
    rests.replaceChildren(make("option", { value: "" }, say.text("everything")), ...kinds.map((kind) => make("option", {}, kind)));
    rests.value = kinds.includes(kept) ? kept : "";
    sift();
  };
  const sift = () => {
    const wanted = search.value.trim().toLowerCase();
    for (const one of lines) one.node.hidden = !one.words.includes(wanted) || Boolean(rests.value && one.status !== rests.value);
    write(found, say.text("found", { shown: lines.filter((one) => !one.node.hidden).length, all: lines.length }));
  };
  return { node: fold, draw: fill };
}
