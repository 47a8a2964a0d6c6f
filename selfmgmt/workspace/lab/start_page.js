// The start page: a map and a name on the left, the answer and three doors on the right.

const MOST = 8; // names in view
const SPACE = "http://www.w3.org/2000/svg";
const DOORS = { fill_in: "10_baseline", explore: "30_options", report: "report" };
let count = 0;

function element(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  if (["button", "input", "summary"].includes(tag)) node.dataset.lmSuppressShortcuts = "true";
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
    else node.setAttribute(name, value);
  }
  node.append(...children);
  return node;
}

// Names are compared as Python does: without capitals, accents and marks.
const plain = (words) => words.toLowerCase().normalize("NFKD").replace(/[\u0300-\u036f]/g, "").replace(/[^a-z0-9]+/g, " ").trim();
const fill = (words, values) => words.replace(/\{(\w+)\}/g, (_all, name) => values[name]);

function search(id, { places, former, words }, pick) {
  const known = places.map((one) => ({ ...one, keys: [one.name, ...one.names, one.code].map(plain) }));
  const gone = former.map((one) => ({ ...one, keys: [plain(one.name)] }));
  const fits = (typed) => ({ keys }) => keys.some((key) => ` ${key}`.includes(` ${typed}`));
  const field = element("input", { type: "text", id, autocomplete: "off", spellcheck: "false", "aria-describedby": `${id}-note ${id}-told` });
  const told = element("p", { class: "told", role: "status", id: `${id}-told` });
  const list = element("ul", {});
  const button = ({ code, name }) => element("button", { type: "button", onclick: () => choose(code) }, name);
  const choose = (code) => {
    field.value = told.textContent = "";
    list.replaceChildren();
    pick(code);
  };
  const found = () => {
    const typed = plain(field.value);
    if (!typed) return { now: [], before: [] };
    const exact = known.filter(({ keys }) => keys.includes(typed));
    return { now: exact.length === 1 ? exact : known.filter(fits(typed)), before: gone.filter(fits(typed)) };
  };
  const look = () => {
    const { now, before } = found();
    const all = [
      ...now.map((one) => element("li", {}, button(one))),
      ...before.map((one) => element("li", { class: "former" }, fill(words.former, one), " ", ...one.now.map(button))),
    ];
    list.replaceChildren(...all.slice(0, MOST));
    told.textContent = all.length > MOST ? fill(words.many, { count: all.length }) : all.length || !plain(field.value) ? "" : words.none;
  };
  const enter = () => {
    const { now, before } = found();
    if (now.length === 1 && !before.length) choose(now[0].code);
    else if (now.length + before.length) list.querySelector("button").focus();
    else pick(field.value);
  };
  field.addEventListener("input", look);
  field.addEventListener("keydown", ({ key, isComposing }) => key === "Enter" && !isComposing && enter());
  return element("div", { class: "search" }, element("label", { for: id }, words.search), field,
    element("p", { class: "note", id: `${id}-note` }, words.search_note), told, list);
}

function map({ places, width, height, words }, pick) {
  const svg = document.createElementNS(SPACE, "svg");
  for (const [name, value] of Object.entries({ viewBox: `0 0 ${width} ${height}`, role: "img", "aria-label": words.map })) svg.setAttribute(name, value);
  const shapes = new Map();
  for (const { code, name, path } of places) {
    const shape = document.createElementNS(SPACE, "path");
    shape.setAttribute("d", path);
    shape.dataset.code = code;
    const title = document.createElementNS(SPACE, "title");
    title.textContent = name;
    shape.append(title);
    shapes.set(code, shape);
  }
  svg.append(...shapes.values());
  svg.addEventListener("click", ({ target }) => {
    const code = target.closest("path")?.dataset.code;
    if (code) pick(code);
  });
  const draw = ({ members }) => {
    for (const [code, shape] of shapes) shape.classList.toggle("here", members.includes(code));
    for (const code of members) if (shapes.has(code)) svg.append(shapes.get(code));
  };
  return { node: svg, draw };
}

function doors({ words }, root) {
  const each = Object.entries(DOORS).map(([key, to]) =>
    element("li", {}, element("button", { type: "button", onclick: () => go(root(), to) },
      element("strong", {}, words[key]), element("span", {}, words[`${key}_note`]))));
  return element("ul", { class: "doors" }, ...each);
}

export default {
  render({ model, el }) {
    const page = model.get("page");
    const { words } = page;
    const pick = (name) => model.send({ do: "pick", name });
    const drawing = map(page, pick);
    const name = element("p", { class: "name", role: "heading", "aria-level": "2" });
    const who = element("div", { class: "who" });
    const answer = element("ul", { class: "answer" });
    const rest = element("ul", {});
    const more = element("details", {}, element("summary", {}, words.more), rest);
    const busy = element("p", { class: "note", role: "status" });
    const known = element("div", { class: "selfmgmt-first-picture" });
    const root = element("section", { class: "selfmgmt-start", lang: page.language, "aria-label": words.tool },
      element("div", { class: "find" }, search(`selfmgmt-start-${++count}`, page, pick), drawing.node),
      element("div", { class: "found" }, name, who, element("h3", {}, words.answer), busy, answer, more,
        element("h3", {}, words.doors), doors(page, () => root)),
      element("details", { class: "known" }, element("summary", {}, words.known), known));
    const items = (sentences) => sentences.map((words) => element("li", {}, words));
    let asked = "";
    const draw = () => {
      const state = model.get("state");
      drawing.draw(state);
      name.textContent = state.name;
      who.replaceChildren(...state.who.map((words) => element("p", {}, words)));
      answer.replaceChildren(...items(state.answer));
      rest.replaceChildren(...items(state.more));
      more.hidden = state.more.length === 0;
      busy.textContent = state.answer.length ? "" : words.busy;
      known.innerHTML = state.known;
      reachable(known);
      if (state.answer.length) asked = "";
      else if (asked !== state.name) model.send({ do: "answer" });
      if (!state.answer.length) asked = state.name;
    };
    model.on("change:state", draw);
    el.append(root);
    draw();
    return () => model.off("change:state", draw);
  },
};
