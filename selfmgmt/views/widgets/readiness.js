// The page of readiness: own scores, a survey with what may be told of it, and the team yardstick.

const LARGEST = 7e6; // bytes of all files together
const FOLDED = ["quality", "agreement", "reading"]; // statistics, for who wants them
const KEPT_KEYS = { "data-lm-suppress-shortcuts": "true" }; // of what can have the focus

function build({ id, page, say, line }) {
  const alarm = make("p", { class: "fault", role: "alert" });
  const standing = standingSection(say);
  const own = ownSection(id, page, say, line);
  const gain = gainSection(say);
  const survey = surveySection(id, page, say, line);
  const team = teamSection(id, page, say, line);
  const root = make(
    "section",
    { class: "selfmgmt-page selfmgmt-readiness", lang: page.language, "aria-label": say.text("tool") },
    alarm,
    own.node,
    standing.node,
    gain.node,
    survey.node,
    team.node,
  );
  const draw = (state, busy) => {
    write(alarm, survey.takes(state, busy) ? "" : state.alarm);
    [standing, own, gain, survey, team].forEach((part) => part.draw(state, busy));
  };
  return { root, draw, warn: (words) => write(alarm, words) };
}

// What is known and what is weakest, in full; the one sentence that counts stands under the scores.
function standingSection(say) {
  const known = make("div", { class: "sentences" });
  const weakest = make("div", { class: "sentences" });
  const { node } = drawer("standing", say.text("standing"), known, weakest);
  const draw = (state) => {
    paragraphs(known, state.known);
    paragraphs(weakest, state.weakest);
  };
  return { node, draw };
}

// Something that is asked for: closed until then.
function drawer(kind, title, ...children) {
  const node = make("details", { class: `drawer ${kind}` }, make("summary", {}, title), ...children);
  return { node };
}

function ownSection(id, page, say, line) {
  const back = steps(say, line);
  const bySurvey = make("p", { class: "remark" }, say.text("survey_scores"));
  const holds = make("p", { class: "holds", role: "status" });
  const scores = page.fields.map((facts) => score(id, facts, say, line));
  const node = make(
    "div",
    { class: "form" },
    make("div", { class: "bar" }, make("h3", {}, say.text("own")), back.node),
    make("p", { class: "note" }, say.text("own_note")),
    bySurvey,
    make("div", { class: "scores" }, ...scores.map((one) => one.node)),
    holds,
  );
  const draw = (state, busy) => {
    back.draw(state);
    bySurvey.hidden = !state.by_survey;
    write(holds, state.holds);
    page.fields.forEach(({ key }, at) => scores[at].draw(state.fields[key], state.faults[key], busy));
  };
  return { node, draw };
}

function score(page, facts, say, line) {
  const id = `${page}-${facts.key}`;
  const { field, alarm, draw: drawEntry } = entry({
    id,
    size: 6,
    describedby: `${id}-help ${id}-used`,
    set: (value) => line.ask({ do: "set", field: facts.key, value, gesture: gestures }),
  });
  keepKeys(field);
  const used = make("p", { class: "used", id: `${id}-used` });
  const set = (value) => (gestures++, line.ask({ do: "set", field: facts.key, value, gesture: gestures }));
  const scale = [1, 2, 3, 4, 5].map((step) => {
    const end = { 1: say.text("low_end"), 5: say.text("high_end") }[step];
    const name = [`${facts.title}: ${step}`, end].filter(Boolean).join(", ");
    return make("button", { type: "button", title: end ?? "", "aria-label": name, onclick: () => set(String(step)) }, String(step));
  });
  const node = make(
    "div",
    { class: "score" },
    make("label", { for: id }, facts.title),
    make("div", { class: "scale" }, ...scale, field),
    make("p", { class: "help", id: `${id}-help` }, facts.help),
    used,
    alarm,
  );
  const draw = (state, fault, busy) => {
    if (!busy || fault) drawEntry(state.text, fault);
    write(used, state.used);
    scale.forEach((one, at) => one.setAttribute("aria-pressed", Boolean(state.own) && state.own[0] <= at + 1 && at + 1 <= state.own[2]));
  };
  return { node, draw };
}

function gainSection(say) {
  const busy = make("p", { class: "note" }, say.text("busy"));
  const told = make("div", { class: "sentences" });
  const tables = make("div", {});
  const { node } = drawer("gain", say.text("effect"), busy, told, tables);
  let shown;
  const draw = ({ effect }) => {
    busy.hidden = Boolean(shown || effect);
    node.classList.toggle("stale", Boolean(shown) && !effect);
    if (!effect || JSON.stringify(effect) === shown) return;
    shown = JSON.stringify(effect);
    paragraphs(told, effect.told);
    tables.replaceChildren(...effect.tables.map(wideTable));
  };
  return { node, draw };
}

// ---- the survey ----

function surveySection(id, page, say, line) {
  const { yardstick, ...forms } = page.forms;
  const saved = saver(say, line, forms);
  const reader = readSection(id, say, line);
  const results = resultSection(say, line);
  const { node } = drawer(
    "survey",
    say.text("ask"),
    make("p", { class: "note" }, say.text("ask_note")),
    saved.node,
    make("h3", {}, say.text("read")),
    make("p", { class: "note" }, say.text("read_note")),
    reader.node,
    results.node,
  );
  let had = false;
  const draw = (state, busy) => {
    if (state.survey && !had) node.open = true; // what people said must be seen
    had = Boolean(state.survey);
    [saved, reader, results].forEach((one) => one.draw(state, busy));
  };
  return { node, draw, takes: reader.takes };
}

// Files to take along, made when they are asked for.
function saver(say, line, forms) {
  let wanted = false;
  const news = make("p", { class: "note", role: "status" });
  const save = (form) => {
    wanted = true;
    line.ask({ do: "form", form });
  };
  const buttons = Object.entries(forms).map(([form, name]) =>
    make("button", { type: "button", onclick: () => save(form) }, name),
  );
  const node = make("div", { class: "forms" }, make("div", { class: "tools" }, ...buttons), news);
  const draw = ({ handed }) => {
    if (!wanted || !handed) return;
    wanted = false;
    const link = make("a", { href: URL.createObjectURL(blobOf(handed)), download: handed.name });
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60000);
    write(news, say.text("ready", { file: handed.name }));
  };
  return { node, draw };
}

function blobOf({ name, content }) {
  const type = name.endsWith(".html") ? "text/html;charset=utf-8" : "application/octet-stream";
  return new Blob([Uint8Array.from(atob(content), (letter) => letter.charCodeAt(0))], { type });
}

// Three files and a number, sent together: none of them is kept on the other side.
function readSection(id, say, line) {
  const file = (name) => make("input", { type: "file", id: `${id}-${name}`, accept: ".csv,.txt,.tsv,.xlsx,.xlsm,.ods" });
  const [answers, people, earlier] = ["answers", "people", "earlier"].map(file);
  const asked = keepKeys(make("input", { type: "text", id: `${id}-asked`, size: 8, autocomplete: "off", inputmode: "numeric" }));
  const alarm = make("p", { class: "fault", role: "alert", id: `${id}-read-fault` });
  const busyNote = make("p", { class: "note", role: "status" });
  let waits = false;
  const warn = (words) => write(alarm, words);
  const ask = (message) => {
    waits = true;
    warn("");
    write(busyNote, say.text("reading"));
    line.ask(message);
  };
  const read = async () => {
    const chosen = { answers: answers.files[0], people: people.files[0], earlier: earlier.files[0] };
    const given = Object.entries(chosen).filter(([, one]) => one);
    if (!chosen.answers) return warn(say.text("no_file"));
    if (given.reduce((sum, [, one]) => sum + one.size, 0) > LARGEST) return warn(say.text("too_large"));
    const files = await Promise.all(given.map(async ([part, one]) => [part, { name: one.name, content: await base64(one) }]));
    ask({ do: "read", asked: asked.value, files: Object.fromEntries(files) });
  };
  const labelled = (input, key, help) => {
    const about = help && make("p", { class: "help", id: `${input.id}-help` }, say.text(help));
    input.setAttribute("aria-describedby", [about?.id, alarm.id].filter(Boolean).join(" "));
    return make("div", { class: "file" }, make("label", { for: input.id }, say.text(key)), input, ...(about ? [about] : []));
  };
  const node = make(
    "div",
    { class: "read" },
    labelled(answers, "answers"),
    labelled(asked, "asked", "asked_help"),
    labelled(people, "people", "people_help"),
    labelled(earlier, "earlier"),
    make(
      "div",
      { class: "tools" },
      make("button", { type: "button", onclick: read }, say.text("show")),
      make("button", { type: "button", onclick: () => ask({ do: "example" }) }, say.text("example")),
    ),
    busyNote,
    alarm,
  );
  const draw = (state, busy) => {
    if (!waits || busy) return;
    waits = false;
    write(busyNote, "");
    warn(state.alarm);
  };
  return { node, draw, takes: (state, busy) => (waits && !busy) || alarm.textContent === state.alarm };
}

const base64 = (file) =>
  new Promise((done, failed) => {
    const reader = new FileReader();
    reader.onload = () => done(reader.result.split(",")[1] ?? "");
    reader.onerror = failed;
    reader.readAsDataURL(file);
  });

function resultSection(say, line) {
  const heading = make("h3", { tabindex: "-1" }, say.text("results"));
  const madeUp = make("p", { class: "made-up" }, say.text("made_up_note"));
  const keep = make("button", { type: "button", onclick: () => line.ask({ do: "keep" }) }, say.text("keep"));
  const kept = make("p", { class: "note", role: "status" });
  const close = make("button", { type: "button", onclick: () => line.ask({ do: "close" }) }, say.text("close"));
  const parts = make("div", {});
  const node = make("div", { class: "results" }, heading, madeUp, make("div", { class: "tools" }, keep, close), kept, parts);
  const watch = new IntersectionObserver((seen) => seen.some((one) => one.isIntersecting) && fetch());
  let drawn = "";
  let pictures = new Map();
  const fetch = () => (watch.disconnect(), line.ask({ do: "picture" }));
  const lay = ({ parts: found, made_up }) => {
    pictures = new Map();
    parts.replaceChildren(
      ...found.map((one) => {
        const place = make("div", { class: "figures" });
        if (["profile", "roles"].includes(one.key)) {
          place.append(make("p", { class: "note" }, say.text("drawing")));
          pictures.set(one.key, place);
        }
        return part(one, place, made_up, say);
      }),
    );
    for (const place of pictures.values()) watch.observe(place);
  };
  const draw = ({ survey, figures }) => {
    node.hidden = !survey;
    const next = survey ? JSON.stringify(survey.parts) : "";
    if (next !== drawn) {
      watch.disconnect();
      if (survey) lay(survey);
      else parts.replaceChildren();
      drawn = next;
    }
    if (!survey) return;
    madeUp.hidden = !survey.made_up;
    keep.hidden = survey.made_up || survey.kept;
    write(kept, survey.kept ? say.text("kept") : "");
    if (!figures) return;
    for (const [key, place] of pictures)
      place.replaceChildren(...figures[key].map((one) => scrollable(still(marked(one, survey.made_up, say), say))));
  };
  return { node, draw };
}

const marked = (one, madeUp, say) =>
  madeUp ? { ...one, title: `${say.text("made_up")}: ${one.title}`, alt: `${say.text("made_up")}. ${one.alt}` } : one;

function part({ key, title, told, tables }, figures, madeUp, say) {
  const tag = madeUp ? [make("span", { class: "tag" }, say.text("made_up")), " "] : [];
  const inner = [
    ...tables.map(wideTable),
    make("div", { class: "sentences" }, ...told.map((words) => make("p", {}, words))),
    figures,
  ];
  if (!FOLDED.includes(key)) return make("div", { class: "part" }, make("h4", {}, ...tag, title), ...inner);
  return make("details", { class: "part numbers" }, make("summary", {}, ...tag, title), ...inner);
}

// A table that may be wider than the page scrolls by itself, by keyboard too.
function wideTable({ caption, heads, rows }) {
  return make("div", { class: "table", tabindex: "0", role: "group", "aria-label": caption, ...KEPT_KEYS }, tableOf(caption, heads, rows));
}

function scrollable(figure) {
  figure.querySelectorAll("[tabindex]").forEach(keepKeys);
  return figure;
}

function keepKeys(field) {
  for (const [name, value] of Object.entries(KEPT_KEYS)) field.setAttribute(name, value);
  return field;
}

// ---- the team yardstick: all of it stays in this window ----

function teamSection(id, page, say, line) {
  const { purpose, steps: how, cautions, aspects } = page.yardstick;
  const saved = saver(say, line, { yardstick: page.forms.yardstick });
  const chosen = aspects.map(() => []);
  const talk = make("ol", {});
  const alike = make("p", {}, say.text("team_alike"));
  const outcome = make("div", { class: "outcome", role: "status" }, make("h4", {}, say.text("team_talk")), talk, alike);
  const summarise = () => {
    const apart = chosen.map((stages) => (stages.length ? Math.max(...stages) - Math.min(...stages) : 0));
    const order = apart.map((_, at) => at).filter((at) => apart[at]).sort((a, b) => apart[b] - apart[a]);
    outcome.hidden = chosen.every((stages) => stages.length < 2);
    alike.hidden = order.length > 0;
    talk.replaceChildren(...order.map((at) => make("li", {}, say.text("team_apart", { subject: aspects[at].label, steps: apart[at] }))));
  };
  const rows = aspects.map((aspect, at) => sheet(`${id}-team-${at}`, aspect, say, (stages) => ((chosen[at] = stages), summarise())));
  const list = (tag, sentences) => make(tag, {}, ...sentences.map((words) => make("li", {}, words)));
  const inside = make(
    "details",
    { class: "numbers" },
    make("summary", {}, say.text("team_lay")),
    make("p", { class: "note" }, say.text("team_private")),
    make("p", { class: "note" }, say.text("team_lay_note")),
    ...rows,
    outcome,
  );
  const { node } = drawer(
    "team",
    say.text("team"),
    make("p", {}, purpose),
    list("ol", how),
    make("div", { class: "cautions" }, make("p", {}, say.text("team_first")), ...cautions.map((words) => make("p", {}, words))),
    saved.node,
    inside,
  );
  summarise();
  return { node, draw: saved.draw };
}

// Which sentence each member ticked on one subject, and how often each was ticked.
function sheet(id, { label, stages }, say, set) {
  const alarm = make("p", { class: "fault", role: "alert", id: `${id}-fault` });
  const counts = make("ul", { class: "counts" });
  const read = () => {
    const written = field.value.trim();
    const isGood = /^[1-4\s,;]*$/.test(written);
    write(alarm, isGood ? "" : say.text("team_fault"));
    field.setAttribute("aria-invalid", !isGood);
    const found = isGood ? [...written].filter((sign) => /\d/.test(sign)).map(Number) : [];
    const times = stages.map((_, at) => found.filter((stage) => stage === at + 1).length);
    counts.replaceChildren(
      ...stages.flatMap((sentence, at) => (times[at] ? [make("li", {}, say.text("team_count", { count: times[at], sentence }))] : [])),
    );
    set(found);
  };
  const field = keepKeys(
    make("input", { type: "text", id, size: 16, autocomplete: "off", inputmode: "numeric", "aria-describedby": alarm.id, onchange: read }),
  );
  return make("div", { class: "sheet" }, make("label", { for: id }, label), make("div", {}, field, alarm), counts);
}

export default { render: pageOf(build) };
