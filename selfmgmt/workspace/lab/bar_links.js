// @ts-check
// The links and buttons of the case bar, which take the case along: used by the case's other parts.
// In JupyterLab several notebooks may be open; the bar is that of the notebook around `node`.
/** @param {Element} node @param {string} to a page, or "report" */
export function go(node, to) {
  const around = node.closest(".jp-Notebook") ?? document;
  const bar = /** @type {HTMLElement} */ (around.querySelector(".selfmgmt-bar"));
  if (to === "report") bar.scrollIntoView({ block: "start" });
  const found = bar.querySelector(to === "report" ? "button.main" : `nav a[data-page="${to}"]`);
  /** @type {HTMLElement} */ (found).click();
}
