// The bar: the model's state, light or dark, help, and the keys of all pages.
const chip = element.querySelector("#model-chip");
const help = element.querySelector("#help");
const click = (id) => document.getElementById(id)?.click();
const tab = (name) => [...document.querySelectorAll('[role="tab"]')].find((one) => one.textContent.trim() === name);
const onPage = (name) => tab(name)?.getAttribute("aria-selected") === "true";
umi.goTo = (name) => tab(name)?.click();
const onRunPage = () => onPage("Run");

async function follow() {
  for (;;) {
    let word = "";
    if (!document.hidden) word = await status();
    await umi.sleep(word === "loading" || !onRunPage() ? 700 : 3000);
  }
}

async function status() {
  const answer = await server.status().catch(() => null);
  if (!answer) return void (chip.textContent = "no connection");
  if (answer.problem) chip.textContent = answer.problem;
  else umi.fill(chip, answer.chip);
  for (const [id, html] of [["model-state", answer.model], ["installed", answer.installed]]) {
    const panel = document.getElementById(id);
    if (panel && html) umi.fill(panel, html);
  }
  return answer.word;
}

function take(model) {
  umi.type(document.querySelector("#model-name :is(input, textarea)"), model);
}

function dark(is) {
  document.body.classList.toggle("dark", is);
}

function flip() {
  const is = !document.body.classList.contains("dark");
  umi.remember("theme", is ? "dark" : "light");
  dark(is);
}

function runKey() {
  if (!document.getElementById("run-button").disabled) return click("run-button");
  umi.say("problem", "A run is going on: stop it with Esc, or press New question to ask another beside it.");
}

function escape(field) {
  if (document.body.classList.contains("umi-running")) click("stop-button");
  else field?.blur();
}

function step(by) {
  const cards = [...document.querySelectorAll("#cards .card")];
  const at = cards.findIndex((card) => card.classList.contains("on"));
  const next = cards[Math.max(0, Math.min(cards.length - 1, at + by))];
  cards[at]?.classList.remove("on");
  next?.classList.add("on");
  next?.scrollIntoView({ block: "nearest" });
}

const reviewKeys = {
  "?": () => help.showModal(),
  n: () => umi.say("review:next"),
  p: () => umi.say("review:previous"),
  j: () => umi.say("review:go", 1),
  k: () => umi.say("review:go", -1),
  a: () => umi.say("editor:key", "a"),
  u: () => umi.say("editor:key", "u"),
  e: () => umi.say("editor:edit"),
  s: () => umi.say("editor:suggest"),
  r: () => umi.say("editor:resume"),
  f: () => umi.say("review:finish"),
  h: () => umi.say("review:hold"),
  o: () => umi.say("review:second"),
  "/": () => document.getElementById("queue-search")?.focus(),
};

// On the Review page: digits name the kind of error, with Shift they take a suggestion.
function reviewKey(event, field) {
  const digit = /^Digit([1-9])$/.exec(event.code)?.[1];
  const control = event.ctrlKey || event.metaKey;
  if (control && event.key === "Enter") umi.say("editor:save");
  else if (event.key === "Escape" && field) field.blur();
  else if (field || event.altKey) return;
  else if (control && event.key.toLowerCase() === "z" && !event.shiftKey) umi.say("editor:undo");
  else if (control && ["y", "z"].includes(event.key.toLowerCase())) umi.say("editor:redo");
  else if (control) return;
  else if (digit) umi.say("editor:key", event.shiftKey ? `shift+${digit}` : digit);
  else if (reviewKeys[event.key]) reviewKeys[event.key]();
  else return;
  event.preventDefault();
}

const trainKeys = {
  1: () => umi.say("train:plan", "planner"),
  2: () => umi.say("train:plan", "caller"),
  3: () => umi.say("train:plan", "summarizer"),
  j: () => umi.say("train:move", 1),
  k: () => umi.say("train:move", -1),
  t: () => umi.say("train:train"),
  p: () => umi.say("train:promote"),
  c: () => umi.say("train:cancel"),
};

// On the Train page; whether the key was one of its own.
function trainKey({ key, ctrlKey, metaKey, altKey }, field) {
  if (key === "Escape" && field) field.blur();
  else if (field || ctrlKey || metaKey || altKey) return false;
  else if (trainKeys[key]) trainKeys[key]();
  else return false;
  return true;
}

// On the Compare page; whether the key was one of its own.
function compareKey({ key, ctrlKey, metaKey }, field) {
  if (key === "Enter" && (ctrlKey || metaKey)) umi.say("compare:ask");
  else if (key === "Escape") umi.say("compare:stop");
  else if (key === "q" && !field) umi.say("compare:question");
  else return false;
  return true;
}

const keys = {
  "?": () => help.showModal(),
  q: () => document.querySelector("#question textarea")?.focus(),
  n: () => umi.say("new"),
  j: () => step(1),
  k: () => step(-1),
  r: () => document.querySelector('#cards .card.on [data-fold="raw"]')?.click(),
};

document.addEventListener("keydown", (event) => {
  if (document.querySelector("dialog[open]")) return;
  const field = event.target.closest?.("input, textarea, select, [contenteditable]");
  if (onPage("Review")) return reviewKey(event, field);
  if (onPage("Train") && trainKey(event, field)) return event.preventDefault();
  if (onPage("Compare") && compareKey(event, field)) return event.preventDefault();
  if (event.key === "Escape" && onRunPage()) return escape(field);
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && onRunPage()) {
    event.preventDefault();
    return runKey();
  }
  if (field || event.ctrlKey || event.metaKey || event.altKey || !keys[event.key]) return;
  if (event.key !== "?" && !onRunPage()) return;
  event.preventDefault();
  keys[event.key]();
});

element.querySelector("#help-button").addEventListener("click", () => help.showModal());
element.querySelector("#theme-button").addEventListener("click", flip);
document.addEventListener("click", ({ target }) => {
  if (target.closest('[role="tab"]')) setTimeout(status, 50); // a page is made when it is first shown
  const model = target.closest("[data-model]")?.dataset.model;
  if (model) take(model);
});
const whoChip = element.querySelector("#who-chip");
const called = (name) => {
  whoChip.textContent = name;
  whoChip.hidden = !name;
  whoChip.disabled = Boolean(umi.login());
  whoChip.title = umi.login() ? "Logged in" : "Who reviews: change the name";
};
umi.hear("who", called);
called(umi.who());
whoChip.addEventListener("click", () => umi.introduce());
chip.addEventListener("click", () => tab("Models")?.click());
if (umi.recall("theme")) dark(umi.recall("theme") === "dark");
// A link to a run under review, to two runs side by side or to a job opens its page.
async function arrive() {
  const asked = new URL(location.href).searchParams;
  const pages = { review: "Review", compare: "Compare", train: "Train", adapter: "Train" };
  const page = Object.entries(pages).find(([name]) => asked.has(name))?.[1];
  if (!page) return;
  while (!tab(page)) await umi.sleep(20);
  tab(page).click();
}
arrive();
follow();
