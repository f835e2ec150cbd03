/* What has been typed and is not yet known to be saved. Nothing here is ever thrown away but by an
   answer of the project: a text waits, is sent, is sent again, and outlives the page in its session. */

import { makeTelling } from "./presence.js";

const PAUSE = 400;
const PATIENCE = 5000;

export function makeDrafts(link) {
  const drafts = new Map();
  const asked = new Set();
  const resting = new Map();
  const doc = link.el.ownerDocument;
  const stored = (key) => `workbench-unsent ${link.state.project} ${key}`;
  const telling = makeTelling(link);
  let number = 0;

  const keep = (key, draft) => {
    try {
      doc.defaultView.sessionStorage.setItem(stored(key), JSON.stringify({ value: draft.value, old: draft.old, base: draft.base }));
    } catch { /* Storage is full or forbidden: the text is still in its field. */ }
  };
  const forget = (key) => {
    clearTimeout(drafts.get(key)?.pause);
    clearTimeout(drafts.get(key)?.watch);
    drafts.delete(key);
    telling.rests(key);
    try {
      doc.defaultView.sessionStorage.removeItem(stored(key));
    } catch { /* As above. */ }
    link.shout({ status: left() });
  };
  /** What is left to do, as the head tells it: a text that needs a decision is not hidden by one that is saved. */
  const left = () => ([...drafts.values()].some((one) => one.conflict || one.error) ? "held" : drafts.size ? "saving" : "");

  function begin(field) {
    const found = drafts.get(field.key);
    if (found) return found;
    const draft = { id: field.id, field: field.field, old: field.value, base: link.state.revision, value: field.value };
    drafts.set(field.key, draft);
    return draft;
  }

  function type(field, value) {
    const draft = begin(field);
    Object.assign(draft, { value, error: "" });
    keep(field.key, draft);
    telling.grows(field.key, value);
    clearTimeout(draft.pause);
    if (draft.conflict) return link.redraw();
    draft.pause = setTimeout(() => send(field.key), PAUSE);
    link.shout({ status: "saving" });
    return link.redraw();
  }

  function choose(field, value) {
    type(field, value);
    send(field.key);
  }

  function send(key) {
    const draft = drafts.get(key);
    if (!draft || draft.conflict || draft.error) return;
    clearTimeout(draft.pause);
    if (draft.sent) return; // One at a time a field; the answer sends what was typed since.
    number += 1;
    draft.sent = { n: number, value: draft.value };
    deliver(key, draft);
  }

  function deliver(key, draft) {
    const { id, field, old, base, sent } = draft;
    const away = !link.send({ edit: { key, id, field, value: sent.value, old, base, n: sent.n } });
    if (away) link.shout({ status: "away" });
    clearTimeout(draft.watch);
    draft.watch = setTimeout(() => {
      link.shout({ status: "away" });
      deliver(key, draft); // Sending the same edit twice changes nothing the second time.
    }, PATIENCE);
  }

  /** Take the project's answer to one edit. */
  function settled({ key, n, conflict, refused, revision }) {
    const draft = drafts.get(key);
    if (!draft || !draft.sent || draft.sent.n !== n) return;
    clearTimeout(draft.watch);
    const { value } = draft.sent;
    draft.sent = null;
    if (conflict) draft.conflict = conflict;
    else if (refused) draft.error = refused;
    else if (same(draft.value, value)) {
      forget(key);
      if (doc.activeElement?.dataset?.key === key) resting.set(key, { text: value });
    }
    else {
      Object.assign(draft, { old: value, base: revision });
      send(key);
    }
    if (conflict || refused) link.shout({ status: "held" });
    link.redraw();
  }

  /** What was typed into the field that has the caret, as long as the project means the same by it: "9," stays
      "9," and "1." stays "1." until the writer leaves, or the next letter would land in the wrong place. */
  function typed(field) {
    const rest = resting.get(field.key);
    if (!rest) return undefined;
    rest.seen ??= JSON.stringify(field.value);
    if (rest.seen === JSON.stringify(field.value)) return rest.text;
    resting.delete(field.key);
    return undefined;
  }

  function leave(key) {
    send(key);
    if (resting.delete(key)) link.redraw();
  }

  /** Decide a conflict: "theirs", "mine" or "combine". */
  function decide(field, choice) {
    const draft = drafts.get(field.key);
    if (choice === "theirs") {
      forget(field.key);
      return link.redraw();
    }
    Object.assign(draft, { old: draft.conflict.theirs, base: link.state.revision });
    const combined = draft.conflict.combined;
    draft.conflict = null;
    if (choice === "combine") draft.value = combined;
    keep(field.key, draft);
    link.shout({ status: left() });
    send(field.key);
    return link.redraw();
  }

  /** Take up what an earlier page of this session could not send. */
  function recall(field) {
    if (asked.has(field.key)) return;
    asked.add(field.key);
    let text = null;
    try {
      text = doc.defaultView.sessionStorage.getItem(stored(field.key));
    } catch { /* No storage, nothing to take up. */ }
    if (!text) return;
    const left = JSON.parse(text);
    if (same(left.value, field.value)) return forget(field.key);
    drafts.set(field.key, { id: field.id, field: field.field, ...left });
    send(field.key);
  }

  const flush = () => [...drafts.keys()].forEach(send);
  const hidden = () => doc.visibilityState === "hidden" && flush();
  doc.addEventListener("visibilitychange", hidden);
  doc.defaultView.addEventListener("pagehide", flush);
  const close = () => {
    flush();
    for (const draft of drafts.values()) clearTimeout(draft.watch);
    doc.removeEventListener("visibilitychange", hidden);
    doc.defaultView.removeEventListener("pagehide", flush);
  };
  return { get: (key) => drafts.get(key), type, choose, send, settled, typed, leave, decide, recall, flush, close };
}

export function same(one, other) {
  return JSON.stringify(one ?? "") === JSON.stringify(other ?? "");
}
