// The links and buttons of the case bar, which take the case along: used by the case's other parts.
// In JupyterLab several notebooks may be open; the bar is that of the notebook around `node`.
export function go(node, to) {
  const around = node.closest(".jp-Notebook") ?? document;
  const bar = around.querySelector(".selfmgmt-bar");
  if (to === "report") bar.scrollIntoView({ block: "start" });
  bar.querySelector(to === "report" ? "button.main" : `nav a[data-page="${to}"]`).click();
}
