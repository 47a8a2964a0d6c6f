// @ts-check
// The page in one file: a bar of its own, and the explorer with the model behind it.

import { mountExplorer } from "../../views/widgets/page/explorer.js";
import { make, write } from "../../views/widgets/page/nodes.js";
import { areKnown } from "./assumptions.js";
import { boardIn, hashOf } from "./link.js";
import { designOf } from "./option.js";
import { everything, inHand } from "./options.js";
import { fillSheet } from "./print.js";
import { sessionOf } from "./session.js";
import { caseText, download } from "./yaml.js";

const LANGUAGES = ["nl", "en"];
const REST = 300; // ms
const IS_FRAMED = location.protocol === "about:"; // in a report: it has no address of its own

/**
 * Build the page in `el`.
 * @param {HTMLElement} el
 * @param {any} payload what Python hands over; see `selfmgmt/live/payload.py`
 */
export function mountPage(el, payload) {
  const { known } = payload;
  // A link that was made by another page may name options that are not here.
  const check = (/** @type {any} */ board) => {
    const all = everything(board);
    if (!all[inHand(board)] || !board.shown.every((/** @type {string} */ key) => !key || all[key])) throw new RangeError("shown");
    for (const option of Object.values(all)) designOf(option, known);
    if (!areKnown(board.assumptions ?? {}, payload.figures)) throw new RangeError("assumptions");
  };
  const linked = location.hash ? boardIn(location.hash, check) : null;
  let board = linked ? filledIn(linked.board, payload.board) : payload.board;
  let language = linked?.language ?? payload.language;
  let broken = Boolean(location.hash) && !linked;
  let hash = location.hash;
  let close = () => {};
  /** @type {import("./session.js").Session} */
  let session;

  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let waiting;

  // A new address costs more than a new picture, so it comes once the hand rests.
  const remember = (/** @type {any} */ now) => {
    board = now;
    clearTimeout(waiting);
    waiting = setTimeout(address, REST);
  };
  const address = () => {
    if (IS_FRAMED) return;
    hash = hashOf(board, language);
    history.replaceState(null, "", hash);
  };
  const build = () => {
    close();
    document.documentElement.lang = language;
    session = sessionOf(payload, language, board);
    const { tell, page } = session.texts;
    document.title = `${payload.name}: ${page.words.explorer}`;
    const sheet = make("section", { class: "selfmgmt-explorer sheet", "aria-hidden": "true" });
    const main = make("main", {});
    const host = { ...session.host, ...(IS_FRAMED ? {} : { share: () => (address(), shared(tell)) }) };
    const switched = (/** @type {string} */ other) => () => {
      language = other;
      build();
      remember(board);
      /** @type {HTMLElement | null} */ (el.querySelector(`[lang="${other}"][aria-pressed]`))?.focus();
    };
    const languages = LANGUAGES.map((one) => make("button", {
      type: "button", lang: one, "aria-pressed": one === language, onclick: switched(one),
    }, one.toUpperCase()));
    const keep = () => download(`${payload.file}.yaml`, caseText(payload, session.board(), payload.yes_no));
    const printed = () => fillSheet(sheet, explorer.root, session, payload.name);
    const bar = make("header", { class: "bar" },
      make("h1", {}, payload.name),
      make("p", {}, [tell("offline"), tell("left_out")].filter(Boolean).join(" ")),
      make("div", { class: "tools" },
        make("button", { type: "button", class: "keep", onclick: keep }, tell("keep")),
        make("button", { type: "button", class: "print", onclick: () => print() }, tell("print")),
        ...languages));
    const own = make("p", { class: "own", role: "status" });
    el.replaceChildren(bar, own, main, sheet);
    const explorer = mountExplorer(main, page, host);
    const drawn = (/** @type {any} */ state) => {
      write(own, session.ownWords());
      explorer.draw(state);
    };
    session.start(drawn, remember);
    if (broken) session.warn(tell("link_broken"));
    broken = false;
    const opened = () => {
      if (location.hash === hash || !location.hash) return;
      const found = boardIn(location.hash, check);
      if (!found) return session.warn(tell("link_broken"));
      session.put(filledIn(found.board, payload.board));
    };
    addEventListener("beforeprint", printed);
    addEventListener("hashchange", opened);
    close = () => {
      removeEventListener("beforeprint", printed);
      removeEventListener("hashchange", opened);
      session.stop();
      explorer.close();
    };
  };
  build();
  return { session: () => session };
}

/** @param {any} linked @param {any} start what a link of an earlier page did not hold yet */
function filledIn(linked, start) {
  const { charts = start.charts, assumptions = start.assumptions } = linked;
  return { ...linked, charts, assumptions };
}

/** @param {(key: string) => string} tell put the address of the page on the clipboard */
async function shared(tell) {
  const place = location.protocol === "file:" ? "share_file" : "share_web";
  try {
    await navigator.clipboard.writeText(location.href);
    return tell(place);
  } catch {
    return tell(`${place}_yourself`);
  }
}
