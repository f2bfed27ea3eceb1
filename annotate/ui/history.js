// The list of runs: kept fresh at its head, grown at its end on demand.
const list = element.querySelector("#runs");
const older = element.querySelector("#older");
let grown = false; // older pages were asked for: only the first page is refreshed then

async function page(before) {
  try {
    const answer = await server.recent(before);
    return answer.problem ? null : answer;
  } catch {
    return null;
  }
}

async function refresh() {
  const answer = await page(null);
  if (!answer) return;
  const keys = new Set(answer.items.map((item) => item.key));
  const rest = grown ? [...list.children].filter((row) => !keys.has(row.dataset.key)) : [];
  umi.list(list, [...answer.items, ...rest.map((row) => ({ key: row.dataset.key, html: row.outerHTML }))]);
  if (!grown) older.hidden = !answer.more;
  element.querySelector("#no-runs").hidden = list.childElementCount > 0;
  select(umi.shown);
}

async function grow() {
  const answer = await page(list.lastElementChild?.dataset.key ?? null);
  if (!answer) return;
  grown = true;
  umi.list(list, answer.items, list.childElementCount);
  older.hidden = !answer.more;
}

function select(run) {
  for (const row of list.children) {
    const on = row.dataset.key === run;
    if (on) row.setAttribute("aria-current", "true");
    else row.removeAttribute("aria-current");
  }
}

element.addEventListener("click", ({ target }) => {
  const row = target.closest(".run-row");
  if (row) umi.say("open", row.dataset.run);
  if (target.closest("#older")) grow();
  if (target.closest("#new-run")) umi.say("new");
  const narrow = matchMedia("(max-width: 760px)").matches;
  if (narrow && target.closest(".run-row, #new-run")) element.querySelector("details").open = false;
});

umi.hear("new", () => {
  umi.say("open", null);
  umi.type(document.querySelector("#question textarea"), "");
});
umi.hear("shown", select);
umi.hear("changed", refresh);
if (matchMedia("(max-width: 760px)").matches) element.querySelector("details").open = false;
setInterval(() => document.hidden || refresh(), 10000);
refresh();
