// One conclusion and one button.
export default {
  render({ model, el }) {
    const { next, label, heading, language } = model.get("page");
    const root = document.createElement("section");
    root.className = "selfmgmt-next";
    root.lang = language;
    root.setAttribute("aria-label", heading);
    const words = document.createElement("p");
    words.setAttribute("role", "status");
    const button = document.createElement("button");
    Object.assign(button, { type: "button", textContent: label });
    button.dataset.lmSuppressShortcuts = "true";
    button.addEventListener("click", () => go(root, next));
    root.append(words, button);
    const draw = () => {
      const { conclusion } = model.get("shown");
      if (words.textContent !== conclusion) words.textContent = conclusion;
    };
    model.on("change:shown", draw);
    draw();
    el.append(root);
    return () => model.off("change:shown", draw);
  },
};
