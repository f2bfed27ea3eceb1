// The editor of the active step: verdict, correction with its change, suggestions, revisions, what will train.
const part = (id) => element.querySelector(`#${id}`);
const form = part("editor-form");
let base = 0; // the revision that is being edited
let content = null; // what the form says now
let taken = null; // the suggestion that it was taken from
let valid = false;
let undone = []; // contents to come back to

const LONGEST = 100_000; // characters of a correction, as the server has it
const TOO_LONG = "This is longer than 100,000 characters: shorten it. Until then only this tab keeps it.";
const UNANSWERED = "The program does not answer: what you type is kept in this browser until it does.";

const step = () => umi.review?.steps[umi.at];
const place = (id) => `draft.${umi.who()}.${id}`;
const same = (a, b) => JSON.stringify(a) === JSON.stringify(b);
const isTooLong = () => JSON.stringify(content).length > LONGEST;
const changed = () => step() && content && !same(content, step().content);

function show() {
  const now = step();
  part("editor-empty").hidden = Boolean(now);
  part("editor").hidden = !now;
  if (!now) return;
  part("editor-title").textContent = `Step ${umi.at + 1} · ${now.role}`;
  part("editor-original").textContent = text(now.role, now.original);
  part("editor-conflict").hidden = true;
  undone = [];
  const draft = recovered(now);
  edit(draft?.content ?? now.content, draft?.base ?? now.base, null);
  kinds();
  revisions();
  learnt();
  alternatives();
}

// The adapters that learnt from this step, each with the revision that it learnt.
function learnt() {
  const found = step().learnt;
  const names = found.map(({ no, adapter, name }, at) => {
    const link = document.createElement("a");
    link.href = `?adapter=${encodeURIComponent(adapter)}`;
    link.textContent = name;
    const from = no ? ` (revision ${no})` : " (as the model wrote it)";
    const made = document.createElement("span");
    made.append(at ? ", " : "", link, from);
    return made;
  });
  part("editor-learnt").replaceChildren("Learnt by ", ...names);
  part("editor-learnt").hidden = !found.length;
}

// What was typed in this tab counts for most, then what never reached the server, then what did.
function recovered(now) {
  const kept = umi.recall(place(now.id), "sessionStorage") ?? umi.recall(place(now.id));
  return kept ? JSON.parse(kept) : now.draft;
}

function forget(id) {
  clearTimeout(keeping);
  umi.remember(place(id), null);
  umi.remember(place(id), null, "sessionStorage");
}

function text(role, value) {
  if (role === "planner") return `${value.rationale ?? ""}\nNext: ${value.decision ?? "?"}`;
  if (role === "summarizer") return value.answer ?? "";
  const given = Object.entries(value.arguments ?? {}).map(([key, item]) => `${key}=${JSON.stringify(item)}`);
  return `${value.name}(${given.join(", ")})`;
}

function edit(value, number, suggestion) {
  content = structuredClone(value);
  base = number;
  taken = suggestion;
  part("editor-base").textContent = number ? `from revision ${number}` : "";
  const make = { planner, caller, summarizer }[step().role];
  form.replaceChildren(...make());
  settle();
}

function field(label, control, name) {
  const row = document.createElement("label");
  row.className = "field";
  const title = document.createElement("span");
  title.textContent = label;
  control.dataset.field = name ?? label;
  row.append(title, control);
  return row;
}

function area(value, rows, set) {
  const box = document.createElement("textarea");
  box.rows = rows;
  box.value = value;
  box.spellcheck = false;
  box.addEventListener("input", () => {
    set(box.value);
    typed();
  });
  return box;
}

function select(values, value, set) {
  const box = document.createElement("select");
  box.replaceChildren(...values.map((each) => new Option(each, each)));
  if (!values.includes(value)) box.prepend(new Option(value ? `${value} (gone)` : "choose", value ?? "", true, true));
  box.value = value ?? "";
  box.addEventListener("change", () => {
    set(box.value);
    typed();
  });
  return box;
}

const planner = () => [
  field("rationale", area(content.rationale ?? "", 4, (value) => (content.rationale = value))),
  field("decision", select(["caller", "summarizer", "give up"], content.decision, (value) => (content.decision = value))),
];

const summarizer = () => [
  field("answer", area(content.answer ?? "", 5, (value) => (content.answer = value))),
  ...observations(),
];

// What the answer may say, to be copied from.
function observations() {
  const found = umi.review.steps.slice(0, umi.at).filter((each) => each.observation);
  const list = document.createElement("ul");
  list.className = "observations";
  for (const each of found) {
    const item = document.createElement("li");
    item.textContent = each.observation;
    list.append(item);
  }
  return found.length ? [list] : [];
}

function caller() {
  const names = umi.review.tools.map((tool) => tool.name);
  const choose = select(names, content.name, (value) => {
    content.name = value;
    form.replaceChildren(...caller());
  });
  const tool = umi.review.tools.find((each) => each.name === content.name);
  const properties = Object.entries(tool?.parameters?.properties ?? {});
  const needed = tool?.parameters?.required ?? [];
  const inputs = properties.map(([name, schema]) => {
    const label = needed.includes(name) ? name : `${name}?`;
    return field(label, argument(name, schema), name);
  });
  return [field("tool", choose), ...inputs, json()];
}

function argument(name, schema) {
  if (schema.enum) return select(["", ...schema.enum.map(String)], String(content.arguments[name] ?? ""), (value) => put(name, value || undefined));
  const box = document.createElement("input");
  box.value = written(content.arguments[name]);
  box.placeholder = schema.description ?? "";
  box.title = schema.description ?? "";
  box.addEventListener("input", () => {
    put(name, read(box.value, schema));
    typed();
  });
  return box;
}

const written = (value) => (value === undefined ? "" : typeof value === "string" ? value : JSON.stringify(value));

// An empty field is an argument left out; what is no string by its schema is read as JSON where it is JSON.
function read(value, schema) {
  if (value === "") return undefined;
  const kinds = [schema.type ?? []].flat();
  if (kinds.length && kinds.every((kind) => kind === "string")) return value;
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
}

function put(name, value) {
  const given = { ...content.arguments };
  if (value === undefined) delete given[name];
  else given[name] = value;
  content.arguments = given;
  const box = form.querySelector("textarea.json");
  if (box) box.value = JSON.stringify(given, null, 1);
}

function json() {
  const box = document.createElement("textarea");
  box.rows = 3;
  box.spellcheck = false;
  box.value = JSON.stringify(content.arguments, null, 1);
  box.addEventListener("input", () => {
    try {
      const given = JSON.parse(box.value);
      if (given === null || typeof given !== "object" || Array.isArray(given)) throw new Error("no object");
      content.arguments = given;
      for (const input of form.querySelectorAll("input[data-field]")) input.value = written(given[input.dataset.field]);
      typed();
    } catch {
      fault("JSON: this is no object yet.");
    }
  });
  const folded = document.createElement("details");
  const title = document.createElement("summary");
  title.textContent = "JSON";
  box.className = "json";
  box.setAttribute("aria-label", "JSON");
  folded.append(title, box);
  return folded;
}

function fault(sentence) {
  part("editor-fault").textContent = sentence;
  valid = !sentence;
  buttons();
  for (const control of form.querySelectorAll("[data-field]")) {
    const name = control.dataset.field.replace(/[^\w\s]/g, "\\$&");
    const is = Boolean(sentence) && new RegExp(`(^|\\W)${name}(\\W|$)`).test(sentence);
    control.toggleAttribute("aria-invalid", is);
  }
}

let checking;
let keeping;
function typed() {
  undone = [];
  keep();
  settle();
}

function keep() {
  const now = step();
  const draft = { base, content };
  valid = false;
  clearTimeout(keeping);
  const kept = changed() ? JSON.stringify(draft) : null;
  if (kept?.length > LONGEST) return; // what was kept before stays
  umi.remember(place(now.id), kept);
  umi.remember(place(now.id), kept, "sessionStorage");
  keeping = setTimeout(() => send(now.id, draft), 400);
}

// Until the server has it, the browser keeps it.
async function send(id, draft) {
  const body = changed() || draft.content !== content ? draft : { base, content: null };
  const answer = await server.draft({ step: id, ...body, who: umi.who() }).catch(() => null);
  if (answer?.gone) return; // its run was deleted: the browser keeps what was typed
  if (answer && !answer.problem) umi.remember(place(id), null);
  else keeping = setTimeout(() => send(id, draft), 2000);
}

function settle() {
  const now = step();
  clearTimeout(checking);
  if (isTooLong()) {
    part("editor-diff").textContent = "Too long to compare.";
    return fault(TOO_LONG);
  }
  part("editor-diff").replaceChildren(...umi.diff(text(now.role, now.original), text(now.role, content)));
  checking = setTimeout(check, 120);
  buttons();
}

async function check() {
  if (isTooLong()) return fault(TOO_LONG);
  const now = step();
  const asked = content;
  const answer = await server.check({ run: umi.review.run, step: now.id, content }).catch(() => null);
  if (step() !== now || asked !== content) return;
  if (!answer) {
    clearTimeout(checking);
    checking = setTimeout(check, 2000);
    return fault(UNANSWERED);
  }
  fault(answer.fault ?? answer.problem ?? "");
  if (answer.training) part("editor-training").querySelector("pre").innerHTML = answer.training;
}

function buttons() {
  part("save-button").disabled = !(changed() && valid);
  part("resume-button").disabled = !step()?.base && !(changed() && valid);
}

async function save() {
  const now = step();
  if (!now || !changed()) return null;
  // Whoever types fast saves before the last check came back.
  if (!valid) await check();
  if (!valid || step() !== now) return null;
  const asked = { run: umi.review.run, step: now.id, base, content, suggestion: taken, who: umi.who() };
  const answer = await umi.ask(() => server.save(asked), "review-problem");
  if (!answer) return null;
  if (answer.conflict) return conflict(answer);
  forget(now.id);
  umi.remember("saved", JSON.stringify({ step: now.id, at: Date.now() }));
  umi.say("review:take", [answer, { at: umi.at }]);
  return answer;
}

// Somebody was faster: both stand side by side, and nothing is lost.
function conflict({ conflict: sentence, theirs }) {
  const box = part("editor-conflict");
  const said = document.createElement("p");
  said.textContent = sentence;
  const other = document.createElement("pre");
  other.textContent = text(step().role, theirs.content);
  const button = (label, act) => {
    const made = document.createElement("button");
    made.type = "button";
    made.textContent = label;
    made.addEventListener("click", act);
    return made;
  };
  const mine = content;
  const over = button("Save mine on top", () => {
    step().content = theirs.content;
    step().base = base = theirs.no;
    content = mine;
    settle();
    check().then(save);
  });
  const keepTheirs = button("Keep theirs", async () => {
    await server.draft({ step: step().id, content: null, who: umi.who() });
    forget(step().id);
    umi.say("review:open", umi.review.run);
  });
  box.replaceChildren(said, other, over, keepTheirs);
  box.hidden = false;
  return null;
}

async function resume() {
  if (!step()) return;
  if (changed() ? !(await save()) : !step().base) return;
  const at = umi.at;
  const answer = await umi.ask(
    () => server.resume({ run: umi.review.run, step: step().id, who: umi.who() }),
    "review-problem",
  );
  if (!answer) return;
  umi.review.children.push({ id: answer.run, step_id: step().id, outcome: null });
  umi.say("review:take", [umi.review, { at, child: answer.run }]);
}

// Undo across saves: the content before, as a revision of its own.
function undo() {
  const now = step();
  if (!now) return;
  if (changed()) return edit(now.content, now.base, null), keep();
  const newest = now.revisions.at(-1);
  if (!newest) return;
  const before = now.revisions.find((each) => each.no === newest.parent)?.content ?? now.original;
  undone.push(now.content);
  const rest = undone;
  edit(before, now.base, null);
  undone = rest;
  keep();
}

function redo() {
  const again = undone.pop();
  if (!again) return;
  const rest = undone;
  edit(again, step().base, null);
  undone = rest;
  keep();
}

function kinds() {
  const now = step();
  const mark = umi.review.marks[now.id];
  const made = umi.review.kinds[now.role].map((kind, index) => {
    const on = mark?.verdict === "wrong" && mark.kind === kind;
    return verdict(kind, String(index + 1), on ? [null, null] : ["wrong", kind], on);
  });
  const right = mark?.verdict === "right";
  const unsure = mark?.verdict === "unsure";
  made.push(verdict("right", "a", right ? [null, null] : ["right", null], right));
  made.push(verdict("unsure", "u", unsure ? [null, null] : ["unsure", null], unsure));
  part("editor-kinds").replaceChildren(...made);
}

function verdict(label, key, says, on) {
  const button = document.createElement("button");
  button.type = "button";
  button.dataset.key = key;
  button.setAttribute("aria-pressed", String(on));
  button.textContent = `${label} `;
  const kbd = document.createElement("kbd");
  kbd.textContent = key;
  button.append(kbd);
  button.addEventListener("click", () => umi.say("review:mark", says));
  return button;
}

function revisions() {
  const now = step();
  part("editor-history").hidden = !now.revisions.length;
  const all = [{ no: 0, author: "the model", at: "", content: now.original }, ...now.revisions];
  const rows = all.map((each) => {
    const row = document.createElement("div");
    row.className = "revision";
    const title = document.createElement("small");
    const gold = umi.review.gold[now.id] === each.no ? " · accepted" : "";
    title.textContent = `${each.no} · ${each.author} ${each.at.replace("T", " ").slice(0, 16)}${gold}`;
    const body = document.createElement("div");
    const before = all.find((other) => other.no === each.parent)?.content ?? now.original;
    body.append(...umi.diff(text(now.role, before), text(now.role, each.content)));
    row.append(title, body);
    if (umi.review.isReviewer) row.append(accept(each.no));
    return row;
  });
  part("editor-history").querySelector("div").replaceChildren(comparison(now.role, all), ...rows);
}

// Any two of them, word by word.
function comparison(role, all) {
  const box = document.createElement("div");
  box.id = "editor-compare";
  const change = document.createElement("div");
  change.className = "revision";
  const choose = (label, chosen) => {
    const made = document.createElement("select");
    made.setAttribute("aria-label", label);
    made.replaceChildren(...all.map((each) => new Option(`${each.no} · ${each.author}`, each.no)));
    made.value = chosen.no;
    made.addEventListener("change", show);
    return made;
  };
  const from = choose("From revision", all[0]);
  const to = choose("To revision", all.at(-1));
  const said = ({ value }) => text(role, all.find((each) => String(each.no) === value).content);
  function show() {
    change.replaceChildren(...umi.diff(said(from), said(to)));
    if (from.value !== to.value && said(from) === said(to)) change.textContent = "Both say the same.";
  }
  const arrow = document.createElement("span");
  arrow.textContent = "→";
  box.append(from, arrow, to, change);
  show();
  return box;
}

function accept(number) {
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = "Accept";
  button.addEventListener("click", async () => {
    const asked = { run: umi.review.run, step: step().id, revision: number, who: umi.who() };
    const answer = await umi.ask(() => server.accept(asked), "review-problem");
    if (answer) {
      umi.review.gold = answer.gold;
      revisions();
      umi.say("review:gold");
    }
  });
  return button;
}

let polling = 0;
async function alternatives(ask = false) {
  const mine = ++polling;
  const now = step();
  if (!now) return;
  if (ask) await umi.ask(() => server.suggest({ run: umi.review.run, step: now.id, who: umi.who() }), "review-problem");
  for (;;) {
    const answer = await server.suggestions({ step: now.id }).catch(() => null);
    if (mine !== polling || step() !== now) return;
    if (answer) suggestions(answer);
    if (!answer?.busy) return;
    await umi.sleep(400);
  }
}

function suggestions(answer) {
  const rows = answer.items.map((each, index) => {
    const row = document.createElement("button");
    row.type = "button";
    row.className = "suggestion";
    row.dataset.key = `shift+${index + 1}`;
    const said = document.createElement("span");
    said.textContent = text(step().role, each.content);
    const sure = document.createElement("small");
    sure.textContent = `${Math.exp(each.logprob).toFixed(2)} ⇧${index + 1}`;
    row.append(said, sure);
    row.addEventListener("click", () => {
      edit(each.content, step().base, each.id);
      keep();
    });
    return row;
  });
  const note = document.createElement("p");
  note.className = "empty";
  note.textContent = answer.fault || (answer.busy ? "The model thinks…" : rows.length ? "" : "Not asked yet.");
  part("editor-suggestions").replaceChildren(...rows, note);
}

const first = () => form.querySelector("textarea, input, select")?.focus();
// Another tab of the same person saved this step, and with it went the draft on the server: keep this tab's.
addEventListener("storage", ({ key, newValue }) => {
  if (key === "umi.saved" && newValue && JSON.parse(newValue).step === step()?.id && changed()) keep();
});
part("save-button").addEventListener("click", save);
part("resume-button").addEventListener("click", resume);
part("finish-button").addEventListener("click", () => umi.say("review:finish"));
part("suggest-button").addEventListener("click", () => alternatives(true));
umi.hear("review:opened", () => (polling += 1));
umi.hear("review:step", show);
umi.hear("review:marked", kinds);
umi.hear("editor:save", save);
umi.hear("editor:resume", resume);
umi.hear("editor:edit", first);
umi.hear("editor:suggest", () => alternatives(true));
umi.hear("editor:undo", undo);
umi.hear("editor:redo", redo);
umi.hear("editor:key", (key) => element.querySelector(`[data-key="${key}"]`)?.click());
