// What all pages with a form have in common: asking Python, writing as the reader does, and
// putting elements on the page. It stands in front of the module of each page.

const PAUSE = 250; // ms of rest before all draws are made
const SILENCE = 20000; // ms without an answer
const NAMESPACE = "http://www.w3.org/2000/svg";
let views = 0;
let gestures = 0; // moves within one gesture are undone as one

// The page of one module: `build` makes it once and gives back how to draw a state.
function pageOf(build) {
  return ({ model, el }) => {
    const page = model.get("page");
    const say = speaker(page);
    const line = conversation(model, page.draws, () => parts.warn(page.words.silence));
    const parts = build({ id: `selfmgmt-${++views}`, page, say, line });
    const draw = () => parts.draw(model.get("state"), line.isBusy());
    const heard = () => {
      line.heard(model.get("state"));
      draw();
    };
    model.on("change:state", heard);
    el.append(parts.root);
    draw();
    let width = parts.root.clientWidth;
    const resized = new ResizeObserver(() => {
      if (parts.root.clientWidth === width) return;
      width = parts.root.clientWidth;
      draw();
    });
    resized.observe(parts.root);
    line.heard(model.get("state"));
    return () => {
      model.off("change:state", heard);
      resized.disconnect();
      line.close();
    };
  };
}

// One question at a time. Of a drag only the last position waits; other moves wait their turn.
function conversation(model, draws, silent) {
  const view = `${Date.now().toString(36)}-${++views}`;
  let count = 0;
  let open = null;
  const queue = [];
  let rest, watch;
  const post = (message) => {
    open = `${view}-${++count}`;
    model.send({ ...message, seq: open });
    watch = setTimeout(() => ((open = null), silent()), SILENCE);
  };
  const close = () => (clearTimeout(rest), clearTimeout(watch));
  const ask = (message) => {
    clearTimeout(rest);
    if (open === null) return post(message);
    const last = queue.at(-1);
    if (last && last.do === message.do && last.field === message.field && message.field) queue.pop();
    queue.push(message);
  };
  const heard = (state) => {
    if (open !== null && state.seq !== open) return;
    clearTimeout(watch);
    clearTimeout(rest);
    open = null;
    if (queue.length) post(queue.shift());
    else if (state.draws < draws) rest = setTimeout(() => ask({ do: "look" }), PAUSE);
  };
  return { ask, heard, close, isBusy: () => open !== null };
}

// Numbers and sentences as the reader writes them.
function speaker({ language, words }) {
  const forms = new Map();
  const number = (value, digits = 0) => {
    if (!forms.has(digits)) {
      const fraction = { minimumFractionDigits: digits, maximumFractionDigits: digits };
      forms.set(digits, new Intl.NumberFormat(language, fraction));
    }
    const rounded = Number(value.toFixed(digits)) + 0;
    return forms.get(digits).format(rounded).replace("-", "−");
  };
  const plain = (value) => String(Number(value.toFixed(1))).replace(".", language === "nl" ? "," : ".");
  const text = (key, values = {}) =>
    words[key].replace(/\{(\w+)\}/g, (_whole, name) => values[name] ?? "");
  return { number, plain, text };
}

// JupyterLab takes keys for itself from whatever has the focus, unless it is asked not to.
// On every page only its title stands above the headings of a tool.
const LEVELS = { h3: 2, h4: 3 };
const FOCUSABLE = ["a", "button", "input", "select", "summary"];

function make(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  if (tag in LEVELS) node.ariaLevel = LEVELS[tag];
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

// A picture of its own words: those who do not see it hear `alt`.
function canvas(width, height, alt) {
  const about = alt ? { role: "img", "aria-label": alt } : { "aria-hidden": "true" };
  return shape("svg", { width, height, viewBox: `0 0 ${width} ${height}`, ...about });
}

// Words change only when they must, so that nothing is announced twice.
function write(node, words) {
  if (node.textContent !== words) node.textContent = words;
}

function paragraphs(node, sentences) {
  const told = sentences.join("\n");
  if (node.dataset.told === told) return;
  node.dataset.told = told;
  node.replaceChildren(...sentences.map((words) => make("p", {}, words)));
}

// The numbers of a picture, to be unfolded; filled anew by `fill`.
function numbers(say) {
  const inside = make("div", { class: "table", tabindex: "0", role: "group" });
  const node = make("details", { class: "numbers" }, make("summary", {}, say.text("numbers")), inside);
  const fill = (one) => {
    inside.setAttribute("aria-label", one.caption.textContent);
    inside.replaceChildren(one);
  };
  return { node, fill };
}

// A static picture with its words and its numbers.
function still({ source, title, alt, table: data }, say) {
  const inner = numbers(say);
  inner.fill(tableOf(data.caption, data.heads, data.rows));
  return make("figure", {}, make("figcaption", {}, title), make("img", { src: source, alt }), inner.node);
}

// A text field with what was read, what is wrong, and what is told about it. Enter is heard here
// too: in JupyterLab it does not count as a change.
function entry({ id, label, labelled, describedby = "", size, set }) {
  let typing = false;
  let wrong = false;
  const alarm = make("p", { class: "fault", role: "alert", id: `${id}-fault` });
  const given = () => {
    if (!typing) return;
    typing = false;
    gestures++;
    set(field.value);
  };
  const field = make("input", {
    type: "text",
    id,
    size,
    autocomplete: "off",
    spellcheck: "false",
    "aria-label": label,
    "aria-labelledby": labelled,
    "aria-describedby": `${describedby} ${alarm.id}`.trim(),
    oninput: () => (typing = true),
    onchange: given,
    onkeydown: ({ key, isComposing }) => key === "Enter" && !isComposing && given(),
  });
  const draw = (text, fault) => {
    write(alarm, fault ?? "");
    wrong = Boolean(fault);
    field.setAttribute("aria-invalid", wrong);
    if (!typing && !wrong) field.value = text;
  };
  return { field, alarm, draw };
}

// Undo and redo, in the order in which people look for them.
function steps(say, line) {
  const button = (key) =>
    make("button", { type: "button", onclick: () => line.ask({ do: key }) }, say.text(key));
  const [undo, redo] = [button("undo"), button("redo")];
  const draw = (state) => {
    undo.disabled = !state.undo;
    redo.disabled = !state.redo;
  };
  return { node: make("div", { class: "tools" }, undo, redo), draw };
}
