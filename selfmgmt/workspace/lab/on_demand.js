// Sections on demand: a button for each, and what Python makes of it beneath.

import { make } from "../../views/widgets/page/nodes.js";
import { reachable } from "./tables.js";

function section({ key, title, about }, words, ask) {
  const button = make("button", { type: "button" }, words.make);
  button.setAttribute("aria-label", `${words.make}: ${title}`);
  const status = make("p", { role: "status" });
  const answer = make("div", { class: "made" });
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
    answer.innerHTML = html;
    reachable(answer);
    for (const one of answer.querySelectorAll("summary, a")) one.dataset.lmSuppressShortcuts = "true";
    status.textContent = words.done;
    button.textContent = words.again;
    button.setAttribute("aria-label", `${words.again}: ${title}`);
  };
  const node = make("section", { "aria-label": title }, make("h3", {}, title), make("p", {}, about), button, status, answer);
  return { node, draw };
}

export function render({ model, el }) {
  const { sections: offered, words, language } = model.get("page");
  const sections = offered.map((one) => section(one, words, (key) => model.send({ section: key })));
  const root = make("div", { class: "selfmgmt-on-demand", lang: language }, ...sections.map((one) => one.node));
  const draw = () => sections.forEach((one) => one.draw(model.get("state")));
  model.on("change:state", draw);
  draw();
  el.append(root);
  return () => model.off("change:state", draw);
}
