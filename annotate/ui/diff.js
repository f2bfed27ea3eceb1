// A word diff as nodes: what went away struck through, what came marked.
umi.diff = (before, after) => {
  const words = (text) => text.match(/\w+|\s+|[^\w\s]/gu) ?? [];
  let a = words(before);
  let b = words(after);
  let head = 0;
  while (head < a.length && head < b.length && a[head] === b[head]) head += 1;
  let tail = 0;
  while (tail < Math.min(a.length, b.length) - head && a.at(-1 - tail) === b.at(-1 - tail)) tail += 1;
  const same = (from, to) => document.createTextNode(a.slice(from, to).join(""));
  const middle = umi.changes(a.slice(head, a.length - tail), b.slice(head, b.length - tail));
  return [same(0, head), ...middle, same(a.length - tail, a.length)];
};

// Longest common subsequence of two lists of words; where that would take too long, all of it changed.
umi.changes = (a, b) => {
  const piece = (kind, list) => {
    const node = document.createElement(kind);
    node.textContent = list.join("");
    return list.length ? [node] : [];
  };
  if (a.length * b.length > 1e6) return [...piece("del", a), ...piece("ins", b)];
  const length = Array.from({ length: a.length + 1 }, () => new Uint32Array(b.length + 1));
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      length[i][j] = a[i] === b[j] ? length[i + 1][j + 1] + 1 : Math.max(length[i + 1][j], length[i][j + 1]);
  const nodes = [];
  let i = 0;
  let j = 0;
  while (i < a.length || j < b.length) {
    const gone = [];
    const come = [];
    while (i < a.length && j < b.length && a[i] !== b[j])
      if (length[i + 1][j] >= length[i][j + 1]) gone.push(a[i++]);
      else come.push(b[j++]);
    if (i >= a.length || j >= b.length) {
      gone.push(...a.slice(i));
      come.push(...b.slice(j));
      i = a.length;
      j = b.length;
    }
    nodes.push(...piece("del", gone), ...piece("ins", come));
    const kept = [];
    while (i < a.length && j < b.length && a[i] === b[j]) {
      kept.push(a[i++]);
      j += 1;
    }
    if (kept.length) nodes.push(document.createTextNode(kept.join("")));
  }
  return nodes;
};
