// The queue: filtered, searched, a page at a time; next and previous follow its order.
const part = (id) => element.querySelector(`#${id}`);
const rows = part("queue-rows");
const fields = { text: "queue-search", reviewed: "queue-reviewed", outcome: "queue-outcome", sort: "queue-sort" };
let saved = {};
let asked = 0; // which search is the latest: an answer to an older one is late

const choice = () => Object.fromEntries(Object.entries(fields).map(([key, id]) => [key, part(id).value]));

async function fill(after) {
  const mine = after ? asked : ++asked;
  const answer = await umi.call(() => server.queue({ choice: choice(), after, who: umi.who() }), "review-problem");
  if (!answer || mine !== asked) return;
  umi.list(rows, answer.items, after ? rows.childElementCount : 0);
  part("queue-more").hidden = !answer.more;
  part("queue-empty").hidden = rows.childElementCount > 0;
  if (answer.count !== null) part("queue-count").textContent = answer.count.toLocaleString("en");
  select();
}

function select() {
  for (const row of rows.children) {
    if (row.dataset.key === umi.review?.run) row.setAttribute("aria-current", "true");
    else row.removeAttribute("aria-current");
  }
  rows.querySelector("[aria-current]")?.scrollIntoView({ block: "nearest" });
}

async function step(back, run = umi.review?.run ?? null) {
  const answer = await umi.ask(
    () => server.step_to({ choice: choice(), run, back, who: umi.who() }),
    "review-problem",
  );
  if (answer?.run) take(answer.run);
  else if (answer) umi.say("review:problem", back ? "This is the first run of the queue." : "The queue is done: no run is left that nobody has open.");
}

// What others said is not shown before the second opinion is given.
function take(run) {
  umi.say(part("queue-reviewed").value === "second" ? "review:open-blind" : "review:open", run);
}

// The first run for a second opinion; pressed again, the one after.
async function second() {
  if (!umi.who()) await umi.introduce();
  const box = part("queue-reviewed");
  if (box.value === "second") return step(false);
  box.value = "second";
  await fill();
  return step(false, null);
}

async function filters(change = {}) {
  const answer = await umi.ask(() => server.filters({ choice: choice(), who: umi.who(), ...change }), "review-problem");
  if (!answer) return;
  saved = answer.filters;
  const options = [["", "saved filters"], ["+", "save this one…"], ...Object.keys(saved).map((name) => [name, name])];
  const box = part("queue-saved");
  box.replaceChildren(...options.map(([value, text]) => new Option(text, value)));
}

function restore(name) {
  if (name === "+") {
    const given = window.prompt("A name for this filter")?.trim();
    if (given) filters({ save: given });
  } else if (saved[name]) {
    const chosen = saved[name];
    part("queue-search").value = chosen.text;
    part("queue-reviewed").value = chosen.second_for ? "second" : chosen.apart ? "apart" : { true: "yes", null: "any" }[chosen.reviewed] ?? "no";
    part("queue-outcome").value = chosen.outcome ?? "";
    part("queue-sort").value = chosen.sort;
    fill();
  }
  part("queue-saved").value = "";
}

let typing;
part("queue-search").addEventListener("input", () => {
  clearTimeout(typing);
  typing = setTimeout(() => fill(), 150);
});
for (const id of ["queue-reviewed", "queue-outcome", "queue-sort"]) part(id).addEventListener("change", () => fill());
part("queue-saved").addEventListener("focus", () => filters());
part("queue-saved").addEventListener("change", ({ target }) => restore(target.value));
element.addEventListener("click", ({ target }) => {
  const row = target.closest(".run-row");
  if (row) take(row.dataset.run);
  if (target.closest("#queue-more")) fill(rows.lastElementChild?.dataset.key);
});
part("second-button").addEventListener("click", second);
umi.hear("review:second", second);
umi.hear("review:next", () => step(false));
umi.hear("review:previous", () => step(true));
umi.hear("review:opened", select);
umi.hear("review:changed", () => fill());
if (matchMedia("(max-width: 760px)").matches) element.querySelector("details").open = false;
fill();
