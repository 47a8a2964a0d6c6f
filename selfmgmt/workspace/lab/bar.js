// The case bar. It asks Python for one thing at a time and shows the state that comes back. The
// address of a page can hold a case; only this side knows addresses, only Python knows cases.

const SILENCE = 20000; // ms without an answer
const POLL = 500; // ms between two looks at a report in the making
const SETTLE = 400; // ms of rest before the address follows the case
const LARGEST = 5e6; // bytes of a case file
const PARAMETER = "scenario";
let views = 0;

function render({ model, el }) {
  const page = model.get("page");
  const line = conversation(model, () => bar.alarm(page.words.silence));
  const bar = build(page, line);
  const heard = () => {
    line.heard();
    bar.draw(model.get("state"));
  };
  const handed = (message, buffers) => bar.handed(message, buffers[0]);
  model.on("change:state", heard);
  model.on("msg:custom", handed);
  el.append(bar.root);
  bar.draw(model.get("state"));
  const word = arrival(page.page);
  if (word) line.ask({ do: "arrive", link: word });
  return () => {
    model.off("change:state", heard);
    model.off("msg:custom", handed);
    line.close();
    bar.close();
  };
}

function conversation(model, silent) {
  const view = `${Date.now().toString(36)}-${++views}`;
  let count = 0;
  let watch;
  const ask = (message, buffers) => {
    clearTimeout(watch);
    watch = setTimeout(silent, SILENCE);
    model.send({ ...message, seq: `${view}-${++count}` }, undefined, buffers);
  };
  const heard = () => clearTimeout(watch);
  return { ask, heard, close: heard };
}

// ---- addresses ----

// The case in the address by which this page was reached. JupyterLab takes the query out of its
// address before our code runs; then the browser still knows it.
function arrival(stem) {
  const [first] = performance.getEntriesByType("navigation");
  for (const address of [location.href, first?.name].filter(Boolean)) {
    const url = new URL(address);
    const word = url.searchParams.get(PARAMETER);
    if (word && decodeURIComponent(url.pathname).split("/").pop().startsWith(stem)) return word;
  }
  return "";
}

// The address of page `to` with a case in it; of all else in our address only the language stays.
function addressOf(to, from, word) {
  const url = new URL(location.href);
  const steps = url.pathname.split("/");
  const last = steps.pop();
  if (last.endsWith(".ipynb")) steps.push(`${to}.ipynb`);
  else if (last.startsWith(from)) steps.push(to + last.slice(from.length));
  else steps.push(last, "tree", `${to}.ipynb`); // JupyterLab without a notebook in its address
  url.pathname = steps.filter((step, place) => step || !place).join("/");
  const language = url.searchParams.get("language");
  url.search = new URLSearchParams({
    ...(language && { language }),
    ...(word && { [PARAMETER]: word }),
  });
  url.hash = "";
  return url.href;
}

// What the reader of a link needs: pages on this computer are out of reach for anybody else.
const isLocal = () => ["127.0.0.1", "localhost", "[::1]"].includes(location.hostname);
const isInLab = () => document.querySelector("#jp-main-dock-panel") !== null;

// ---- building the bar, once ----

// JupyterLab takes keys such as d from whatever has the focus, unless it is asked not to.
const KEYS = { a: true, button: true, input: true };

function make(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  if (KEYS[tag]) node.setAttribute("data-lm-suppress-shortcuts", "true");
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
    else if (value !== false && value !== undefined) node.setAttribute(name, value);
  }
  node.append(...children);
  return node;
}

const fill = (words, values) => words.replace(/\{(\w+)\}/g, (_all, name) => values[name] ?? "");
const write = (node, words) => node.textContent !== words && (node.textContent = words);
const press = (words, onclick, attributes = {}) =>
  make("button", { type: "button", onclick, ...attributes }, words);

function build(page, line) {
  const { words } = page;
  const id = `selfmgmt-bar-${++views}`;
  const pages = pageLinks(page, (sentence) => alarm(sentence));
  const name = make("strong");
  const kept = make("span", { class: "kept" });
  const opening = openPanel(id, page, line);
  const keeping = keepPanel(id, page, line);
  const report = reportPart(page, line);
  const leave = leaving();
  const note = make("p", { class: "news", role: "status" });
  const faults = make("div", { class: "faults", role: "alert", id: `${id}-faults` });
  const back = press("", () => line.ask({ do: "back" }));
  const toggles = [
    toggle(words.open, opening.node, false),
    toggle(words.keep, keeping.node, false),
  ];
  const title = make("p", { class: "title" }, name, " ", kept);
  const tools = make("div", { class: "tools" }, back, ...toggles, report.button);
  const root = make(
    "section",
    { class: "selfmgmt-bar", lang: page.language, "aria-label": words.bar },
    pages.node,
    make("div", { class: "case" }, title, tools),
    note,
    faults,
    report.node,
    opening.node,
    keeping.node,
  );
  const alarm = (...sentences) => {
    const lines = sentences.map((sentence) => make("p", {}, sentence));
    if (sentences.join() !== [...faults.children].map((one) => one.textContent).join())
      faults.replaceChildren(...lines);
  };
  const draw = (state) => {
    write(name, fill(words.case, { name: state.name }));
    write(kept, state.kept);
    kept.classList.toggle("open", !state.is_kept);
    write(note, state.note);
    alarm(...state.faults);
    back.hidden = !state.back;
    write(back, fill(words.back, { name: state.back }));
    for (const part of [pages, opening, keeping, report, leave]) part.draw(state, faults.id);
  };
  const handed = (message, content) =>
    message.kind === "report" ? report.take(message.name, content) : download(message.name, content);
  const close = () => (pages.close(), report.close(), leave.close());
  return { root, draw, alarm, handed, close };
}

function toggle(words, panel, isOpen) {
  const button = press(words, () => show(panel.hidden), { class: "toggle", "aria-controls": panel.id });
  const show = (open) => {
    panel.hidden = !open;
    button.setAttribute("aria-expanded", open);
  };
  show(isOpen);
  return button;
}

// Links to the pages with the case in them. Where pages are served, our own address follows the
// case too, so that loading the page again, or in another language, loses nothing.
function pageLinks(page, tell) {
  const { words } = page;
  let stays = false; // the case is too large for a link, and that has not been told yet
  const go = (event) => {
    if (stays) event.preventDefault();
    if (stays) tell(words.stays);
    stays = false;
  };
  const links = page.pages.map(({ key, label }) => {
    const here = key === page.page;
    const link = make("a", { "data-page": key, "aria-current": here ? "page" : undefined, onclick: go }, label);
    if (isInLab() && !here) {
      link.target = "_blank";
      link.setAttribute("aria-label", fill(words.new_tab, { page: label }));
    }
    return [key, link];
  });
  const list = make("ol", {}, ...links.map(([, link]) => make("li", {}, link)));
  const node = make("nav", { "aria-label": words.pages }, list);
  if (page.next) node.append(onward(page, links));
  let first, rest;
  const follow = (word) => {
    clearTimeout(rest);
    first ??= word;
    if (page.may_save || isInLab() || !page.page || (word === first && !location.search.includes(PARAMETER))) return;
    rest = setTimeout(() => history.replaceState(history.state, "", addressOf(page.page, page.page, word)), SETTLE);
  };
  let before;
  const draw = ({ word }) => {
    if (word !== before) stays = !word;
    before = word;
    for (const [key, link] of links) link.href = addressOf(key, page.page, word);
    follow(word);
  };
  return { node, draw, close: () => clearTimeout(rest) };
}

// Where a tool fills the screen, the way on stands at the end of the list of pages.
function onward({ next, pages, words }, links) {
  const [, link] = links.find(([key]) => key === next);
  return press(fill(words.next, { page: pages.find(({ key }) => key === next).label }), () => link.click(), { class: "onward" });
}

// In JupyterLab the browser asks whether to leave a case that is not kept. A served page holds its
// case in its address, and stops as soon as the browser asks.
function leaving() {
  let loses = false;
  const ask = (event) => loses && event.preventDefault();
  addEventListener("beforeunload", ask);
  const draw = ({ is_kept }) => (loses = !is_kept && isInLab());
  return { draw, close: () => removeEventListener("beforeunload", ask) };
}

// A field with its name, its button and what to know about it.
function field(id, label, input, button, note) {
  input.id = id;
  const parts = [make("label", { for: id }, label), make("div", { class: "row" }, input, button)];
  if (note) parts.push(make("p", { class: "help", id: `${id}-help` }, note));
  if (note) input.setAttribute("aria-describedby", `${id}-help`);
  return make("form", { novalidate: "" }, ...parts);
}

// Enter is heard here too: JupyterLab keeps a browser from sending a form with it.
function submitting(form, act) {
  const sent = (event) => (event.preventDefault(), act());
  const isEnter = ({ key, target }) => key === "Enter" && target.matches("input[type=text]");
  form.addEventListener("submit", sent);
  form.addEventListener("keydown", (event) => isEnter(event) && !event.isComposing && sent(event));
  return form;
}

const send = (words) => make("button", { type: "submit" }, words);

function openPanel(id, page, line) {
  const { words } = page;
  const names = make("datalist", { id: `${id}-names` }, ...page.municipalities.map((name) => make("option", { value: name })));
  const place = make("input", { type: "text", list: names.id, autocomplete: "off" });
  const file = make("input", { type: "file", accept: ".yaml,.yml,.xlsx" });
  const link = make("input", { type: "text", autocomplete: "off", spellcheck: "false" });
  const tooLarge = make("p", { class: "wrong", role: "alert" });
  const inputs = { pick: place, read: file, follow: link };
  let last = "";
  const ask = (message, buffers) => {
    last = message.do;
    line.ask(message, buffers);
  };
  const read = async () => {
    const [chosen] = file.files;
    if (!chosen) return;
    write(tooLarge, chosen.size > LARGEST ? words.too_large : "");
    if (chosen.size <= LARGEST) ask({ do: "read", name: chosen.name }, [await chosen.arrayBuffer()]);
    file.value = ""; // so that the same file can be chosen again after it was mended
  };
  file.addEventListener("change", read);
  const node = make(
    "div",
    { class: "panel", id: `${id}-open`, role: "group", "aria-label": words.open },
    names,
    submitting(field(`${id}-place`, words.municipality, place, send(words.pick), words.pick_note), () => ask({ do: "pick", name: place.value })),
    make("div", {}, submitting(field(`${id}-file`, words.file, file, ""), () => {}), tooLarge),
    submitting(field(`${id}-link`, words.paste, link, send(words.follow)), () => ask({ do: "follow", link: link.value })),
  );
  const draw = ({ faults, name }, faultsId) => {
    for (const [act, input] of Object.entries(inputs)) mark(input, act === last && faults.length > 0, faultsId);
    if (faults.length || !last) return;
    if (inputs[last].type === "text") inputs[last].value = "";
    last = "";
  };
  return { node, draw };
}

function mark(input, isWrong, faultsId) {
  const help = input.id + "-help";
  const about = [isWrong && faultsId, document.getElementById(help) && help].filter(Boolean).join(" ");
  input.toggleAttribute("aria-invalid", false);
  if (isWrong) input.setAttribute("aria-invalid", "true");
  if (about) input.setAttribute("aria-describedby", about);
  else input.removeAttribute("aria-describedby");
}

function keepPanel(id, page, line) {
  const { words } = page;
  const name = make("input", { type: "text", autocomplete: "off", spellcheck: "false" });
  const link = make("input", { type: "text", readonly: "", onfocus: () => link.select() });
  const copied = make("p", { class: "help", role: "status" });
  const question = make("p", { role: "alert" });
  const save = (more) => line.ask({ do: "save", name: name.value, ...more });
  const asking = make(
    "div",
    { class: "asking" },
    question,
    make("div", { class: "row" }, press(words.replace, () => save({ replace: true })), press(words.cancel, () => line.ask({ do: "cancel" }))),
  );
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(link.value);
      write(copied, words.copied);
    } catch {
      link.focus();
      write(copied, words.copy_yourself);
    }
  };
  const kinds = ["yaml", "excel", "outcomes"].map((kind) => press(words[kind], () => line.ask({ do: "download", kind })));
  const saving = submitting(field(`${id}-name`, words.file_name, name, send(words.save), words.save_note), () => save());
  const sharing = field(`${id}-word`, words.link, link, press(words.copy, copy), `${isLocal() ? words.link_local : words.link_away} ${words.link_note}`);
  const wordless = make("p", { class: "help" });
  sharing.append(copied);
  const node = make(
    "div",
    { class: "panel", id: `${id}-keep`, role: "group", "aria-label": words.keep },
    ...(page.may_save ? [make("div", {}, saving, asking)] : []),
    make("div", {}, make("div", { class: "stack" }, ...kinds), make("p", { class: "help" }, words.download_note)),
    make("div", {}, submitting(sharing, copy), wordless),
  );
  let suggested = "";
  const draw = (state) => {
    if (state.file_name !== suggested) name.value = suggested = state.file_name;
    asking.hidden = !state.ask;
    write(question, state.ask);
    const address = state.word && addressOf(page.page, page.page, state.word);
    if (link.value !== address) write(copied, "");
    link.value = address;
    sharing.hidden = Boolean(state.wordless);
    write(wordless, state.wordless);
  };
  return { node, draw };
}

function reportPart(page, line) {
  const { words } = page;
  const button = press(words.make, () => line.ask({ do: "report" }), { class: "main" });
  const progress = make("progress", { max: 1, "aria-label": words.progress });
  const far = make("span");
  const told = make("span", { role: "status" });
  const stop = press(words.stop, () => line.ask({ do: "stop" }));
  const show = make("a", { target: "_blank", rel: "noopener" }, words.show);
  const take = make("a", {}, words.take);
  const node = make("div", { class: "report" }, progress, far, told, stop, show, take);
  let address = "";
  let phase = "none";
  let poll;
  const forget = () => {
    URL.revokeObjectURL(address);
    address = "";
  };
  const draw = ({ report }) => {
    const busy = report.phase === "busy";
    if (busy && phase !== "busy") forget();
    if (report.phase === "ready" && phase !== "ready") line.ask({ do: "fetch" });
    phase = report.phase;
    node.hidden = phase === "none";
    button.disabled = busy;
    for (const part of [progress, far, stop]) part.hidden = !busy;
    for (const part of [show, take]) part.hidden = !address;
    progress.value = report.done;
    write(far, busy ? report.words : "");
    write(told, busy ? "" : report.words);
    told.className = phase;
    clearTimeout(poll);
    if (busy) poll = setTimeout(() => line.ask({ do: "look" }), POLL);
  };
  const taken = (name, content) => {
    forget();
    address = URL.createObjectURL(new Blob([content], { type: "text/html;charset=utf-8" }));
    show.href = take.href = address;
    take.download = name;
    show.hidden = take.hidden = false;
  };
  const close = () => (clearTimeout(poll), forget());
  return { node, button, draw, take: taken, close };
}

function download(name, content) {
  const address = URL.createObjectURL(new Blob([content]));
  make("a", { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), 1000);
}

export default { render };
