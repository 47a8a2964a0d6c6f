// Rows of pictures, one for each option beside the others. A picture is drawn anew only when what
// it shows has changed, and a table only while someone reads it.

const LEAST = 140; // px

// Asked for only when the page changes its size; while drawing, each answer would cost a layout.
function widthOf(panel) {
  return Math.max(panel.clientWidth, LEAST);
}

function chartRow(id, kind, say) {
  const panels = [0, 1, 2].map(() => make("div", { class: "panel" }));
  const drawn = ["", "", ""];
  const table = make("div", { class: "table", role: "group", tabindex: "0", "aria-label": say.text(kind.key) });
  const heading = make("h3", { id: `${id}-${kind.key}` }, say.text(kind.key));
  const note = kind.note ? [make("p", { class: "note" }, say.text(kind.note))] : [];
  const fold = make("details", { class: "numbers", ontoggle: () => tell() }, make("summary", {}, say.text("numbers")), table);
  const scene = { kind, say };
  let last;
  let widths = [LEAST, LEAST, LEAST];

  const tell = () => {
    if (!fold.open || !last) return;
    const { options, nothing, frame } = last;
    const { heads, rows } = kind.table(options, nothing, frame, scene);
    table.replaceChildren(tableOf(say.text(kind.key), [say.text(kind.corner ?? "option"), ...heads], rows));
  };
  const wait = (panel) => {
    if (panel.classList.contains("waiting")) return;
    panel.classList.add("waiting");
    panel.prepend(make("p", { class: "caption" }, say.text("waiting")));
  };
  const fill = (panel, option, frame, width) => {
    const picture = kind.draw(option, frame, scene, width);
    picture.setAttribute("role", "img");
    picture.setAttribute("aria-label", kind.alt(option, frame, scene));
    const caption = kind.caption ? [make("p", { class: "caption" }, kind.caption(option, scene))] : [];
    panel.replaceChildren(picture, ...caption);
  };
  const draw = ({ results, shown }) => {
    const columns = shown.map((key) => results.options[key]);
    const options = columns.filter(Boolean);
    const frame = kind.frame(options, results, kind);
    last = { options, nothing: results.options.do_nothing, frame };
    columns.forEach((option, at) => {
      if (option && kind.waits?.(option)) return ((drawn[at] = ""), wait(panels[at]));
      panels[at].dataset.option = option?.label ?? "";
      const now = option ? JSON.stringify([option, frame, widths[at]]) : "nothing";
      if (now === drawn[at]) return;
      drawn[at] = now;
      panels[at].classList.remove("waiting");
      if (option) fill(panels[at], option, frame, widths[at]);
      else panels[at].replaceChildren();
    });
    tell();
  };
  const node = make("section", { "aria-labelledby": heading.id }, heading, ...note, make("div", { class: "panels" }, ...panels), fold);
  return { node, draw, measure: () => (widths = panels.map(widthOf)) };
}
