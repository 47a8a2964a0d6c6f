// The levers of the option in hand.

function leverPanel(id, page, say, line, [copy, remove, reset]) {
  const holding = make("p", { class: "holding" });
  const all = [];
  const folds = page.groups.map((group, at) => {
    const inside = group.levers.map((facts) => {
      const one = lever(`${id}-${facts.path.replace(".", "-")}`, facts, say, line);
      all.push([facts.path, one]);
      return one.node;
    });
    const name = `${id}-group`;
    return make("details", { name, ...(at ? {} : { open: "" }) }, make("summary", {}, group.title), ...inside);
  });
  const heading = make("h3", {}, say.text("levers"));
  const name = nameField(id, say, line);
  const tools = make("div", { class: "tools" }, copy, remove, reset);
  const node = make("div", { class: "levers" }, heading, holding, name.node, tools, ...folds);
  const draw = (state, busy) => {
    const option = state.results.options[state.shown[state.place]];
    write(holding, say.text("holding", { option: option.label }));
    remove.disabled = state.shown.filter(Boolean).length < 2;
    reset.disabled = !state.options.find((one) => one.key === state.shown[state.place]).adapted;
    const faultOf = (path) => (state.fault && state.fault.lever === path ? state.fault.words : "");
    name.draw(state.label, faultOf("label"));
    for (const [path, one] of all) {
      one.fault(faultOf(path));
      if (!busy) one.draw(state.positions[path]);
    }
  };
  return { node, draw };
}

// What people call the option in hand.
function nameField(id, say, line) {
  let typing = false;
  const alarm = make("p", { class: "fault", role: "alert", id: `${id}-name-fault` });
  const given = () => typing && ((typing = false), line.ask({ do: "rename", lever: "label", value: field.value }));
  const field = make("input", {
    type: "text",
    id: `${id}-name`,
    autocomplete: "off",
    maxlength: "200",
    "aria-describedby": alarm.id,
    oninput: () => (typing = true),
    onchange: given,
    onkeydown: (event) => isEnter(event) && given(),
  });
  const node = make("div", { class: "naming" }, make("label", { for: field.id }, say.text("name")), field, alarm);
  const draw = (label, fault) => {
    write(alarm, fault);
    field.setAttribute("aria-invalid", fault !== "");
    if (!typing && !fault) field.value = label;
  };
  return { node, draw };
}

// In JupyterLab Enter does not count as a change, so it is heard here too.
function isEnter({ key, isComposing }) {
  return key === "Enter" && !isComposing;
}

let gestures = 0; // moves within one gesture are undone as one

function lever(id, facts, say, line) {
  let typing = false;
  let wrong = false;
  const set = (value) => line.ask({ do: "set", lever: facts.path, value, gesture: gestures });
  const given = () => typing && ((typing = false), gestures++, set(field.value));
  const title = make("label", { for: id }, facts.title);
  const words = make("span", { class: "words" });
  const help = make("p", { class: "help", id: `${id}-help` }, facts.help);
  const alarm = make("p", { class: "fault", role: "alert", id: `${id}-fault` });
  const described = { "aria-describedby": `${id}-help ${id}-fault` };
  const slider = make("input", {
    type: "range",
    id,
    min: facts.low,
    max: facts.high,
    step: facts.step,
    ...described,
    oninput: () => {
      field.value = say.plain(slider.valueAsNumber) + facts.suffix;
      slider.setAttribute("aria-valuetext", field.value);
      set(field.value);
    },
  });
  const field = make("input", {
    type: "text",
    autocomplete: "off",
    "aria-label": say.text("field", { lever: facts.title }),
    ...described,
    oninput: () => (typing = true),
    onchange: given,
    onkeydown: (event) => isEnter(event) && given(),
  });
  const choice = make("select", { id, ...described, onchange: () => set(choice.value) });
  choice.append(...facts.choices.map(([value, label]) => make("option", { value }, label)));
  const more = make(
    "details",
    { class: "why" },
    make("summary", { "aria-label": `${facts.title}: ?` }, "?"),
    help,
  );
  const begin = () => gestures++;
  const controls = facts.choices.length ? [choice] : [slider, field];
  const node = make("div", { class: facts.choices.length ? "lever choice" : "lever", onpointerdown: begin, onfocusin: begin },
    make("div", { class: "name" }, title, words), ...controls, more, alarm);
  const fault = (text) => {
    write(alarm, text);
    wrong = text !== "";
    for (const one of [field, choice]) one.setAttribute("aria-invalid", wrong);
  };
  const draw = (position) => {
    write(words, position.words);
    if (facts.choices.length) return void (choice.value = position.text);
    slider.value = position.at;
    slider.setAttribute("aria-valuetext", `${position.text} ${position.words}`.trim());
    if (!typing && !wrong) field.value = position.text;
  };
  return { node, draw, fault };
}
