// The bar: the model's state, light or dark, help, and the keys of all pages.
const chip = element.querySelector("#model-chip");
const help = element.querySelector("#help");
const click = (id) => document.getElementById(id)?.click();
const tab = (name) => [...document.querySelectorAll('[role="tab"]')].find((one) => one.textContent.trim() === name);
const onRunPage = () => tab("Run")?.getAttribute("aria-selected") === "true";

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

const keys = {
  "?": () => help.showModal(),
  q: () => document.querySelector("#question textarea")?.focus(),
  n: () => umi.say("new"),
  j: () => step(1),
  k: () => step(-1),
  r: () => document.querySelector('#cards .card.on [data-fold="raw"]')?.click(),
};

document.addEventListener("keydown", (event) => {
  if (help.open) return;
  const field = event.target.closest?.("input, textarea, select, [contenteditable]");
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
chip.addEventListener("click", () => tab("Models")?.click());
if (umi.recall("theme")) dark(umi.recall("theme") === "dark");
follow();
