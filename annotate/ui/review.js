// The run under review: its steps, which one is active, what is said of them, and the run resumed beside it.
const part = (id) => element.querySelector(`#${id}`);
const main = part("review-main");
const child = part("review-child");
let turn = 0; // which tail of a resumed run is the current one

const problem = (sentence) => umi.tell("review-problem", sentence);

async function open(run, keep = {}, blind = false) {
  const answer = await umi.ask(() => server.open({ run, blind, who: umi.who() }), "review-problem");
  if (!answer) return;
  take(answer, keep);
  address(run);
}

function take(data, keep = {}) {
  umi.review = data;
  part("review-empty").hidden = true;
  part("review-run").hidden = false;
  umi.fill(part("review-head"), data.head);
  umi.fill(part("review-ending"), data.ending);
  umi.fill(part("review-opinions"), data.opinions);
  notes(data);
  umi.list(main.querySelector(".cards"), data.cards);
  bars(main, data.cards);
  umi.say("review:opened", data);
  const first = data.firstWrong ?? leastSure(data.steps);
  go(keep.at ?? first, keep.at === undefined);
  if (keep.child) follow(keep.child);
  else if (data.children.length) follow(data.children.at(-1).id);
  else beside(false);
}

// Where to look first: the step that its role was least sure of.
function leastSure(steps) {
  const sure = steps.map((step) => step.confidence ?? 1);
  const least = Math.min(...sure);
  return least < 1 ? sure.indexOf(least) : 0;
}

function notes(data) {
  const said = data.others.map((other) => {
    const wrong = other.wrong ? ` at step ${other.wrong}` : "";
    return `${other.annotator}: ${other.verdict ?? "not done"}${wrong}`;
  });
  if (data.blind) said.unshift("second opinion: what others said is shown once you are done");
  if (data.heldOut) said.push("held out: never exported to learn from");
  part("delete-button").hidden = !data.isReviewer;
  part("hold-button").setAttribute("aria-pressed", String(data.heldOut));
  if (data.reservedBy) said.unshift(`${data.reservedBy} has this run open`);
  if (data.parent) said.unshift("resumed from another run");
  if (data.finished) said.push("you are done with it");
  part("review-notes").textContent = said.join(" · ");
  part("review-notes").hidden = !said.length;
}

function bars(side, cards) {
  const html = ({ key, role, weight }) => ({ key, html: `<i class="${role}" style="height:${weight * 4}px"></i>` });
  umi.list(side.querySelector(".minimap"), cards.map(html));
}

// The less sure a step, the wider its bar; what was said of it stands beside.
function tone(bar, step, mark, at) {
  const doubt = step.confidence === null ? 0 : 1 - step.confidence;
  bar.style.width = `${Math.round(6 + 8 * Math.min(1, doubt / 0.7))}px`;
  for (const verdict of ["right", "wrong", "unsure"]) bar.classList.toggle(`said-${verdict}`, mark?.verdict === verdict);
  const sure = step.confidence === null ? "" : ` · ${step.confidence.toFixed(2)}`;
  bar.title = `Step ${at + 1} · ${step.role}${sure}${mark ? ` · ${mark.kind ?? mark.verdict}` : ""}`;
}

// A card's key is its step's position, with "-tool" for what the tool returned.
const position = (node) => parseInt(node.dataset.key);

function paint() {
  const data = umi.review;
  const wrong = data.steps.findIndex((step) => data.marks[step.id]?.verdict === "wrong");
  for (const node of [...main.querySelectorAll(".card"), ...main.querySelectorAll(".minimap i")]) {
    const at = position(node);
    const isTool = node.dataset.key.endsWith("-tool");
    const mark = data.marks[data.steps[at].id];
    node.classList.toggle("on", at === umi.at && !isTool);
    node.classList.toggle("after", wrong >= 0 && (at > wrong || (at === wrong && isTool)));
    node.classList.toggle("is-wrong", at === wrong && !isTool);
    if (isTool) continue;
    if (node.classList.contains("card")) badge(node, mark, data.steps[at]);
    else tone(node, data.steps[at], mark, at);
  }
}

function label(said, by) {
  const made = document.createElement("span");
  made.className = `said ${said.verdict}${by ? " theirs" : ""}`;
  const wrong = by ? (said.kind ?? "wrong") : `first wrong step${said.kind ? `: ${said.kind}` : ""}`;
  made.textContent = by + (said.verdict === "wrong" ? wrong : said.verdict);
  return made;
}

function settled(gold) {
  const made = document.createElement("span");
  made.className = `said gold ${gold < 0 ? "" : "right"}`;
  made.textContent = gold < 0 ? "not accepted" : gold ? `accepted: revision ${gold}` : "accepted";
  return made;
}

function badge(card, mark, step) {
  card.querySelectorAll(".said, .fixed").forEach((old) => old.remove());
  const labels = umi.review.others.map(({ annotator, marks }) => [marks[step.id], `${annotator}: `]);
  if (mark) labels.unshift([mark, ""]);
  const gold = umi.review.gold[step.id];
  const made = labels.filter(([said]) => said).map(([said, by]) => label(said, by));
  if (gold !== undefined) made.push(settled(gold));
  card.querySelector("header small").after(...made);
  if (step.shown) {
    const fixed = document.createElement("pre");
    fixed.className = "fixed";
    fixed.textContent = step.shown;
    card.append(fixed);
  }
}

function go(at, scroll = true) {
  const steps = umi.review.steps;
  umi.at = Math.max(0, Math.min(steps.length - 1, at));
  paint();
  if (scroll) main.querySelector(".card.on")?.scrollIntoView({ block: "center" });
  else main.querySelector(".card.on")?.scrollIntoView({ block: "nearest" });
  umi.say("review:step", umi.at);
}

async function mark(verdict, kind) {
  const step = umi.review?.steps[umi.at];
  if (!step) return;
  const answer = await umi.ask(() => server.mark({ step: step.id, verdict, kind, who: umi.who() }), "review-problem");
  if (!answer) return;
  umi.review.marks = answer.marks;
  paint();
  umi.say("review:marked");
}

async function finish() {
  if (!umi.review) return;
  const answer = await umi.ask(() => server.finish({ run: umi.review.run, who: umi.who() }), "review-problem");
  if (!answer) return;
  umi.say("review:changed");
  if (umi.review.blind) open(umi.review.run, { at: umi.at });
  else umi.say("review:next");
}

async function settle(annotator) {
  const asked = { run: umi.review.run, annotator, who: umi.who() };
  const answer = await umi.ask(() => server.settle(asked), "review-problem");
  if (!answer) return;
  take(answer, { at: umi.at });
  umi.say("review:changed");
}

async function holdOut() {
  if (!umi.review) return;
  const asked = { run: umi.review.run, held: !umi.review.heldOut, who: umi.who() };
  const answer = await umi.ask(() => server.hold_out(asked), "review-problem");
  if (!answer) return;
  umi.review.heldOut = answer.heldOut;
  notes(umi.review);
}

// Says what goes with it, and deletes only what was confirmed.
async function remove() {
  const { run } = umi.review;
  const answer = await umi.ask(() => server.what_goes({ run, who: umi.who() }), "review-problem");
  if (!answer) return;
  const dialog = part("delete-run");
  part("delete-told").textContent = answer.sentence;
  dialog.returnValue = "";
  dialog.showModal();
  await new Promise((done) => dialog.addEventListener("close", done, { once: true }));
  if (dialog.returnValue !== "delete") return;
  if (await umi.ask(() => server.delete({ run, who: umi.who() }), "review-problem")) close();
}

// Nothing is under review any more.
function close() {
  umi.review = null;
  beside(false);
  part("review-run").hidden = true;
  part("review-empty").hidden = false;
  const url = new URL(location.href);
  url.searchParams.delete("review");
  history.pushState(null, "", url);
  umi.say("review:step");
  umi.say("review:changed");
}

function beside(is) {
  turn += 1;
  child.hidden = !is;
  part("review-columns").classList.toggle("two", is);
}

// The run that goes on from the correction, written live beside the one it came from.
async function follow(run) {
  beside(true);
  const mine = turn;
  const cards = child.querySelector(".cards");
  cards.replaceChildren();
  let seen = { have: 0, mark: "" };
  while (mine === turn) {
    const page = await server.watch({ run, have: seen.have, mark: seen.mark }).catch(() => null);
    if (mine !== turn) return;
    if (!page || page.problem) {
      await umi.sleep(1000);
      continue;
    }
    if (page.items) grow(cards, page);
    seen = { have: page.have ?? seen.have, mark: page.mark };
    if (page.ended) {
      const line = document.createElement("button");
      line.type = "button";
      line.className = "take-child";
      line.dataset.run = run;
      line.textContent = "Review this one";
      cards.append(line);
      return;
    }
    await umi.sleep(80);
  }
}

function grow(cards, page) {
  const from = [...cards.children].findIndex((card) => position(card) >= page.from);
  umi.list(cards, page.items, from < 0 ? cards.children.length : from);
  const fork = umi.review.steps.findIndex((step) => umi.review.children.at(-1)?.step_id === step.id);
  for (const card of cards.children) card.classList.toggle("copied", position(card) < fork);
}

function address(run) {
  const url = new URL(location.href);
  url.searchParams.set("review", run);
  if (url.href !== location.href) history.pushState(null, "", url);
}

element.addEventListener("click", ({ target }) => {
  const taken = target.closest(".take-child");
  if (taken) return umi.say("review:open", taken.dataset.run);
  const stands = target.closest("[data-stands]");
  if (stands) return settle(stands.dataset.stands);
  const node = target.closest("#review-main .card, #review-main .minimap i");
  if (node && !target.closest("button")) go(position(node), node.tagName === "I");
});
umi.hear("review:open", (run) => open(run));
umi.hear("review:open-blind", (run) => open(run, {}, true));
umi.hear("review:take", ([data, keep]) => take(data, keep));
umi.hear("review:go", (by) => umi.review && go(umi.at + by, false));
umi.hear("review:mark", ([verdict, kind]) => mark(verdict, kind));
umi.hear("review:finish", finish);
umi.hear("review:gold", paint);
umi.hear("review:hold", holdOut);
part("hold-button").addEventListener("click", holdOut);
part("delete-button").addEventListener("click", remove);
umi.hear("review:problem", problem);
const linked = new URL(location.href).searchParams.get("review");
if (linked) open(linked);
