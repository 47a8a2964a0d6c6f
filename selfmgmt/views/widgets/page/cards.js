// The options beside each other: which ones, and whether the cut closes.

// For those who listen: what the option in hand comes to, once all draws are made.
function spoken(state, page, say, target) {
  const option = state.results.options[state.shown[state.place]];
  if (state.results.draws < page.draws || target <= 0) return "";
  return `${option.label}. ${gapWords(option, say)}. ${chanceWords(option, say)}.`;
}

function gapWords(option, say) {
  const gap = option.gap_eur;
  return gap.p50 > 0 ? say.text("gap", { amount: say.money(gap.p50) }) : say.text("closed");
}

function chanceWords(option, say) {
  return say.text("chance", { chance: say.percent(option.target_met_probability) });
}

function card(id, place, say, line) {
  const pick = make("select", {
    id: `${id}-place-${place}`,
    onchange: () => line.ask({ do: "show", place, option: pick.value }),
  });
  const gap = make("p", { class: "gap" });
  const range = make("p", { class: "range" });
  const chance = make("p", { class: "chance" });
  const size = make("div", { class: "size" });
  const hold = make("button", { type: "button", onclick: () => line.ask({ do: "hold", place }) }, say.text("hold"));
  const title = make("label", { for: pick.id }, say.text("place", { number: place + 1 }));
  const top = make("div", { class: "top" }, title, hold);
  const node = make("div", { class: "card" }, top, pick, size, gap, range, chance);
  let listed = "";
  const draw = (state) => {
    const list = JSON.stringify(state.options);
    if (list !== listed) {
      listed = list;
      pick.replaceChildren(
        make("option", { value: "" }, say.text("none")),
        ...state.options.map((one) =>
          make("option", { value: one.key }, one.adapted ? say.text("adapted", { option: one.label }) : one.label),
        ),
      );
    }
    const key = state.shown[place];
    const option = state.results.options[key];
    const held = place === state.place;
    pick.value = key;
    hold.setAttribute("aria-label", option ? `${say.text("hold")}: ${option.label}` : say.text("hold"));
    hold.setAttribute("aria-pressed", held);
    hold.hidden = !option;
    node.classList.toggle("held", held);
    const lines = option?.size_lines ?? [];
    if (size.dataset.told !== lines.join("\n")) size.replaceChildren(...lines.map((words) => make("p", {}, words)));
    size.dataset.told = lines.join("\n");
    const asked = option && state.results.saving_target_eur.p50 > 0;
    const ends = option && option.gap_eur;
    gap.classList.toggle("open", Boolean(asked && ends.p50 > 0));
    gap.textContent = asked ? gapWords(option, say) : "";
    range.textContent = asked && ends.p50 > 0
      ? say.text("range", { low: say.money(Math.max(ends.p10, 0)), high: say.money(Math.max(ends.p90, 0)) })
      : "";
    chance.textContent = asked ? chanceWords(option, say) : "";
  };
  return { node, draw };
}
