// One question to two adapter sets: both runs as they are written, and where they first differ.
const part = (id) => element.querySelector(`#${id}`);
const sides = ["a", "b"];
const choice = (side) => part(`compare-choice-${side}`);
const column = (side) => part(`compare-${side}`);
let runs = {}; // the run of each side
let going = new Set();
let turn = 0; // which pair of runs is shown

async function choices() {
  const answer = await umi.call(() => server.choices({}), "compare-problem");
  if (!answer) return;
  for (const side of sides) {
    const chosen = choice(side).value;
    const options = answer.choices.map(({ value, label }) => new Option(label, value));
    choice(side).replaceChildren(...options);
    // B is the newest revision at first: what it does otherwise than the live one is the question.
    const first = side === "a" ? "live" : (answer.choices[2]?.value ?? "own");
    choice(side).value = options.some(({ value }) => value === chosen) ? chosen : first;
  }
}

async function ask() {
  const question = part("compare-question").value;
  const asked = { question, a: choice("a").value, b: choice("b").value };
  const answer = await umi.call(() => server.ask(asked), "compare-problem");
  if (answer) show(answer);
}

function show(pair) {
  turn += 1;
  runs = { a: pair.a, b: pair.b };
  going = new Set(sides);
  part("compare-empty").hidden = true;
  part("compare-runs").hidden = false;
  part("compare-head").textContent = part("compare-verdict").textContent = "";
  part("compare-stop").disabled = false;
  address();
  for (const side of sides) clear(side);
  for (const side of sides) follow(side, turn);
}

function clear(side) {
  column(side).querySelector(".cards").replaceChildren();
  for (const name of ["written-by", "waiting", "ending"]) column(side).querySelector(`.${name}`).textContent = "";
  column(side).querySelector(".to-review").hidden = true;
}

function address() {
  const url = new URL(location.href);
  url.searchParams.set("compare", `${runs.a},${runs.b}`);
  if (url.href !== location.href) history.replaceState(null, "", url);
}

async function follow(side, mine) {
  let seen = { have: 0, mark: "" };
  while (mine === turn) {
    const page = await server.watch({ run: runs[side], ...seen }).catch(() => null);
    if (mine !== turn) return;
    if (page?.problem && !page.items) return fail(side, page.problem);
    if (!page) {
      await umi.sleep(1000);
      continue;
    }
    if (page.items) place(side, page);
    seen = { have: page.have ?? seen.have, mark: page.mark };
    if (page.ended) return end(side);
    await umi.sleep(80);
  }
}

function fail(side, sentence) {
  column(side).querySelector(".ending").textContent = sentence;
  end(side);
}

function place(side, page) {
  const box = column(side);
  const cards = box.querySelector(".cards");
  const from = [...cards.children].findIndex((card) => parseInt(card.dataset.key) >= page.from);
  umi.list(cards, page.items, from < 0 ? cards.children.length : from);
  if (page.head) umi.fill(part("compare-head"), page.head);
  if (page.facts) by(box, umi.parse(`<div>${page.facts}</div>`));
  box.querySelector(".waiting").textContent = page.waiting ?? "";
  if (page.ended) umi.fill(box.querySelector(".ending"), page.ending);
  differ();
}

// Which revision writes each role, from the facts of the run itself.
function by(box, facts) {
  const rows = [...facts.querySelectorAll("dt")].map((name) => [name.textContent, name.nextElementSibling.textContent]);
  const roles = rows.filter(([name]) => ["Planner", "Caller", "Summarizer"].includes(name));
  box.querySelector(".written-by").textContent = roles.map(([, revision]) => revision).join(" · ");
}

function end(side) {
  going.delete(side);
  const link = column(side).querySelector(".to-review");
  link.href = `?review=${encodeURIComponent(runs[side])}`;
  link.hidden = false;
  part("compare-stop").disabled = going.size > 0 ? false : true;
  differ();
}

const said = (card) =>
  [".role", ".decision", ".body"].map((name) => card.querySelector(name)?.textContent ?? "").join("\n");

// Marks the first card at which the two runs are not the same; one still being written is not judged.
function differ() {
  const [a, b] = sides.map((side) => [...column(side).querySelectorAll(".card")]);
  for (const card of [...a, ...b]) card.classList.remove("differs");
  const judged = (cards, side) => cards.filter((card) => !card.classList.contains("live")).length + (going.has(side) ? 0 : 1e6);
  const until = Math.min(judged(a, "a"), judged(b, "b"), Math.max(a.length, b.length));
  for (let at = 0; at < until; at++) {
    if (a[at] && b[at] && said(a[at]) === said(b[at])) continue;
    a[at]?.classList.add("differs");
    b[at]?.classList.add("differs");
    const card = a[at] ?? b[at];
    const what = `${card.querySelector(".role").textContent.toLowerCase()}, step ${parseInt(card.dataset.key) + 1}`;
    part("compare-verdict").textContent = `They first differ at the ${what}.`;
    return;
  }
  part("compare-verdict").textContent = going.size ? "" : "Both wrote the same.";
}

function stop() {
  for (const side of going) umi.call(() => server.stop({ run: runs[side] }), "compare-problem");
}

part("compare-form").addEventListener("submit", (event) => {
  event.preventDefault();
  ask();
});
part("compare-stop").addEventListener("click", stop);
for (const side of sides) choice(side).addEventListener("focus", choices);
umi.hear("compare:ask", ask);
umi.hear("compare:stop", () => (going.size ? stop() : document.activeElement?.blur()));
umi.hear("compare:question", () => part("compare-question").focus());
// From the Train page: the candidate against what is live. The page may only now be made for it.
async function take() {
  const adapter = umi.comparing;
  umi.comparing = null;
  await choices();
  if (!adapter) return;
  choice("a").value = "live";
  choice("b").value = adapter;
  part("compare-question").focus();
}
umi.hear("compare:with", take);
take();
const linked = new URL(location.href).searchParams.get("compare")?.split(",");
if (linked?.length === 2) show({ a: linked[0], b: linked[1] });
