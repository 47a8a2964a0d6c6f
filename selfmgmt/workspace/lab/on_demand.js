// Sections on demand: a button for each, and what Python makes of it beneath.

const QUIET = { "data-lm-suppress-shortcuts": "true" }; // JupyterLab leaves its keys alone

function make(tag, attributes, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
  node.append(...children);
  return node;
}

function section({ key, title, about }, words, ask) {
  const button = make("button", { type: "button", ...QUIET }, words.make);
  button.setAttribute("aria-label", `${words.make}: ${title}`);
  const status = make("p", { role: "status" });
  const made = make("div", { class: "made" });
  let last = null;
  button.addEventListener("click", () => {
    status.textContent = words.busy;
    ask(key);
  });
  const draw = (shown) => {
    const html = shown[key];
    if (html === undefined || html === last) {
      if (html !== undefined) status.textContent = words.done;
      return;
    }
    last = html;
    made.innerHTML = html;
    reachable(made);
    for (const one of made.querySelectorAll("summary, a")) one.setAttribute("data-lm-suppress-shortcuts", "true");
    status.textContent = words.done;
    button.textContent = words.again;
    button.setAttribute("aria-label", `${words.again}: ${title}`);
  };
  const node = make("section", { "aria-label": title }, make("h3", {}, title), make("p", {}, about), button, status, made);
  return { node, draw };
}

export default {
  render({ model, el }) {
    const { looks, words, language } = model.get("page");
    const sections = looks.map((look) => section(look, words, (key) => model.send({ look: key })));
    const root = make("div", { class: "selfmgmt-on-demand", lang: language }, ...sections.map((one) => one.node));
    const draw = () => sections.forEach((one) => one.draw(model.get("shown")));
    model.on("change:shown", draw);
    draw();
    el.append(root);
    return () => model.off("change:shown", draw);
  },
};
