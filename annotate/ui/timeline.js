// The timeline: tails one run, places its cards, and opens what is folded in them.
const part = (id) => element.querySelector(`#${id}`);
const cards = part("cards");
const minimap = part("minimap");
const pane = () => {
  const column = element.closest("#timeline");
  return getComputedStyle(column).overflowY === "auto" ? column : document.scrollingElement;
};

let lost = false; // whether the server did not answer the last time
let turn = 0; // which call of `tail` is the current one

const problem = (sentence) => umi.tell("problem", sentence);

function running(is) {
  document.body.classList.toggle("umi-running", is);
  const button = (id) => document.getElementById(id);
  if (button("run-button")) button("run-button").disabled = is;
  if (button("stop-button")) button("stop-button").disabled = !is;
}

function facts(html) {
  const column = document.getElementById("run-facts");
  if (column) umi.fill(column, html);
}

function clear() {
  cards.replaceChildren();
  minimap.replaceChildren();
  for (const id of ["question-heading", "ending", "waiting"]) part(id).textContent = "";
  facts("");
}

function show(run, push = true) {
  turn += 1;
  umi.shown = run;
  problem("");
  clear();
  running(false);
  part("empty").hidden = Boolean(run);
  part("run").hidden = !run;
  address(run, push);
  umi.say("shown", run);
  if (run) tail(run, turn);
}

function address(run, push) {
  const url = new URL(location.href);
  if (run) url.searchParams.set("run", run);
  else url.searchParams.delete("run");
  if (push && url.href !== location.href) history.pushState(null, "", url);
}

async function tail(run, mine) {
  let seen = { have: 0, mark: "" };
  while (mine === turn) {
    const page = await ask({ run, have: seen.have, mark: seen.mark });
    if (mine !== turn) return;
    if (!page) {
      await umi.sleep(1000);
      continue;
    }
    if (page.problem) return fail(page.problem);
    if (page.items) place(page, seen.mark === "");
    seen = { have: page.have ?? seen.have, mark: page.mark };
    if (page.ended) return;
    await umi.sleep(80);
  }
}

async function ask(question) {
  try {
    const page = await server.watch(question);
    if (!page) throw new Error("no answer"); // Gradio's client swallows a failed request
    if (lost) problem("");
    lost = false;
    return page;
  } catch {
    lost = true;
    problem("The program does not answer; trying again.");
    return null;
  }
}

function fail(sentence) {
  show(null, false);
  umi.remember("running", null);
  problem(sentence);
}

function place(page, first) {
  const view = pane();
  const follows = view.scrollHeight - view.scrollTop - view.clientHeight < 60;
  if (page.head) umi.fill(part("question-heading"), page.head);
  umi.list(cards, page.items, cardsBefore(page.from));
  bars(page.items, cardsBefore(page.from));
  cards.querySelectorAll(".observation:not(.measured)").forEach(measure);
  part("waiting").textContent = page.waiting;
  part("waiting").hidden = !page.waiting;
  if (page.facts) facts(page.facts);
  if ("ended" in page) end(page, first);
  if (first && page.ended) view.scrollTop = 0;
  else if (follows) view.scrollTop = view.scrollHeight;
}

function end(page, first) {
  running(!page.ended);
  if (page.ended) umi.fill(part("ending"), page.ending);
  if (!page.ended) umi.remember("running", umi.shown);
  else if (umi.recall("running") === umi.shown) umi.remember("running", null);
  if (first || page.ended) umi.say("changed");
}

// A step is one card, a call with its tool two: finds where the cards of step `from` begin.
function cardsBefore(from) {
  const index = [...cards.children].findIndex((card) => parseInt(card.dataset.key) >= from);
  return index < 0 ? cards.children.length : index;
}

function bars(items, from) {
  const html = ({ key, role, weight }) => ({
    key,
    html: `<i class="${role}" style="height:${weight * 4}px"></i>`,
  });
  umi.list(minimap, items.map(html), from);
}

function measure(body) {
  body.classList.add("measured");
  const long = body.scrollHeight > body.clientHeight + 2;
  const more = body.nextElementSibling;
  body.classList.toggle("long", long);
  if (more) more.hidden = !long;
}

async function fold(button) {
  const folded = button.closest(".card").querySelector(`[data-folded="${button.dataset.fold}"]`);
  folded.hidden = !folded.hidden;
  button.setAttribute("aria-expanded", String(!folded.hidden));
  if (folded.hidden || button.dataset.fold !== "raw" || folded.childElementCount) return;
  folded.textContent = "Loading…";
  try {
    const answer = await server.raw({ run: umi.shown, step: Number(button.dataset.step) });
    if (answer.problem) folded.textContent = answer.problem;
    else folded.innerHTML = answer.html;
    folded.scrollTop = folded.scrollHeight; // what this step added stands last
  } catch {
    folded.textContent = "The program does not answer; close this and open it again.";
  }
}

element.addEventListener("click", ({ target }) => {
  const button = target.closest("button");
  if (button?.dataset.fold) fold(button);
  if (button?.matches(".more")) {
    const open = button.previousElementSibling.classList.toggle("open");
    button.textContent = open ? "Show less" : "Show all";
  }
  if (button?.matches(".example")) umi.type(document.querySelector("#question textarea"), button.textContent);
  const bar = target.closest("#minimap i");
  if (bar) cards.children[[...minimap.children].indexOf(bar)]?.scrollIntoView({ block: "center" });
});

watch("value", () => {
  if (props.value.run) show(props.value.run);
  if (props.value.problem) problem(props.value.problem);
});
umi.hear("open", (run) => show(run));
umi.hear("problem", problem);
addEventListener("popstate", () => show(new URL(location.href).searchParams.get("run"), false));
show(new URL(location.href).searchParams.get("run") ?? umi.recall("running"));
