export default {
  render({ model, el }) {
    const root = document.createElement("section");
    root.className = "selfmgmt-first-look";
    const draw = () => {
      const { html, label, language } = model.get("shown");
      root.innerHTML = html;
      reachable(root);
      root.setAttribute("aria-label", label);
      root.lang = language;
    };
    model.on("change:shown", draw);
    draw();
    el.append(root);
    return () => model.off("change:shown", draw);
  },
};
