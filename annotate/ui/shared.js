// What the scripts of all components share: one small object, and updating the page without redrawing it.
window.umi = {
  shown: null,

  // Makes `node` read like `fresh`. What is equal stays the same node, so that a selection, the focus
  // and the place of the reader survive; text that only grew is appended to.
  morph(node, fresh) {
    if (node.isEqualNode(fresh)) return;
    if (node.nodeType !== fresh.nodeType || node.nodeName !== fresh.nodeName) return node.replaceWith(fresh);
    if (node.nodeType === Node.TEXT_NODE) return umi.retext(node, fresh.data);
    umi.reattribute(node, fresh);
    const wanted = [...fresh.childNodes];
    [...node.childNodes].slice(wanted.length).forEach((extra) => extra.remove());
    const children = [...node.childNodes];
    wanted.forEach((child, index) => (children[index] ? umi.morph(children[index], child) : node.append(child)));
  },

  retext(node, text) {
    if (text.startsWith(node.data)) node.appendData(text.slice(node.data.length));
    else node.data = text;
  },

  reattribute(node, fresh) {
    for (const { name } of [...node.attributes]) if (!fresh.hasAttribute(name)) node.removeAttribute(name);
    for (const { name, value } of fresh.attributes)
      if (node.getAttribute(name) !== value) node.setAttribute(name, value);
  },

  parse(html) {
    const template = document.createElement("template");
    template.innerHTML = html;
    return template.content.firstElementChild;
  },

  fill(node, html) {
    const fresh = node.cloneNode(false);
    fresh.innerHTML = html;
    umi.morph(node, fresh);
  },

  // Brings the children of `parent` from position `from` on into line with items of {key, html}.
  list(parent, items, from = 0) {
    const old = [...parent.children].slice(from);
    const byKey = new Map(old.map((node) => [node.dataset.key, node]));
    const nodes = items.map(({ key, html }) => {
      const fresh = umi.parse(html);
      fresh.dataset.key = key;
      const known = byKey.get(key);
      if (known?.classList.contains("on")) fresh.classList.add("on");
      if (known) umi.morph(known, fresh);
      return known ?? fresh;
    });
    old.filter((node) => !nodes.includes(node)).forEach((node) => node.remove());
    nodes.forEach((node, index) => {
      const there = parent.children[from + index];
      if (there !== node) parent.insertBefore(node, there ?? null);
    });
  },

  // Text goes in as if it were typed, so that Gradio notices.
  type(field, text) {
    field.value = text;
    field.dispatchEvent(new Event("input", { bubbles: true }));
    field.focus();
  },

  // Who is at the keyboard: as logged in, else as they said.
  who() {
    return umi.login() || umi.recall("name") || "";
  },

  // The name that one logged in with, which nobody can change here.
  login() {
    return window.gradio_config?.username ?? null;
  },

  // As `call`, by somebody known: an act, after which nothing said before is of use.
  async ask(call, place) {
    if (!umi.who()) await umi.introduce();
    return umi.call(call, place, true);
  },

  // What the server answers; null, and a sentence on the page, where it fails. The sentence stays until the same
  // is asked with success or somebody acts: pages read by themselves, and would wipe what was just said.
  async call(call, place, acts = false) {
    let answer = null;
    try {
      answer = await call();
    } catch {}
    const sentence = answer ? answer.problem : "The program does not answer: nothing is lost, try again.";
    const of = answer ? call.toString() : "";
    const box = document.getElementById(place);
    if (sentence || acts || !box?.of || box.of === of) umi.tell(place, sentence, of);
    // On a phone the button may be far below the place where it is told.
    if (sentence && acts) box?.scrollIntoView({ block: "nearest" });
    return sentence ? null : answer;
  },

  // A sentence in its place, or none; `of` is what it answers.
  tell(place, sentence, of = "") {
    const box = document.getElementById(place);
    if (!box) return;
    box.textContent = sentence ?? "";
    box.hidden = !sentence;
    box.of = sentence ? of : "";
  },

  // Asks for a name, once.
  introduce() {
    umi.asking ??= new Promise((done) => {
      const dialog = document.getElementById("who");
      dialog.showModal();
      dialog.querySelector("form").addEventListener("submit", (event) => {
        const name = dialog.querySelector("input").value.trim();
        if (!name) return event.preventDefault();
        umi.remember("name", name);
        umi.say("who", name);
        umi.asking = null;
        done();
      }, { once: true });
    });
    return umi.asking;
  },

  say(name, detail) {
    document.dispatchEvent(new CustomEvent(`umi:${name}`, { detail }));
  },

  hear(name, listen) {
    document.addEventListener(`umi:${name}`, (event) => listen(event.detail));
  },

  sleep(milliseconds) {
    return new Promise((done) => setTimeout(done, milliseconds));
  },

  // What survives a closed tab; a browser that forbids it loses only that.
  remember(key, value, where = "localStorage") {
    try {
      if (value === null) window[where].removeItem(`umi.${key}`);
      else window[where].setItem(`umi.${key}`, value);
    } catch {}
  },

  recall(key, where = "localStorage") {
    try {
      return window[where].getItem(`umi.${key}`);
    } catch {
      return null;
    }
  },
};
