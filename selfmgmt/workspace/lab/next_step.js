// @ts-check
// One conclusion and one button.

import { make } from "../../views/widgets/page/nodes.js";
import { go } from "./bar_links.js";

/** @param {{model: any, el: HTMLElement}} sides */
export function render({ model, el }) {
  const { next, label, heading, language } = model.get("page");
  const words = make("p", { role: "status" });
  const button = make("button", { type: "button", onclick: () => go(root, next) }, label);
  const root = make("section", { class: "selfmgmt-next", lang: language, "aria-label": heading }, words, button);
  const draw = () => {
    const { conclusion } = model.get("state");
    if (words.textContent !== conclusion) words.textContent = conclusion;
  };
  model.on("change:state", draw);
  draw();
  el.append(root);
  return () => model.off("change:state", draw);
}
