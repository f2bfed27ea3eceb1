// What is open on the Train page: the plan of a role, or a job with its gate; and what becomes live.
const part = (id) => element.querySelector(`#${id}`);
umi.train ??= { role: null, job: null, adapter: null };
let shown = null; // the open job as the server told it
let asked = 0; // which plan is the latest: an answer to an older one is late

const told = (sentence) => umi.tell("train-told", sentence);

function show(section) {
  for (const id of ["plan", "job", "train-empty"]) part(id).hidden = id !== section;
  const bundle = document.getElementById("train-bundle");
  if (bundle) bundle.style.display = section === "job" && umi.train.adapter ? "flex" : "none";
  umi.say("train:shown");
  if (section !== "train-empty" && matchMedia("(max-width: 760px)").matches) element.scrollIntoView();
}

const capital = (word) => word[0].toUpperCase() + word.slice(1);

function settings() {
  const form = part("settings-form");
  return { ...Object.fromEntries(new FormData(form)), without: new FormData(form).getAll("without") };
}
umi.train.settings = settings;

async function plan(role) {
  umi.train.role = role;
  umi.train.job = umi.train.adapter = shown = null;
  part("plan-title").textContent = capital(role);
  part("plan").className = role;
  told("");
  umi.tell("train-problem", "");
  address(null);
  show("plan");
  await replan();
}

async function replan() {
  const mine = ++asked;
  const { role } = umi.train;
  const answer = await umi.call(() => server.plan({ role, settings: settings() }), "train-problem");
  if (!answer || mine !== asked) return;
  umi.fill(part("plan-body"), answer.plan);
  umi.fill(part("plan-history"), answer.history);
  part("plan-live").textContent = answer.live;
  umi.train.seen = answer.seen;
  people(answer.people);
}

// Annotators whose corrections may be left out; what was ticked stays ticked.
function people(names) {
  const box = part("without").querySelector("div");
  const before = new Set([...box.querySelectorAll("input")].map(({ value }) => value));
  for (const name of names.filter((each) => !before.has(each))) {
    const label = document.createElement("label");
    const tick = Object.assign(document.createElement("input"), { type: "checkbox", name: "without", value: name });
    label.append(tick, ` ${name}`);
    box.append(label);
  }
  part("without").hidden = !box.childElementCount;
}

async function open(job, adapter = null) {
  const answer = await umi.call(() => server.open({ job, adapter }), "train-problem");
  if (!answer) return;
  ({ job } = answer);
  const again = shown && umi.train.job === job;
  shown = answer;
  Object.assign(umi.train, { job, adapter: answer.adapter, role: answer.role, seen: answer.seen });
  umi.fill(part("job-head"), answer.head);
  stand(answer);
  part("job-gate").innerHTML = answer.gate;
  part("job").classList.toggle("judged", Boolean(answer.gate));
  part("job-promote").hidden = !answer.adapter || answer.live;
  part("job-lineage").hidden = !answer.adapter;
  umi.fill(part("job-lineage").querySelector("div"), answer.lineage);
  if (!again) {
    part("job-cases").replaceChildren();
    part("job-log").open = false;
    told("");
    umi.tell("train-problem", "");
  }
  address(job);
  show("job");
}

function stand({ status, curve }) {
  umi.fill(part("job-status"), status);
  if (part("job-curve").innerHTML !== curve) part("job-curve").innerHTML = curve;
}

function address(job) {
  const url = new URL(location.href);
  if (job) url.searchParams.set("train", job);
  else url.searchParams.delete("train");
  url.searchParams.delete("adapter");
  if (url.href !== location.href) history.replaceState(null, "", url);
}

function close() {
  umi.train.job = umi.train.adapter = shown = null;
  address(null);
  show("train-empty");
}

async function cases({ group, outcome }) {
  const answer = await umi.call(() => server.cases({ job: umi.train.job, group, outcome }), "train-problem");
  if (!answer) return;
  const box = part("job-cases");
  box.innerHTML = answer.html;
  box.querySelectorAll(".case").forEach(mark);
  box.scrollIntoView({ block: "start", behavior: "smooth" });
}

// Struck through what does not stand in the wanted text, marked there what is missing.
function mark(one) {
  const wanted = one.querySelector(".wanted");
  if (!wanted) return;
  const [live, candidate] = ["live", "candidate"].map((name) => one.querySelector(`pre.${name}`));
  const text = wanted.textContent;
  const wrong = candidate.textContent === text ? live : candidate;
  if (wrong.textContent !== text)
    wanted.replaceChildren(...umi.diff(wrong.textContent, text).filter((node) => node.nodeName !== "DEL"));
  for (const side of [live, candidate])
    side.replaceChildren(...umi.diff(side.textContent, text).filter((node) => node.nodeName !== "INS"));
}

async function act(name) {
  const job = umi.train.job;
  if (!job || (name === "delete" && !(await sure("delete-job", "delete")))) return;
  const answer = await umi.ask(() => server.act({ act: name, job, who: umi.who() }), "train-problem");
  if (!answer) return;
  if (answer.job) await open(answer.job);
  else close();
  umi.say("train:changed");
}

async function sure(dialog, value) {
  const box = part(dialog);
  box.returnValue = "";
  box.showModal();
  await new Promise((done) => box.addEventListener("close", done, { once: true }));
  return box.returnValue === value;
}

// Asks, says why, and makes it live; where somebody was faster, their sentence is shown and all is read again.
async function promote(role, adapter, name, why, verdict) {
  const { seen } = umi.train;
  part("promote-title").textContent = `Make ${name} live?`;
  part("promote-told").textContent = verdict ? `The gate says: ${verdict}.` : "";
  part("promote-why").value = why;
  if (!(await sure("promote-dialog", "promote"))) return;
  const given = { role, adapter, why: part("promote-why").value, verdict, seen };
  const answer = await umi.ask(() => server.promote({ ...given, who: umi.who() }), "train-problem");
  if (umi.train.job) await open(umi.train.job);
  else await replan();
  if (answer) told(answer.told);
  umi.say("train:changed");
}

function promoteOpen() {
  if (!shown?.adapter) return told("Open a finished job first: j and k move, Enter opens.");
  if (shown.live) return told(`${shown.name} is live already.`);
  promote(shown.role, shown.adapter, shown.name, shown.why, shown.verdict);
}

function back({ back: adapter, role }) {
  const name = adapter ? adapter.replace(/__r0*/, " r") : `the set's own ${role}`;
  promote(role, adapter || null, name, `back from ${part("plan-live").textContent}`, null);
}

async function without(name) {
  const asked = { job: umi.train.job, without: name };
  const answer = await umi.ask(() => server.start({ ...asked, who: umi.who() }), "train-problem");
  if (!answer) return;
  await open(answer.job);
  umi.say("train:changed");
}

async function log() {
  const box = part("job-log");
  if (!box.open || !umi.train.job) return;
  const answer = await umi.call(() => server.log({ job: umi.train.job }), "train-problem");
  if (!answer) return;
  const text = box.querySelector("pre");
  text.textContent = answer.log || "Nothing was printed yet.";
  text.scrollTop = text.scrollHeight;
}

element.addEventListener("click", ({ target }) => {
  const button = target.closest("button");
  if (!button) return;
  if (button.dataset.act) act(button.dataset.act);
  else if (button.dataset.group) cases(button.dataset);
  else if ("back" in button.dataset) back(button.dataset);
  else if (button.dataset.without) without(button.dataset.without);
});
part("plan-train").addEventListener("click", () => umi.say("train:train"));
part("promote-button").addEventListener("click", promoteOpen);
part("compare-button").addEventListener("click", () => {
  umi.comparing = umi.train.adapter;
  umi.goTo("Compare");
  umi.say("compare:with");
});
part("job-log").addEventListener("toggle", log);
let typing;
part("settings-form").addEventListener("input", () => {
  clearTimeout(typing);
  typing = setTimeout(replan, 300);
});
part("settings-form").addEventListener("submit", (event) => event.preventDefault());
umi.hear("train:plan", plan);
// Something was corrected or promoted, or the model is there now.
umi.hear("train:roles", () => umi.train.role && !umi.train.job && replan());
umi.hear("train:open", (job) => open(job));
umi.hear("train:told", told);
umi.hear("train:promote", promoteOpen);
umi.hear("train:cancel", () => act("cancel"));
umi.hear("train:ruled", () => umi.train.job && open(umi.train.job));

// While the open job goes on it is looked at each second; when it has ended, all of it is read again.
async function follow() {
  for (;;) {
    await umi.sleep(1000);
    if (!shown?.going || document.hidden) continue;
    const job = umi.train.job;
    const answer = await server.jobs({ job }).catch(() => null);
    if (!answer?.open || umi.train.job !== job) continue;
    if (answer.open.gone) close();
    else if (answer.open.state === shown.state) stand(answer.open);
    else await open(job);
    if (part("job-log").open) log();
  }
}
const linked = new URL(location.href).searchParams;
if (linked.has("train") || linked.has("adapter")) open(linked.get("train"), linked.get("adapter"));
else show("train-empty");
follow();
