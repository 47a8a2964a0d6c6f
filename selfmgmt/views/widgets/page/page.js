// The page of the options explorer. It asks Python for one move at a time and draws what comes
// back, in the JSON shape of `compare`; it does not care who computed it.

function render({ model, el }) {
  const page = model.get("page");
  const say = speaker(page);
  const line = conversation(model, page.draws, () => parts.warn(page.words.silence));
  const parts = build(el, page, say, line, () => model.get("figures"));
  const draw = () => parts.draw(model.get("state"), line.isBusy());
  const heard = () => {
    line.heard(model.get("state"));
    draw();
  };
  const resized = new ResizeObserver(() => parts.resize(model.get("state")));
  model.on("change:state", heard);
  model.on("change:figures", parts.look);
  draw();
  resized.observe(parts.root);
  return () => {
    model.off("change:state", heard);
    model.off("change:figures", parts.look);
    resized.disconnect();
    line.close();
  };
}

function build(el, page, say, line, figures) {
  const id = `selfmgmt-${++views}`;
  const button = (key) => make("button", { type: "button", onclick: () => line.ask({ do: key }) }, say.text(key));
  const [undo, redo] = ["undo", "redo"].map(button);
  const question = make("p", { class: "question" });
  const status = make("p", { class: "status", role: "status" });
  const alarm = make("p", { class: "fault", role: "alert" });
  const cards = [0, 1, 2].map((place) => card(id, place, say, line));
  const panel = leverPanel(id, page, say, line, ["copy", "remove", "reset"].map(button));
  const rows = [...PATHS, SAVINGS, CONDITIONS, SHARES].map((kind) => chartRow(id, kind, say));
  const teams = teamsRow(id, say);
  const felt = feltRow(say);
  const beside = wordsRow("beside", say);
  const changes = wordsRow("changes", say, "changed");
  const drawer = figuresDrawer(id, { say, line, draws: page.draws, rowsOf: figures });
  const left = make("div", {}, question, make("div", { class: "tools" }, undo, redo), alarm, status);
  const head = make("div", { class: "head" }, left, ...cards.map((one) => one.node));
  const legend = make("p", { class: "note" }, say.text("legend"));
  const [capacity, cash, savings, conditions, shares] = rows.map((row) => row.node);
  const results = make("div", { class: "results" }, legend, capacity, felt.node, cash, savings, beside.node, conditions, teams.node, shares, changes.node, drawer.node);
  const root = make("section", { class: "selfmgmt-explorer", lang: page.language, "aria-label": say.text("explorer") },
    head, make("div", { class: "body" }, panel.node, results));
  el.append(root);

  const pictures = [...rows, teams];
  const draw = (state, busy) => {
    const { results } = state;
    const target = results.saving_target_eur.p50;
    const amount = say.money(target);
    write(question, target > 0 ? say.text("target", { amount, quarter: results.due_quarter }) : say.text("no_target"));
    undo.disabled = !state.undo;
    redo.disabled = !state.redo;
    cards.forEach((one) => one.draw(state));
    panel.draw(state, busy);
    pictures.forEach((row) => row.draw(state));
    for (const row of [felt, beside, changes]) row.draw(state);
    drawer.hear(state, busy);
    write(alarm, state.fault && !state.fault.lever ? state.fault.words : "");
    write(status, spoken(state, page, say, target));
  };
  const resize = (state) => {
    root.style.setProperty("--head", `${head.offsetHeight}px`);
    pictures.forEach((row) => row.measure());
    pictures.forEach((row) => row.draw(state));
  };
  return { root, draw, resize, look: drawer.draw, warn: (words) => write(alarm, words) };
}

// A sentence for each option.
function wordsRow(key, say, name = key) {
  const panels = [0, 1, 2].map(() => make("p", { class: "panel" }));
  const node = make("section", {}, make("h3", {}, say.text(key)), make("div", { class: "panels" }, ...panels));
  const draw = ({ results, shown }) => panels.forEach((panel, at) => {
    const option = results.options[shown[at]];
    panel.dataset.option = option?.label ?? "";
    write(panel, option?.[name] ?? "");
  });
  return { node, draw };
}

// Each outcome that people feel, with that of doing nothing below it.
function feltRow(say) {
  const panels = [0, 1, 2].map(() => make("dl", { class: "panel felt" }));
  const drawn = ["", "", ""];
  const node = make("section", {}, make("h3", {}, say.text("felt")), make("p", { class: "note" }, say.text("felt_note")),
    make("div", { class: "panels" }, ...panels));
  const draw = ({ results, shown }) => panels.forEach((panel, at) => {
    const option = results.options[shown[at]];
    const nothing = results.options.do_nothing.felt;
    const now = JSON.stringify([option?.felt, nothing]);
    panel.dataset.option = option?.label ?? "";
    if (now === drawn[at]) return;
    drawn[at] = now;
    panel.replaceChildren(...Object.entries(option?.felt ?? {}).flatMap(([key, words]) => [
      make("dt", {}, say.text(key)),
      make("dd", {}, words, ...(nothing[key] ? [make("span", {}, say.text("nothing_is", { figure: nothing[key] }))] : [])),
    ]));
  });
  return { node, draw };
}

export default { render };
