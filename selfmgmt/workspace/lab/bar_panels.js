// @ts-check
// The two panels of the case bar: open another case, and save or share this one.

import { make, write } from "../../views/widgets/page/nodes.js";
import { addressOf, isLocal } from "./bar_address.js";
import { field, press, send, submitting } from "./bar_nodes.js";

/** @typedef {import("./received.d.ts").BarPage} Page */
/** @typedef {import("./received.d.ts").BarState} State */
/** @typedef {import("./bar.js").Line} Line */

const LARGEST = 5e6; // bytes of a case file

/** @param {string} id @param {Page} page @param {Line} line */
export function openPanel(id, page, line) {
  const { words } = page;
  const names = make("datalist", { id: `${id}-names` }, ...page.municipalities.map((name) => make("option", { value: name })));
  const municipality = make("input", { type: "text", list: names.id, autocomplete: "off" });
  const file = make("input", { type: "file", accept: ".yaml,.yml,.xlsx" });
  const link = make("input", { type: "text", autocomplete: "off", spellcheck: "false" });
  const tooLarge = make("p", { class: "wrong", role: "alert" });
  /** @type {Record<string, HTMLInputElement>} */
  const inputs = { pick: municipality, read: file, follow: link };
  let last = "";
  const ask = (/** @type {{do: string} & Record<string, unknown>} */ message, /** @type {ArrayBuffer[] | undefined} */ buffers = undefined) => {
    last = message.do;
    line.ask(message, buffers);
  };
  const read = async () => {
    const [chosen] = file.files;
    if (!chosen) return;
    write(tooLarge, chosen.size > LARGEST ? words.too_large : "");
    if (chosen.size <= LARGEST) ask({ do: "read", name: chosen.name }, [await chosen.arrayBuffer()]);
    file.value = ""; // so that the same file can be chosen again after it was corrected
  };
  file.addEventListener("change", read);
  const node = make(
    "div",
    { class: "panel", id: `${id}-open`, role: "group", "aria-label": words.open },
    names,
    submitting(field(`${id}-municipality`, words.municipality, municipality, send(words.pick), words.pick_note), () => ask({ do: "pick", name: municipality.value })),
    make("div", {}, submitting(field(`${id}-file`, words.file, file, ""), () => {}), tooLarge),
    submitting(field(`${id}-link`, words.paste, link, send(words.follow)), () => ask({ do: "follow", link: link.value })),
  );
  const draw = (/** @type {State} */ { faults }, /** @type {string} */ faultsId) => {
    for (const [act, input] of Object.entries(inputs)) mark(input, act === last && faults.length > 0, faultsId);
    if (faults.length || !last) return;
    if (inputs[last].type === "text") inputs[last].value = "";
    last = "";
  };
  return { node, draw };
}

/** @param {HTMLInputElement} input @param {boolean} isWrong @param {string} faultsId */
function mark(input, isWrong, faultsId) {
  const help = input.id + "-help";
  const about = [isWrong && faultsId, document.getElementById(help) && help].filter(Boolean).join(" ");
  input.toggleAttribute("aria-invalid", false);
  if (isWrong) input.setAttribute("aria-invalid", "true");
  if (about) input.setAttribute("aria-describedby", about);
  else input.removeAttribute("aria-describedby");
}

/** @param {string} id @param {Page} page @param {Line} line */
export function keepPanel(id, page, line) {
  const { words } = page;
  const name = make("input", { type: "text", autocomplete: "off", spellcheck: "false" });
  const link = make("input", { type: "text", readonly: "", onfocus: () => link.select() });
  const copied = make("p", { class: "help", role: "status" });
  const question = make("p", { role: "alert" });
  const save = (/** @type {object | undefined} */ more = undefined) => line.ask({ do: "save", name: name.value, ...more });
  const asking = make(
    "div",
    { class: "asking" },
    question,
    make("div", { class: "row" }, press(words.replace, () => save({ replace: true })), press(words.cancel, () => line.ask({ do: "cancel" }))),
  );
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(link.value);
      write(copied, words.copied);
    } catch {
      link.focus();
      write(copied, words.copy_yourself);
    }
  };
  const kinds = ["yaml", "excel", "outcomes"].map((kind) => press(words[kind], () => line.ask({ do: "download", kind })));
  const saving = submitting(field(`${id}-name`, words.file_name, name, send(words.save), words.save_note), () => save());
  const sharing = field(`${id}-word`, words.link, link, press(words.copy, copy), `${isLocal() ? words.link_local : words.link_away} ${words.link_note}`);
  const wordless = make("p", { class: "help" });
  sharing.append(copied);
  const node = make(
    "div",
    { class: "panel", id: `${id}-keep`, role: "group", "aria-label": words.keep },
    ...(page.may_save ? [make("div", {}, saving, asking)] : []),
    make("div", {}, make("div", { class: "stack" }, ...kinds), make("p", { class: "help" }, words.download_note)),
    make("div", {}, submitting(sharing, copy), wordless),
  );
  let suggested = "";
  const draw = (/** @type {State} */ state) => {
    if (state.file_name !== suggested) name.value = suggested = state.file_name;
    asking.hidden = !state.ask;
    write(question, state.ask);
    const address = state.word && addressOf(page.page, page.page, state.word);
    if (link.value !== address) write(copied, "");
    link.value = address;
    sharing.hidden = Boolean(state.wordless);
    write(wordless, state.wordless);
  };
  return { node, draw };
}
