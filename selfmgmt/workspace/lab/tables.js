// @ts-check
// A table that may be wider than its place scrolls by itself: the keyboard reaches it, and a screen
// reader says what it is. For tables made by Python.
/** @param {Element} root */
export function reachable(root) {
  for (const one of root.querySelectorAll(".table")) {
    one.setAttribute("role", "group");
    one.setAttribute("tabindex", "0");
    one.setAttribute("aria-label", one.querySelector("caption")?.textContent ?? "");
    one.setAttribute("data-lm-suppress-shortcuts", "true"); // JupyterLab leaves its keys alone
  }
}

