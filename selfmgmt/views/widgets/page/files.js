// @ts-check
// Files to take along.

import { make, write } from "./nodes.js";

/** @typedef {{name: string, content: string}} Download content in base64 */

const KEPT = 60000; // ms in which a browser may still take the file

/**
 * Buttons for files to take along, each made when it is asked for.
 * @param {import("./speech.js").Say} say @param {{ask: (message: object) => void}} line
 * @param {Record<string, string>} files key to its name
 */
export function saver(say, line, files) {
  let wanted = false;
  const news = make("p", { class: "note", role: "status" });
  const save = (/** @type {string} */ form) => {
    wanted = true;
    line.ask({ do: "form", form });
  };
  const buttons = Object.entries(files).map(([form, name]) =>
    make("button", { type: "button", onclick: () => save(form) }, name),
  );
  const draw = (/** @type {{download?: Download | null}} */ { download }) => {
    if (!wanted || !download) return;
    wanted = false;
    const link = make("a", { href: URL.createObjectURL(blobOf(download)), download: download.name });
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), KEPT);
    write(news, say.text("ready", { file: download.name }));
  };
  return { nodes: [make("div", { class: "tools" }, ...buttons), news], draw };
}

/** @param {Download} file */
function blobOf({ name, content }) {
  const type = name.endsWith(".html") ? "text/html;charset=utf-8" : "application/octet-stream";
  return new Blob([Uint8Array.from(atob(content), (letter) => letter.charCodeAt(0))], { type });
}
