// The page of weights: who answers, by which method, the questions, and the weights that follow.
// Each question is one of three kinds: points, a place in an order, or a choice from a list.

function build({ id, page, say, line }) {
  const alarm = make("p", { class: "fault", role: "alert" });
  const back = steps(say, line);
  const tools = { id, page, say, line, label: (role) => page.roles.find((one) => one.key === role).label };
  const who = whoAnswers(tools);
  const asked = askedSection(tools);
  const result = resultSection(tools);
  const group = groupSection(tools);
  const root = make(
    "section",
    { class: "selfmgmt-page selfmgmt-elicit", lang: page.language, "aria-label": say.text("tool") },
    make("div", { class: "head" }, who.node, back.node, alarm),
    make("div", { class: "body" }, asked.node, result.node),
    group.node,
  );
  const draw = (state, busy) => {
    write(alarm, state.alarm);
    back.draw(state);
    for (const one of [who, asked, result, group]) one.draw(state, busy);
  };
  return { root, draw, warn: (words) => write(alarm, words) };
}

// ---- who answers, and how ----

function whoAnswers({ id, page, say, line }) {
  const pick = (key, choices, message) => {
    const node = make("select", { id: `${id}-${key}`, onchange: () => line.ask(message(node.value)) });
    node.append(...choices.map((one) => make("option", { value: one.key }, one.label)));
    return { node, label: make("label", { for: node.id }, say.text(key)) };
  };
  const role = pick("role", page.roles, (value) => ({ do: "hold", role: value }));
  const person = pick("person", [], (value) => ({ do: "person", letter: value }));
  const method = pick("method", page.methods, (value) => ({ do: "method", method: value }));
  const add = make("button", { type: "button", onclick: () => line.ask({ do: "add" }) }, say.text("add"));
  const help = make("p", { class: "note" });
  const gap = () => make("span", {});
  const node = make(
    "div", { class: "who" },
    role.label, role.node, gap(),
    person.label, person.node, add,
    make("p", { class: "note" }, say.text("person_note")),
    method.label, method.node, gap(), help,
  );
  const draw = (state) => {
    const letters = state.letters.map((letter) => make("option", { value: letter }, say.text("person_of", { letter })));
    if (state.letters.join() !== person.node.dataset.letters) person.node.replaceChildren(...letters);
    person.node.dataset.letters = state.letters.join();
    role.node.value = state.role;
    person.node.value = state.letter;
    method.node.value = state.method;
    write(help, page.methods.find((one) => one.key === state.method).help);
  };
  return { node, draw };
}

// ---- the questions ----

function askedSection({ id, say, line }) {
  const counts = countsField(id, say, line);
  const heading = make("h3", { id: `${id}-questions` }, say.text("questions"));
  const rows = make("div", {});
  const left = make("p", { class: "to-go", role: "status" });
  const keep = make("button", { type: "button", class: "keep", onclick: () => line.ask({ do: "keep" }) }, say.text("keep"));
  const node = make("section", { "aria-labelledby": heading.id }, counts.node, heading, rows, left, keep);
  let listed = "";
  let all = [];
  const draw = (state, busy) => {
    counts.draw(state);
    const places = state.questions.every((one) => one.kind === "place");
    const what = JSON.stringify(state.questions.map(({ value, ...rest }) => rest));
    if (what !== listed) {
      listed = what;
      const focus = document.activeElement?.id;
      all = state.questions.map((one, at) => question(id, one, at, state.questions.length, say, line));
      rows.replaceChildren(make(places ? "ol" : "ul", { class: "rows" }, ...all.map((one) => one.node)));
      refocus(rows, focus);
    }
    state.questions.forEach((one, at) => all[at].draw(one, state.faults[one.field], busy));
    const words = state.to_go === 1 ? say.text("one_to_go") : say.text("to_go", { count: say.number(state.to_go) });
    write(left, state.to_go && !places ? words : "");
    keep.hidden = !places || !state.to_go;
  };
  return { node, draw };
}

// Where the hand was; at the end of an order the other button of the same criterion.
function refocus(rows, id) {
  const node = id && rows.querySelector(`#${CSS.escape(id)}`);
  const other = node && node.disabled ? node.parentElement.querySelector("button:not(:disabled)") : node;
  if (other) other.focus();
}

function countsField(id, say, line) {
  const boxes = make("div", { class: "counts" });
  const alarm = make("p", { class: "fault", role: "alert", id: `${id}-counts-fault` });
  const node = make(
    "fieldset", { "aria-describedby": alarm.id },
    make("legend", {}, say.text("criteria")), make("p", { class: "note" }, say.text("criteria_note")), boxes, alarm,
  );
  let listed = "";
  let all = [];
  const draw = ({ criteria, faults }) => {
    const what = JSON.stringify(criteria.map(({ on, ...rest }) => rest));
    if (what !== listed) {
      listed = what;
      all = criteria.map((one) => make("input", { type: "checkbox", onchange: () => line.ask({ do: "count", field: one.key }) }));
      boxes.replaceChildren(...criteria.map((one, at) => {
        const mark = one.counted ? [] : [" ", make("span", { class: "unjudged" }, say.text("unjudged"))];
        return make("label", {}, all[at], make("span", {}, one.label, ...mark));
      }));
    }
    criteria.forEach((one, at) => (all[at].checked = one.on));
    write(alarm, criteria.map((one) => faults[one.key]).find(Boolean) ?? "");
  };
  return { node, draw };
}

function question(page, facts, at, count, say, line) {
  const id = `${page}-${facts.field.replaceAll(".", "-")}`;
  const kinds = { points: pointsQuestion, place: placeQuestion, choice: choiceQuestion };
  return kinds[facts.kind]({ id, facts, at, count, say, line });
}

function pointsQuestion({ id, facts, say, line }) {
  const set = (value) => line.ask({ do: "set", field: facts.field, value, gesture: gestures });
  const one = entry({ id, size: 5, label: say.text("field", { criterion: facts.label }), describedby: `${id}-help`, set });
  const node = make("li", { class: "question" },
    make("label", { for: id }, facts.label), one.field, make("p", { class: "help", id: `${id}-help` }, facts.help), one.alarm);
  return { node, draw: ({ value }, fault, busy) => (busy && !fault) || one.draw(value, fault) };
}

function placeQuestion({ id, facts, at, count, say, line }) {
  const move = (key, by, off) =>
    make("button", {
      type: "button", id: `${id}-${key}`, disabled: off, "aria-label": say.text(key, { criterion: facts.label }),
      "aria-describedby": `${id}-help`, onclick: () => line.ask({ do: "move", criterion: facts.field, by }),
    }, say.text(`${key}_short`));
  const moves = make("div", { class: "moves" }, move("up", -1, at === 0), move("down", 1, at === count - 1));
  const node = make("li", { class: "question place" },
    make("span", { class: "name" }, facts.label), moves, make("p", { class: "help", id: `${id}-help` }, facts.help));
  return { node, draw: () => {} };
}

function choiceQuestion({ id, facts, say, line }) {
  const alarm = make("p", { class: "fault", role: "alert", id: `${id}-fault` });
  const field = make("select", {
    id, "aria-describedby": `${id}-help ${alarm.id}`,
    onchange: () => (gestures++, line.ask({ do: "set", field: facts.field, value: field.value, gesture: gestures })),
  });
  field.append(make("option", { value: "" }, say.text("choose")),
    ...facts.choices.map((one) => make("option", { value: one.value }, one.label)));
  const node = make("li", { class: "question" },
    make("label", { for: id }, facts.label), field, make("p", { class: "help", id: `${id}-help` }, facts.help), alarm);
  const draw = ({ value }, fault, busy) => {
    write(alarm, fault ?? "");
    field.setAttribute("aria-invalid", Boolean(fault));
    if (!busy && !fault) field.value = value;
  };
  return { node, draw };
}

// ---- what follows ----

function resultSection({ id, say, line }) {
  const heading = make("h3", { id: `${id}-result` });
  const stale = make("p", { class: "stale" });
  const verdict = make("p", { class: "verdict", role: "status" });
  const weights = make("div", { class: "table", tabindex: "0", role: "group" });
  const order = make("div", {});
  const drop = make("button", { type: "button", onclick: () => line.ask({ do: "drop" }) });
  const cautions = make("div", { class: "cautions" });
  const inner = make("div", {}, verdict, stale, weights, order, cautions, make("p", { class: "drop" }, drop));
  const waiting = make("p", { class: "note" }, say.text("waiting"));
  const node = make("section", { "aria-labelledby": heading.id }, heading, waiting, inner);
  const draw = ({ result, letter }) => {
    write(heading, say.text("result", { letter }));
    waiting.hidden = Boolean(result);
    inner.hidden = !result;
    if (!result) return write(verdict, "");
    write(verdict, result.verdict);
    verdict.classList.toggle("contradicts", result.contradicts);
    write(stale, result.stale ? say.text("stale") : "");
    stale.hidden = !result.stale;
    weights.setAttribute("aria-label", heading.textContent);
    weights.replaceChildren(weightTable(heading.textContent, result.weights, say));
    order.replaceChildren(...orderTable(say.text("order"), result.order, say));
    paragraphs(cautions, result.cautions);
    if (!result.order.length) order.replaceChildren(make("p", { class: "note" }, say.text("order_none")));
    write(drop, say.text("drop", { letter }));
  };
  return { node, draw };
}

function weightTable(caption, weights, say) {
  const most = Math.max(...weights.map((one) => one.at));
  const rows = weights.map(({ label, share, at, counted }) => {
    const bar = make("span", { class: "bar", "aria-hidden": "true" });
    bar.style.width = `${(6 * at) / most}rem`;
    const note = counted ? [] : [" ", make("span", { class: "unjudged" }, say.text("uncounted"))];
    return make("tr", {}, make("th", { scope: "row" }, label, ...note), make("td", {}, make("span", {}, bar, share)));
  });
  const heads = ["criterion", "weight"].map((key) => make("th", { scope: "col" }, say.text(key)));
  return headed(make("table", {}, make("caption", {}, caption), make("thead", {}, make("tr", {}, ...heads)), make("tbody", {}, ...rows)));
}

function orderTable(title, order, say) {
  const heads = ["place", "option", "value", "chance"].map((key) => say.text(key));
  const rows = order.map((one) => [String(one.place), one.label, say.number(one.value), one.chance]);
  const inner = make("div", { class: "table order", tabindex: "0", role: "group", "aria-label": title }, tableOf(title, heads, rows));
  inner.querySelectorAll("tbody tr").forEach((row, at) => row.classList.toggle("first", order[at].place === 1));
  return [inner];
}

// ---- all people of the role: a mean never without how far they differ ----

function groupSection({ id, say, label }) {
  const heading = make("h3", { id: `${id}-group` });
  const told = make("div", { class: "told" });
  const tables = make("div", {});
  const cautions = make("div", { class: "cautions" });
  const node = make("section", { class: "group", "aria-labelledby": heading.id }, heading, told, tables, cautions);
  const draw = ({ group, role }) => {
    node.hidden = !group.table;
    if (!group.table) return;
    const words = label(role);
    write(heading, say.text("group", { role: words[0].toLowerCase() + words.slice(1) }));
    paragraphs(told, group.told);
    paragraphs(cautions, group.cautions);
    const { caption, heads, rows } = group.table;
    const people = make("div", { class: "table", tabindex: "0", role: "group", "aria-label": caption }, tableOf(caption, heads, rows));
    tables.replaceChildren(people, ...orderTable(say.text("group_order"), group.order, say));
  };
  return { node, draw };
}

export default { render: pageOf(build) };
