// The side of the Train page: a card for each role, the list of jobs, and the rule of the gate.
const part = (id) => element.querySelector(`#${id}`);
const roles = part("train-roles");
const list = part("train-jobs");
umi.train ??= { role: null, job: null, adapter: null };

const visible = () => !document.hidden && element.offsetParent !== null;

async function showRoles() {
  const answer = await umi.call(() => server.roles({}), "train-problem");
  if (!answer) return;
  const before = roles.innerHTML;
  umi.list(roles, answer.roles.map((html, at) => ({ key: String(at), html })));
  focusRole(umi.train.role);
  if (before !== roles.innerHTML) umi.say("train:roles");
}

async function showJobs() {
  const answer = await server.jobs({}).catch(() => null);
  if (!answer?.items) return;
  const before = list.innerHTML;
  umi.list(list, answer.items);
  part("no-jobs").hidden = list.childElementCount > 0;
  select();
  // A job that ended may have made an adapter, or freed what was to learn.
  if (before !== list.innerHTML) showRoles();
}

function select() {
  for (const row of list.children) {
    if (row.dataset.key === umi.train.job) row.setAttribute("aria-current", "true");
    else row.removeAttribute("aria-current");
  }
}

function focusRole(role) {
  for (const card of roles.children) card.classList.toggle("on", card.dataset.role === role);
}

async function train(role) {
  if (!role) return umi.say("train:told", "Choose a role first: press 1, 2 or 3.");
  const settings = umi.train.role === role && !umi.train.job ? umi.train.settings?.() : undefined;
  const answer = await umi.ask(() => server.start({ role, settings, who: umi.who() }), "train-problem");
  if (!answer) return;
  await showJobs();
  umi.say("train:open", answer.job);
}

// Focused, so that Enter opens it and nothing else.
function move(by) {
  const rows = [...list.children];
  const focused = rows.indexOf(document.activeElement);
  const at = focused < 0 ? rows.findIndex((row) => row.dataset.key === umi.train.job) : focused;
  rows[Math.max(0, Math.min(rows.length - 1, at + by))]?.focus();
}

function fillRule(rule) {
  for (const [name, value] of Object.entries(rule)) part("rule-form").elements[name].value = value;
}

async function loadRule() {
  const answer = await umi.call(() => server.rule({}), "train-problem");
  if (answer) fillRule(answer.rule);
}

async function saveRule() {
  const rule = Object.fromEntries(new FormData(part("rule-form")));
  part("rule-told").textContent = "";
  const answer = await umi.ask(() => server.keep_rule({ rule, who: umi.who() }), "train-problem");
  if (!answer) return;
  fillRule(answer.rule);
  part("rule-told").textContent = "Saved.";
  showJobs();
  umi.say("train:ruled");
}

element.addEventListener("click", ({ target }) => {
  const button = target.closest("[data-train]");
  if (button) return train(button.dataset.train);
  const card = target.closest("[data-plan], .role-card");
  if (card) return umi.say("train:plan", card.dataset.plan ?? card.dataset.role);
  const row = target.closest("[data-job]");
  if (row) umi.say("train:open", row.dataset.job);
});
part("rule-form").addEventListener("submit", (event) => {
  event.preventDefault();
  saveRule();
});
umi.hear("train:train", () => train(umi.train.role));
umi.hear("train:move", move);
umi.hear("train:shown", () => {
  select();
  focusRole(umi.train.role);
});
umi.hear("train:changed", () => {
  showJobs();
  showRoles();
});

async function follow() {
  for (let round = 0; ; round++) {
    if (visible()) {
      await showJobs();
      if (round % 5 === 0) await showRoles();
    }
    await umi.sleep(1000);
  }
}
loadRule();
follow();
