// @ts-check
// The places for pictures: what stands in each is chosen at its title. A picture is drawn anew only
// when what it shows has changed, and a table only while someone reads it.

import { CHARTS } from "./charts.js";
import { make } from "./nodes.js";
import { tableOf } from "./tables.js";

/** @typedef {import("./speech.js").Say} Say */
/** @typedef {import("./charts.js").Scene} Scene */
/** @typedef {import("./charts.js").Chart} Chart */

const LEAST = { width: 200, height: 80 };

/** @param {string} first @param {Say} say @param {{open: (chart: Chart, scene: () => Scene) => void, picked: (key: string) => void}} about */
export function slot(first, say, { open, picked }) {
  const pick = make("select", { "aria-label": say.text("choose_chart"), onchange: () => (redraw(), picked(pick.value)) });
  const more = make("button", { type: "button", class: "why", onclick: () => open(chart(), () => scene) }, "?");
  const room = make("div", { class: "picture" });
  const node = make("div", { class: "slot" }, make("div", { class: "top" }, pick, more), room);
  /** @type {Scene} */
  let scene;
  let size = LEAST;
  let drawn = "";
  const chart = () => /** @type {Chart} */ (CHARTS.get(pick.value) ?? CHARTS.get(first));

  const offer = () => {
    const there = [...CHARTS.values()].filter((one) => scene.options.every(({ result }) => one.needs(result)));
    const now = there.map((one) => one.key).join();
    if (pick.dataset.offered === now) return;
    const kept = pick.value || first;
    pick.dataset.offered = now;
    pick.replaceChildren(...there.map(({ key }) => make("option", { value: key }, say.text(`chart_${key}`))));
    pick.value = there.some((one) => one.key === kept) ? kept : there[0].key;
  };
  const redraw = () => {
    const one = chart();
    more.setAttribute("aria-label", say.text("about_chart", { chart: say.text(`chart_${one.key}`) }));
    const missing = one.empty?.(scene);
    if (missing) return room.replaceChildren(make("p", { class: "note" }, missing));
    const picture = one.draw({ ...scene, ...size });
    picture.setAttribute("role", "img");
    picture.setAttribute("aria-label", `${say.text(`chart_${one.key}`)}. ${one.alt(scene)}`);
    room.replaceChildren(picture);
  };
  const draw = (/** @type {Scene} */ next) => {
    scene = next;
    offer();
    const now = [pick.value, size.width, size.height, scene.mark].join();
    if (now === drawn) return;
    drawn = now;
    redraw();
  };
  /** @param {string} key the picture that is to stand here, when it can be drawn */
  const choose = (key) => {
    const there = pick.dataset.offered?.split(",") ?? [key];
    if (pick.dataset.offered && there.includes(key)) pick.value = key;
    else if (!pick.dataset.offered) first = key;
  };
  // Asked for only when the page changes its size; while drawing, each answer would cost a layout.
  const measure = () => {
    size = { width: Math.max(room.clientWidth, LEAST.width), height: Math.max(room.clientHeight, LEAST.height) };
    drawn = "";
  };
  return { node, draw, choose, measure };
}

/**
 * What a picture says, and its numbers, for the panel.
 * @param {Chart} chart @param {Scene} scene @param {Say} say
 */
export function aboutChart(chart, scene, say) {
  const { heads, rows } = chart.table(scene);
  const caption = say.text(`chart_${chart.key}`);
  const words = [say.text(`about_${chart.key}`), chart.note?.(scene) ?? ""].filter(Boolean);
  const inside = make("div", { class: "table", role: "group", tabindex: "0", "aria-label": caption },
    tableOf(caption, [say.text("option"), ...heads], rows));
  return [...words.map((sentence) => make("p", {}, sentence)), inside];
}

