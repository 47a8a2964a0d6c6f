// @ts-check
// Elements of a page and of a picture.

const NAMESPACE = "http://www.w3.org/2000/svg";
let views = 0;

// JupyterLab takes keys for itself from whatever has the focus, unless it is asked not to.
const FOCUSABLE = ["a", "button", "dialog", "input", "select", "summary"];

/** @param {string} kind @returns {string} a name that no other view of this kind on the page has */
export function newName(kind) {
  return `selfmgmt-${kind}-${++views}`;
}

/**
 * An element; attributes that begin with "on" are listeners, false or undefined ones are left out.
 * @param {string} tag
 * @param {Record<string, any>} [attributes]
 * @param {...(Node | string)} children
 * @returns {any}
 */
export function make(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  if (FOCUSABLE.includes(tag) || "tabindex" in attributes) node.dataset.lmSuppressShortcuts = "true";
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
    else if (value !== false && value !== undefined) node.setAttribute(name, value);
  }
  node.append(...children);
  return node;
}

/**
 * An element of a picture.
 * @param {string} tag @param {Record<string, any>} attributes @param {string | number} [text]
 * @returns {SVGElement}
 */
export function shape(tag, attributes, text) {
  const node = document.createElementNS(NAMESPACE, tag);
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
  if (text !== undefined) node.textContent = String(text);
  return node;
}

/**
 * An empty picture; those who do not see it hear `alt`, if it has words of its own.
 * @param {number} width @param {number} height @param {string} [alt]
 */
export function canvas(width, height, alt) {
  const about = alt === undefined ? {} : alt ? { role: "img", "aria-label": alt } : { "aria-hidden": "true" };
  return shape("svg", { width, height, viewBox: `0 0 ${width} ${height}`, ...about });
}

/**
 * Words change only when they must, so that nothing is announced twice.
 * @param {Element} node @param {string} words
 */
export function write(node, words) {
  if (node.textContent !== words) node.textContent = words;
}

/**
 * In JupyterLab Enter does not count as a change, so it is heard too.
 * @param {KeyboardEvent} event
 */
export function isEnter({ key, isComposing }) {
  return key === "Enter" && !isComposing;
}

/** @param {string} words a name inside a sentence starts without a capital, unless it is letters only */
export function inSentence(words) {
  return words[1] === words[1]?.toUpperCase() ? words : words[0].toLowerCase() + words.slice(1);
}

/** @param {string} words @param {Record<string, any>} values filled in for `{name}` */
export function fill(words, values) {
  return words.replace(/\{(\w+)\}/g, (_whole, /** @type {string} */ name) => values[name] ?? "");
}
